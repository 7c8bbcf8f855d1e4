/** Tables of a rich text → HTML with real headers. */
import type { RichTextNode } from '#domain/content.ts'

type CellHtml = (cell: RichTextNode) => string

/** Leading rows made of header cells only become the `thead`. Throws on anything that is no row or cell. */
export function tableHtml(table: RichTextNode, cellHtml: CellHtml): string {
  const rows = childrenOfType(table, 'tablerow').map((row) => childrenOfType(row, 'tablecell'))
  const bodyStart = rows.findIndex((cells) => !cells.every(isInHeaderRow))
  const split = bodyStart === -1 ? 0 : bodyStart
  const head = rows.slice(0, split).map((cells) => rowHtml(cells, cellHtml))
  const body = rows.slice(split).map((cells) => rowHtml(cells, cellHtml))
  return (
    '<table>\n' +
    (head.length ? `<thead>\n${head.join('')}</thead>\n` : '') +
    (body.length ? `<tbody>\n${body.join('')}</tbody>\n` : '') +
    '</table>\n'
  )
}

const rowHtml = (cells: RichTextNode[], cellHtml: CellHtml): string =>
  `<tr>${cells.map((cell) => wrapped(cell, cellHtml(cell))).join('')}</tr>\n`

function wrapped(cell: RichTextNode, inner: string): string {
  const scope = isInHeaderRow(cell) ? 'col' : headerState(cell) === 2 ? 'row' : null
  const tag = scope ? 'th' : 'td'
  return `<${tag}${scope ? ` scope="${scope}"` : ''}${span('colspan', cell.colSpan)}${span('rowspan', cell.rowSpan)}>${inner}</${tag}>`
}

/** Lexical: 1 header of a column, 2 header of a row, 3 both. Word imports write other numbers: only two bits count. */
const headerState = (cell: RichTextNode): number => (Number(cell.headerState) || 0) & 3
const isInHeaderRow = (cell: RichTextNode): boolean => (headerState(cell) & 1) === 1

function span(name: string, value: unknown): string {
  const count = Math.trunc(Number(value)) || 1
  return count > 1 ? ` ${name}="${Math.min(count, 100)}"` : ''
}

function childrenOfType(node: RichTextNode, type: string): RichTextNode[] {
  const children = node.children ?? []
  const stranger = children.find((child) => child.type !== type)
  if (stranger) throw new Error(`rich text holds ${String(stranger.type)} where ${type} belongs`)
  return children
}
