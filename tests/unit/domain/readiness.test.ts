import { describe, expect, it, test } from 'vitest'
import type { AgencyContent, DocumentContent, NewsContent } from '#domain/content.ts'
import { readinessProblems } from '#domain/readiness.ts'

const clock = { now: '2026-11-23T17:30:00.000Z' }
const words = (text: string) => ({
  root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text }] }] },
})
const picture = { sha256: 'ab', name: 'a.jpg', alt: 'Toàn cảnh' }

const news: NewsContent = {
  title: 'Tin',
  slug: 'tin',
  language: 'vi',
  body: words('Có chữ'),
  agency: 'agencies/1',
  topics: ['topics/1'],
}
const document: DocumentContent = {
  family: 'directive',
  type: 'CT',
  number: '08/CT-UBND',
  issuer: 'agencies/1',
  issuedOn: '2011-05-11',
  abstract: 'Về việc đẩy mạnh',
  files: [{ sha256: 'ab', name: 'a.pdf', title: 'Toàn văn' }],
  slug: 'chi-thi-08-ct-ubnd',
  language: 'vi',
}
const agency: AgencyContent = { name: 'Sở Nội vụ', kind: 'so', slug: 'so-noi-vu', language: 'vi' }

const codes = (problems: { field: string; code: string }[]) =>
  problems.map(({ field, code }) => `${field} ${code}`)
const ofNews = (changes: Partial<NewsContent>) =>
  codes(readinessProblems('news', { ...news, ...changes }, clock))
const ofDocument = (changes: Partial<DocumentContent>) =>
  codes(readinessProblems('documents', { ...document, ...changes }, clock))
const ofAgency = (changes: Partial<AgencyContent>) =>
  codes(readinessProblems('agencies', { ...agency, ...changes }, clock))

test('complete items are ready', () => {
  expect([
    ofNews({}),
    ofDocument({}),
    ofAgency({}),
    readinessProblems('topics', { name: 'A', slug: 'a' }, clock),
  ]).toEqual([[], [], [], []])
})

test('an empty item lists everything at once', () => {
  expect(codes(readinessProblems('news', {}, clock))).toEqual([
    'title missing',
    'body missing',
    'agency missing',
    'slug missing',
  ])
  expect(codes(readinessProblems('news', undefined, clock))).toHaveLength(4)
  expect(codes(readinessProblems('documents', {}, clock))).toEqual([
    'family missing',
    'type missing',
    'number missing',
    'issuer missing',
    'issuedOn missing',
    'abstract missing',
    'files missing',
    'slug missing',
  ])
  expect(codes(readinessProblems('agencies', {}, clock))).toEqual(['name missing', 'kind missing'])
  expect(codes(readinessProblems('topics', {}, clock))).toEqual(['name missing'])
})

test('every message says what to do', () => {
  const all = [
    ...readinessProblems(
      'news',
      {
        image: { ...picture, alt: '' },
        attachments: [{ sha256: 'a', name: 'a' }],
        originallyPublishedAt: '2030-01-01T00:00:00Z',
        slug: 'A',
      },
      clock,
    ),
    ...readinessProblems(
      'documents',
      { ...document, effectiveFrom: '2011-01-01', effectiveTo: '2010-01-01', relations: [{ type: '' }] },
      clock,
    ),
    ...readinessProblems('agencies', { formerNames: [{ name: '' }], validFrom: 'x' }, clock),
  ]
  expect(all.length).toBeGreaterThan(12)
  for (const { message } of all) expect(message).toMatch(/\. Hãy /)
})

describe('news', () => {
  test.each<[string, Partial<NewsContent>, string[]]>([
    ['blank title', { title: ' \u00a0' }, ['title missing']],
    ['body without words', { body: words(' ') }, ['body missing']],
    ['no lead, source or author', { lead: undefined, source: undefined, author: undefined }, []],
    ['no topic', { topics: [] }, []],
    ['a picture without description', { image: { ...picture, alt: ' ' } }, ['image missing-alt']],
    [
      'an attachment without title',
      {
        attachments: [
          { sha256: 'a', name: 'a.pdf', title: 'A' },
          { sha256: 'b', name: 'b.pdf' },
        ],
      },
      ['attachments.1.title missing'],
    ],
    ['a date ahead', { originallyPublishedAt: '2026-11-23T17:30:01Z' }, ['originallyPublishedAt in-future']],
    ['a date of now', { originallyPublishedAt: '2026-11-24T00:30:00+07:00' }, []],
    [
      'a date without offset',
      { originallyPublishedAt: '2011-05-23T14:53:59' },
      ['originallyPublishedAt invalid'],
    ],
    ['a reserved slug', { slug: '2011' }, ['slug invalid']],
  ])('with %s', (_name, changes, expected) => {
    expect(ofNews(changes)).toEqual(expected)
  })

  it('with bad rich text or a picture without description inside', () => {
    const upload = (value: object | undefined) => ({
      root: {
        type: 'root',
        children: [{ type: 'upload', relationTo: 'media', ...(value ? { value } : {}) }],
      },
    })
    expect(ofNews({ body: upload(picture) })).toEqual([])
    expect(ofNews({ body: upload({ sha256: 'a', name: 'a.jpg' }) })).toEqual(['body missing-alt'])
    expect(ofNews({ body: upload(undefined) })).toEqual(['body invalid'])
    expect(
      ofNews({
        body: {
          root: {
            type: 'root',
            children: [{ type: 'iframe' }, { type: 'iframe' }, ...words('x').root.children],
          },
        },
      }),
    ).toEqual(['body invalid'])
  })
})

describe('documents', () => {
  test.each<[string, Partial<DocumentContent>, string[]]>([
    ['an unknown type', { type: 'XX' }, ['type missing']],
    ['no number', { number: ' ' }, ['number missing']],
    ['no number where the type has none', { type: 'ThC', number: undefined }, []],
    ['the words “Không số”', { number: 'Không số'.normalize('NFD') }, []],
    ['a number that is none', { number: '/CT-UBND' }, ['number invalid']],
    ['a bare number', { number: '123' }, []],
    ['a day that does not exist', { issuedOn: '2011-02-30' }, ['issuedOn invalid']],
    ['today in Vietnam', { issuedOn: '2026-11-24' }, []],
    ['tomorrow in Vietnam', { issuedOn: '2026-11-25' }, ['issuedOn in-future']],
    ['a text instead of a file', { files: [], body: words('Điều 1') }, []],
    ['neither text nor file', { files: [], body: words('') }, ['files missing']],
    ['a file without title', { files: [{ sha256: 'a', name: 'a.pdf' }] }, ['files.0.title missing']],
    ['force before issue', { effectiveFrom: '2011-05-10' }, ['effectiveFrom before-issue']],
    ['force from the day of issue', { effectiveFrom: '2011-05-11', effectiveTo: '2011-05-11' }, []],
    [
      'an end before the start',
      { effectiveFrom: '2011-06-01', effectiveTo: '2011-05-31' },
      ['effectiveTo before-start'],
    ],
    ['an end before issue', { effectiveTo: '2011-05-10' }, ['effectiveTo before-start']],
    ['a broken day of force', { effectiveFrom: '01/06/2011' }, ['effectiveFrom invalid']],
    [
      'a relation without the other document',
      { relations: [{ type: 'replaces' }] },
      ['relations.0.target missing'],
    ],
    ['a relation in words', { relations: [{ type: 'replaces', targetText: '01/CT-UBND' }] }, []],
    [
      'an unknown relation',
      { relations: [{ type: 'eats', target: 'documents/2' }] },
      ['relations.0.type missing'],
    ],
  ])('with %s', (_name, changes, expected) => {
    expect(ofDocument(changes)).toEqual(expected)
  })
})

describe('agencies', () => {
  test.each<[string, Partial<AgencyContent>, string[]]>([
    ['an unknown kind', { kind: 'bo' }, ['kind missing']],
    ['no slug', { slug: '' }, ['slug missing']],
    ['dates in disorder', { validFrom: '2026-09-02', validTo: '2026-09-01' }, ['validTo before-start']],
    ['a broken date', { validFrom: '2026-9-1' }, ['validFrom invalid']],
    ['a former name in order', { formerNames: [{ name: 'Cũ', validTo: '2026-08-31' }] }, []],
    ['a former name without dates', { formerNames: [{ name: 'Cũ' }] }, ['formerNames.0.validTo missing']],
    [
      'a former name in disorder',
      { formerNames: [{ name: 'Cũ', validFrom: '2020-01-01', validTo: '2019-01-01' }] },
      ['formerNames.0.validTo before-start'],
    ],
    [
      'a nameless former name',
      { formerNames: [{ name: '', validTo: '2019-01-01' }] },
      ['formerNames.0.name missing'],
    ],
  ])('with %s', (_name, changes, expected) => {
    expect(ofAgency(changes)).toEqual(expected)
  })
})
