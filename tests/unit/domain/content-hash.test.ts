import { expect, it, test } from 'vitest'
import { canonicalContent, contentHash, normaliseContent } from '#domain/content-hash.ts'

const news = {
  title: 'Chỉ thị về đất đai',
  slug: 'chi-thi',
  topics: ['topics/1', 'topics/2'],
  language: 'vi',
}

it('is SHA-256 in hex of the canonical JSON', () => {
  expect(canonicalContent({ b: 1, a: 'x' })).toBe('{"a":"x","b":1}')
  expect(contentHash({ b: 1, a: 'x' })).toMatch(/^[0-9a-f]{64}$/)
  expect(contentHash(undefined)).toBe(contentHash({}))
})

test.each<[string, object]>([
  ['key order', Object.fromEntries(Object.entries(news).reverse())],
  ['NFD', { ...news, title: news.title.normalize('NFD') }],
  [
    'empty fields',
    {
      ...news,
      lead: '',
      author: null,
      source: undefined,
      attachments: [],
      image: {},
      body: { root: { children: [{}, [''], null] } },
    },
  ],
  ['empty entries of a list', { ...news, topics: ['topics/1', '', null, 'topics/2'] }],
  ['a second normalisation', normaliseContent(news) ?? {}],
])('%s does not change the hash', (_name, variant) => {
  expect(contentHash(variant)).toBe(contentHash(news))
})

test.each<[string, object]>([
  ['a word', { ...news, title: 'Chỉ thị về đất' }],
  ['the order of a list', { ...news, topics: ['topics/2', 'topics/1'] }],
  ['a space at an edge', { ...news, title: `${news.title} ` }],
  ['false', { ...news, flag: false }],
  ['zero', { ...news, count: 0 }],
  ['D for Đ', { ...news, title: 'Chỉ thị về dất đai' }],
])('%s changes the hash', (_name, variant) => {
  expect(contentHash(variant)).not.toBe(contentHash(news))
})

it('leaves rich text whole: spaces between runs stay, only empty keys go', () => {
  const body = {
    root: {
      type: 'root',
      format: '',
      children: [
        { type: 'paragraph', direction: null, indent: 0, children: [{ type: 'text', text: ' ', format: 1 }] },
        { type: 'paragraph', children: [] },
      ],
    },
  }
  expect(normaliseContent(body)).toEqual({
    root: {
      type: 'root',
      children: [
        { type: 'paragraph', indent: 0, children: [{ type: 'text', text: ' ', format: 1 }] },
        { type: 'paragraph' },
      ],
    },
  })
})

it('does not change its argument, and stands hostile values', () => {
  const frozen = Object.freeze({ a: Object.freeze(['', 'x']) })
  expect(normaliseContent(frozen)).toEqual({ a: ['x'] })
  const deep = JSON.parse('{"a":'.repeat(20_000) + '1' + '}'.repeat(20_000))
  expect(contentHash(deep)).toMatch(/^[0-9a-f]{64}$/)
  const polluting = JSON.parse('{"__proto__":{"admin":true},"constructor":"x"}')
  expect(canonicalContent(polluting)).toBe('{"__proto__":{"admin":true},"constructor":"x"}')
  expect(({} as { admin?: boolean }).admin).toBeUndefined()
  expect(contentHash({ title: 'a\ud800' })).toBe(contentHash({ title: 'a\ufffd' }))
  expect(canonicalContent({ at: new Date('2011-05-23T07:53:59Z') })).toBe('{"at":"2011-05-23T07:53:59.000Z"}')
})
