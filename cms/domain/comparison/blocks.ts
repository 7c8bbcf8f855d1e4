/** A rich text as the blocks a reader sees: paragraphs, headings, items, cells, pictures, each with its words. */
import type { RichText, RichTextNode, UploadSnapshot } from '../content.ts'
import { describeUpload } from './uploads.ts'

export type BlockKind = 'paragraph' | 'heading' | 'quote' | 'item' | 'cell' | 'picture' | 'rule'

export type Block = {
  kind: BlockKind
  /** The heading it stands under; empty before the first. */
  place: string
  /** Its words; a link tells where it leads, a picture what it is. */
  text: string
  /** Equal for two blocks exactly when words, marks, links and layout are. */
  signature: string
}

/** Names an item that a text links to. */
export type NameOf = (ref: string) => string

const kinds: Readonly<Record<string, BlockKind>> = {
  heading: 'heading',
  quote: 'quote',
  listitem: 'item',
  tablecell: 'cell',
  upload: 'picture',
  horizontalrule: 'rule',
}
const inline = new Set(['text', 'linebreak', 'tab', 'link', 'autolink'])
/** Written by the editor for itself; they change nothing that anybody sees. */
const silent = new Set(['type', 'children', 'version', 'direction', 'textFormat', 'textStyle', 'value', 'id'])

export function blocksOf(richText: RichText | undefined, nameOf: NameOf): Block[] {
  const blocks: Block[] = []
  let place = ''

  const walk = (node: RichTextNode, kind: BlockKind, layout: unknown[]): void => {
    let words: RichTextNode[] = []
    let isEmpty = true
    const close = () => {
      if (words.length > 0) add(kind, words, layout)
      words = []
    }
    for (const child of node.children ?? []) {
      isEmpty = false
      if (inline.has(child.type)) words.push(child)
      else {
        close()
        open(child, kind, layout)
      }
    }
    close()
    if (isEmpty) add(kind, [], layout)
  }

  const open = (node: RichTextNode, around: BlockKind, layout: unknown[]): void => {
    const inner = [...layout, attributesOf(node)]
    if (node.type === 'upload') {
      const upload = node.value as UploadSnapshot | undefined
      const text = upload ? describeUpload(upload) : ''
      blocks.push({ kind: 'picture', place, text, signature: JSON.stringify(['picture', inner, text]) })
    } else if (node.type === 'horizontalrule')
      blocks.push({ kind: 'rule', place, text: '', signature: 'rule' })
    else
      walk(node, kinds[node.type] ?? (around === 'cell' || around === 'item' ? around : 'paragraph'), inner)
  }

  const add = (kind: BlockKind, words: RichTextNode[], layout: unknown[]): void => {
    const pieces = piecesOf(words, nameOf)
    const text = pieces.map(({ text, target }) => (target ? `${text} [→ ${target}]` : text)).join('')
    if (kind === 'heading') place = text.slice(0, 80)
    blocks.push({ kind, place, text, signature: JSON.stringify([kind, layout, pieces]) })
  }

  for (const child of richText?.root.children ?? []) open(child, 'paragraph', [])
  return blocks
}

const attributesOf = (node: RichTextNode): unknown[] => [
  node.type,
  ...Object.entries(node)
    .filter(([name, value]) => !silent.has(name) && typeof value !== 'object' && value !== '' && value !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1)),
]

type Piece = { text: string; format: number; target: string }

/** Runs of the same marks and the same link, however the editor cut them into nodes. */
function piecesOf(nodes: RichTextNode[], nameOf: NameOf): Piece[] {
  const pieces: Piece[] = []
  const put = (piece: Piece) => {
    const last = pieces.at(-1)
    if (last && last.format === piece.format && last.target === piece.target) last.text += piece.text
    else pieces.push(piece)
  }
  for (const node of nodes) {
    if (node.type === 'link' || node.type === 'autolink') {
      const target = targetOf(node, nameOf)
      for (const { text, format } of piecesOf(node.children ?? [], nameOf)) put({ text, format, target })
    } else put({ text: textOf(node), format: Number(node.format ?? 0), target: '' })
  }
  return pieces
}

const textOf = ({ type, text }: RichTextNode): string =>
  typeof text === 'string' ? text : type === 'linebreak' || type === 'tab' ? ' ' : ''

function targetOf({ fields }: RichTextNode, nameOf: NameOf): string {
  const { doc, url } = (fields ?? {}) as { doc?: unknown; url?: unknown }
  if (typeof doc === 'string') return nameOf(doc)
  return typeof url === 'string' ? url : ''
}
