/**
 * The notation in which the demonstration's texts are written, and the Lexical JSON the editor would have saved:
 * blank lines part blocks, `## ` and `### ` head, lines with `- ` or `1. ` make lists; a block may span lines.
 */
import type { RichText, RichTextNode } from '#domain/content.ts'

export type Block =
  | { kind: 'heading'; level: 'h2' | 'h3'; text: string }
  | { kind: 'paragraph'; text: string }
  | { kind: 'list'; isNumbered: boolean; items: string[] }

const listMark = /^(?:- |\d+\. )/

export function blocksOf(body: string): Block[] {
  return body
    .normalize('NFC')
    .split(/\n[^\S\n]*\n/)
    .map((block) =>
      block
        .split('\n')
        .map((line) => line.trim())
        .filter(Boolean),
    )
    .flatMap((lines): Block[] => (lines[0] === undefined ? [] : [blockOf(lines, lines[0])]))
}

function blockOf(lines: string[], first: string): Block {
  const heading = /^(##|###) (.+)/.exec(lines.join(' '))
  if (heading) return { kind: 'heading', level: heading[1] === '##' ? 'h2' : 'h3', text: heading[2] ?? '' }
  if (!listMark.test(first)) return { kind: 'paragraph', text: lines.join(' ') }
  const items: string[] = []
  for (const line of lines) {
    if (listMark.test(line)) items.push(line.replace(listMark, ''))
    else items.push(`${items.pop() ?? ''} ${line}`)
  }
  return { kind: 'list', isNumbered: !first.startsWith('- '), items }
}

export const richTextOf = (body: string): RichText => ({ root: node('root', blocksOf(body).map(nodeOf)) })

function nodeOf(block: Block): RichTextNode {
  switch (block.kind) {
    case 'heading':
      return node('heading', [text(block.text)], { tag: block.level })
    case 'paragraph':
      return node('paragraph', [text(block.text)], { textFormat: 0, textStyle: '' })
    case 'list': {
      const items = block.items.map((item, index) => node('listitem', [text(item)], { value: index + 1 }))
      return node('list', items, {
        listType: block.isNumbered ? 'number' : 'bullet',
        tag: block.isNumbered ? 'ol' : 'ul',
        start: 1,
      })
    }
  }
}

const node = (type: string, children: RichTextNode[], more: Record<string, unknown> = {}): RichTextNode => ({
  type,
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  ...more,
  children,
})

const text = (value: string): RichTextNode => ({
  type: 'text',
  version: 1,
  text: value,
  format: 0,
  mode: 'normal',
  style: '',
  detail: 0,
})
