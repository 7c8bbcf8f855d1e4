import { describe, expect, it, test } from 'vitest'
import { normaliseContent } from '#domain/content-hash.ts'
import type { RichText } from '#domain/content.ts'
import { isAllowedUrl } from '#domain/rich-text-nodes.ts'
import { isEmptyRichText, plainText, richTextProblems, uploadsOf } from '#domain/rich-text.ts'

type Node = Record<string, unknown>

const element = { version: 1, direction: 'ltr', format: '', indent: 0 }
const root = (...children: unknown[]): { root: Node } => ({ root: { type: 'root', ...element, children } })
const text = (words: string, format = 0): Node => ({
  type: 'text',
  version: 1,
  text: words,
  format,
  mode: 'normal',
  style: '',
  detail: 0,
})
const paragraph = (...children: unknown[]): Node => ({
  type: 'paragraph',
  ...element,
  textFormat: 0,
  textStyle: '',
  children,
})
const link = (fields: Node): Node => ({
  type: 'link',
  ...element,
  id: '65f',
  fields,
  children: [text('đây')],
})
const upload = (value: unknown): Node => ({
  type: 'upload',
  version: 3,
  format: '',
  id: '65a',
  fields: {},
  relationTo: 'media',
  value,
})
const cell = (...children: unknown[]): Node => ({
  type: 'tablecell',
  ...element,
  headerState: 1,
  colSpan: 1,
  rowSpan: 1,
  width: 80,
  backgroundColor: null,
  children,
})
const table = (...cells: Node[]): Node => ({
  type: 'table',
  ...element,
  colWidths: [80, 80],
  children: [{ type: 'tablerow', ...element, height: 33, children: cells }],
})
const item = (...children: unknown[]): Node => ({
  type: 'listitem',
  ...element,
  value: 1,
  checked: undefined,
  children,
})
const list = (...children: unknown[]): Node => ({
  type: 'list',
  ...element,
  listType: 'number',
  tag: 'ol',
  start: 1,
  children,
})

const everything = root(
  { type: 'heading', ...element, tag: 'h2', children: [text('Mục', 3)] },
  paragraph(
    text('Xem '),
    link({ linkType: 'custom', url: 'https://tinh.gov.vn/a?b=1#c', newTab: false }),
    { type: 'linebreak', version: 1 },
    { ...text('\t'), type: 'tab' },
    text('nhé'),
  ),
  paragraph(
    link({ linkType: 'internal', newTab: true, doc: { relationTo: 'news', value: '65b' } }),
    link({ linkType: 'internal', doc: 'documents/65c' }),
    link({ linkType: 'internal', doc: { relationTo: 'news', value: { id: '65b' } }, url: null }),
  ),
  list(item(text('một')), item(list(item(text('hai'))))),
  { type: 'quote', ...element, children: [text('lời')] },
  { type: 'horizontalrule', version: 1 },
  upload('65d'),
  upload({ id: '65d', alt: 'Ảnh' }),
  upload({ sha256: 'ab', name: 'a.jpg', alt: 'Ảnh' }),
  table(cell(paragraph(text('a'))), cell(paragraph(text('b')))),
)

test('what the editor writes is allowed, before and after empty keys are gone', () => {
  expect(richTextProblems(everything)).toEqual([])
  expect(richTextProblems(normaliseContent(everything))).toEqual([])
  expect(richTextProblems(root())).toEqual([])
})

test.each<[string, unknown]>([
  ['a string', 'not lexical'],
  ['an array', []],
  ['a number', 1],
  ['null', null],
  ['nothing', undefined],
  ['no root', {}],
  ['a root of another type', { root: { type: 'paragraph', children: [] } }],
  ['a key beside the root', { ...root(), html: '<b>' }],
  ['a node that is a string', root('x')],
  ['a node without type', root({ children: [] })],
  ['text at the root', root(text('x'))],
  ['an unknown node', root({ type: 'iframe', src: 'x' })],
  ['a node named like a property of objects', root({ type: 'constructor' })],
  ['a block node', root({ type: 'block', fields: { blockType: 'code' } })],
  ['an unknown key', root({ ...paragraph(), onclick: 'x' })],
  ['children that are an object', root({ ...paragraph(), children: {} })],
  ['children inside text', root(paragraph({ ...text('x'), children: [] }))],
  ['text that is no string', root(paragraph({ ...text('x'), text: {} }))],
  ['a format beyond the bits', root(paragraph(text('x', 4096)))],
  ['h1', root({ type: 'heading', tag: 'h1', children: [] })],
  ['a heading without level', root({ type: 'heading', children: [] })],
  ['a check list', root({ ...list(), listType: 'check' })],
  ['a paragraph in a list', root(list(paragraph()))],
  ['a cell outside a row', root(cell())],
  ['a link in a link', root(paragraph({ ...link({ url: '/a/' }), children: [link({ url: '/a/' })] }))],
  ['a link without fields', root(paragraph({ type: 'link', children: [] }))],
  ['a link to javascript', root(paragraph(link({ linkType: 'custom', url: 'javascript:alert(1)' })))],
  [
    'a link to a user',
    root(paragraph(link({ linkType: 'internal', doc: { relationTo: 'users', value: '1' } }))),
  ],
  ['a link to no one', root(paragraph(link({ linkType: 'internal', doc: null })))],
  ['a link with strange fields', root(paragraph(link({ url: '/a/', rel: 'x' })))],
  ['an upload of a file', root({ ...upload('1'), relationTo: 'files' })],
  ['an upload without a picture', root(upload(undefined))],
  ['an upload with fields', root({ ...upload('1'), fields: { a: 1 } })],
  [
    'a header state that breaks out of its attribute',
    root(table({ ...cell(), headerState: '1"><img src=x onerror=alert(1)>' })),
  ],
  ['a cell over 10,000 columns', root(table({ ...cell(), colSpan: 10_000 }))],
])('%s is refused', (_name, value) => {
  const problems = richTextProblems(value)
  expect(problems.length).toBeGreaterThan(0)
  expect(problems.every(({ message }) => /Hãy|Chỉ dùng/.test(message))).toBe(true)
})

test('links lead to the web, mail, telephone or a path of the portal', () => {
  for (const url of [
    'https://tinh.gov.vn',
    'HTTP://a.vn/đường',
    'mailto:a@b.vn',
    'tel:+84203',
    '/',
    '/tin-tuc/a/',
    '#muc-1',
  ]) {
    expect(isAllowedUrl(url), url).toBe(true)
  }
  for (const url of [
    'javascript:alert(1)',
    'JaVaScRiPt:x',
    'java\nscript:x',
    ' javascript:x',
    'data:text/html,x',
    'vbscript:x',
    '//evil.example',
    '/\\evil.example',
    '\\\\evil',
    'https:///x',
    'http:a',
    'ftp://a',
    'tin-tuc/',
    'mailto:',
    '',
    null,
    {},
  ]) {
    expect(isAllowedUrl(url), JSON.stringify(url)).toBe(false)
  }
})

test('a problem names the path of its node', () => {
  expect(richTextProblems(root(paragraph(), { type: 'heading', tag: 'h6', children: [] }))).toEqual([
    {
      path: 'root.children.1.tag',
      message: 'Tiêu đề trong bài chỉ dùng cấp 2, 3 hoặc 4. Hãy chọn lại cấp tiêu đề.',
    },
  ])
  expect(richTextProblems(root(...Array.from({ length: 500 }, () => ({ type: 'x' }))))).toHaveLength(20)
})

describe('hostile size', () => {
  const nested = (depth: number, leaf: unknown = text('x')): unknown => {
    let node: unknown = item(leaf)
    for (let level = 0; level < depth; level += 1) node = item(list(node))
    return root(list(node))
  }

  it('of 20,000 levels is refused without overflowing the stack, and so are deep link fields', () => {
    expect(richTextProblems(nested(20_000))[0]?.message).toMatch(/lồng nhau/)
    const fields = JSON.parse('{"url":'.repeat(20_000) + '1' + '}'.repeat(20_000))
    expect(richTextProblems(root(paragraph(link(fields))))[0]?.message).toMatch(/lồng nhau/)
    expect(plainText(nested(20_000))).toBe('x')
    expect(isEmptyRichText(nested(20_000, text(' ')))).toBe(true)
  })

  it('is allowed up to 50 levels', () => {
    expect(richTextProblems(nested(23))).toEqual([])
    expect(richTextProblems(nested(26))[0]?.message).toMatch(/50 cấp/)
  })

  it('of 20,001 nodes or 2 MB is refused', () => {
    expect(
      richTextProblems(root(...Array.from({ length: 20_000 }, () => ({ type: 'horizontalrule' }))))[0]
        ?.message,
    ).toMatch(/20\.000/)
    expect(
      richTextProblems(root(...Array.from({ length: 19_999 }, () => ({ type: 'horizontalrule' })))),
    ).toEqual([])
    expect(richTextProblems(root(paragraph(text('ễ'.repeat(700_000)))))[0]?.message).toMatch(/2 MB/)
    expect(richTextProblems('x'.repeat(3_000_000))[0]?.message).toMatch(/2 MB/)
  })
})

test('plain text has a line for each block and the words of links', () => {
  expect(plainText(everything)).toBe('Mục\nXem đây\nnhé\nđâyđâyđây\nmột\nhai\nlời\na\nb')
  expect(plainText(root(paragraph(text('ti'), text('ếng'.normalize('NFD')))))).toBe('tiếng')
  for (const value of [undefined, null, 'x', [], {}, { root: 1 }, { root: { children: 'x' } }])
    expect(plainText(value)).toBe('')
})

test('a text is empty without words, pictures and tables', () => {
  for (const value of [
    undefined,
    root(),
    root(paragraph()),
    root(paragraph(text(' \u00a0'))),
    normaliseContent(root(paragraph())),
  ]) {
    expect(isEmptyRichText(value)).toBe(true)
  }
  for (const value of [root(paragraph(text('x'))), root(upload('1')), root(table())])
    expect(isEmptyRichText(value)).toBe(false)
})

test('uploads of an edition come in order, null where the picture is missing', () => {
  const body = root(upload({ sha256: 'a', name: 'a.jpg' }), table(cell(upload(undefined)))) as RichText
  expect(uploadsOf(body)).toEqual([{ sha256: 'a', name: 'a.jpg' }, null])
})
