/** Short names for the Lexical nodes that tests write: `richText(heading('h2', 'Mục I'), paragraph('Lời', bold('đậm')))`. */
import type { RichText, RichTextNode, UploadSnapshot } from '#domain/content.ts'

type Inline = string | RichTextNode

const inline = (parts: Inline[]): RichTextNode[] =>
  parts.map((part) => (typeof part === 'string' ? text(part) : part))

export const text = (value: string, format = 0): RichTextNode => ({
  type: 'text',
  version: 1,
  text: value,
  format,
  detail: 0,
  mode: 'normal',
  style: '',
})
export const bold = (value: string): RichTextNode => text(value, 1)
export const italic = (value: string): RichTextNode => text(value, 2)

const block = (
  type: string,
  children: RichTextNode[],
  extra: Record<string, unknown> = {},
): RichTextNode => ({
  type,
  version: 1,
  format: '',
  indent: 0,
  direction: 'ltr',
  ...extra,
  children,
})

export const paragraph = (...parts: Inline[]): RichTextNode =>
  block('paragraph', inline(parts), { textFormat: 0 })
export const heading = (tag: string, ...parts: Inline[]): RichTextNode =>
  block('heading', inline(parts), { tag })
export const quote = (...parts: Inline[]): RichTextNode => block('quote', inline(parts))
export const listItem = (value: number, ...parts: Inline[]): RichTextNode =>
  block('listitem', inline(parts), { value })
export const list = (listType: 'bullet' | 'number', ...items: Inline[][]): RichTextNode =>
  block(
    'list',
    items.map((item, index) => listItem(index + 1, ...item)),
    {
      listType,
      tag: listType === 'number' ? 'ol' : 'ul',
      start: 1,
    },
  )
export const link = (url: string, ...parts: Inline[]): RichTextNode =>
  block('link', inline(parts), { fields: { linkType: 'custom', url, newTab: false } })
export const upload = (snapshot: UploadSnapshot): RichTextNode => ({
  type: 'upload',
  version: 3,
  format: '',
  relationTo: 'media',
  value: snapshot,
  fields: {},
})
export const tableCell = (headerState: number, ...parts: Inline[]): RichTextNode =>
  block('tablecell', [paragraph(...parts)], { headerState, colSpan: 1, rowSpan: 1, backgroundColor: null })
export const tableRow = (...cells: RichTextNode[]): RichTextNode => block('tablerow', cells)
export const table = (...rows: RichTextNode[]): RichTextNode => block('table', rows)

export const richText = (...children: RichTextNode[]): RichText => ({ root: block('root', children) })
