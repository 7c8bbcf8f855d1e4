/**
 * Rich text of an edition → HTML. Own converter, strict: an unknown node throws, so that the page keeps its
 * last good bytes instead of losing a paragraph in silence. All text is escaped here, and the whole passes
 * an allow-list afterwards (`sanitized-html.ts`): either alone would do. Written as the sanitizer writes, `<br />`
 * and quotes as they are, so that it need not write anew.
 */
import type { RichText, RichTextNode, StoredFile, UploadSnapshot } from '#domain/content.ts'
import { isAllowedUrl } from '#domain/rich-text-nodes.ts'
import { plainText } from '#domain/rich-text.ts'
import { slugify } from '#domain/slug.ts'
import { escapeHtml, escapeText } from '#domain/escape-html.ts'
import { fileView, imageView } from './file-views.ts'
import { tableHtml } from './rich-text-table.ts'
import { sanitizedHtml } from './sanitized-html.ts'
import type { Link } from './views.ts'

export type RichTextHtml = { html: string; contents: { id: string; text: string }[] }

export type RichTextOptions = {
  files?: StoredFile[]
  /** Where a link to another item leads; `null` when it is not live, then its words stay as plain text. */
  resolve?: (ref: string) => Link | null
}

type Context = Required<RichTextOptions> & {
  contents: RichTextHtml['contents']
  ids: Set<string>
  depth: number
}
type Converter = (node: RichTextNode, context: Context) => string

const deepest = 64

/** `contents` holds the h2 and h3, for a table of contents. Throws on an unknown or too deeply nested node. */
export function richTextHtml(richText: RichText | undefined, options: RichTextOptions = {}): RichTextHtml {
  if (!richText) return { html: '', contents: [] }
  const context: Context = {
    files: options.files ?? [],
    resolve: options.resolve ?? (() => null),
    contents: [],
    ids: new Set(),
    depth: 0,
  }
  return { html: sanitizedHtml(childrenHtml(richText.root, context)), contents: context.contents }
}

function nodeHtml(node: RichTextNode, context: Context): string {
  if (context.depth > deepest) throw new Error(`rich text is nested deeper than ${deepest}`)
  const convert = Object.hasOwn(converters, node.type) ? converters[node.type] : undefined
  if (!convert) throw new Error(`rich text holds an unknown node: ${String(node.type)}`)
  return convert(node, context)
}

function childrenHtml(node: RichTextNode, context: Context): string {
  const inner = { ...context, depth: context.depth + 1 }
  return (node.children ?? []).map((child) => nodeHtml(child, inner)).join('')
}

const converters: Record<string, Converter> = {
  text: textHtml,
  linebreak: () => '<br />',
  tab: () => ' ',
  paragraph: (node, context) => {
    const inner = childrenHtml(node, context)
    return inner.trim() === '' ? '' : `<p${layoutClass(node)}>${inner}</p>\n`
  },
  heading: headingHtml,
  quote: (node, context) => `<blockquote><p>${childrenHtml(node, context)}</p></blockquote>\n`,
  list: listHtml,
  listitem: listItemHtml,
  link: linkHtml,
  autolink: linkHtml,
  upload: uploadHtml,
  horizontalrule: () => '<hr />\n',
  table: (node, context) => tableHtml(node, (cell) => cellHtml(cell, context)),
}

/** Bits of a Lexical text format; others (highlight, letter case) say nothing on paper and are dropped. */
const formats = [
  [16, '<code>', '</code>'],
  [64, '<sup>', '</sup>'],
  [32, '<sub>', '</sub>'],
  [4, '<s>', '</s>'],
  [8, '<span class="underline">', '</span>'],
  [2, '<em>', '</em>'],
  [1, '<strong>', '</strong>'],
] as const

function textHtml(node: RichTextNode): string {
  const bits = Number(node.format) || 0
  const wanted = formats.filter(([bit]) => (bits & bit) !== 0)
  const words = typeof node.text === 'string' ? node.text : ''
  return wanted.reduce((html, [, open, close]) => open + html + close, escapeText(words))
}

/** h1 is the page's title: text headings run from h2 to h4. */
function headingHtml(node: RichTextNode, context: Context): string {
  const level = Math.min(4, Math.max(2, Number(String(node.tag).slice(1)) || 2))
  const text = plainText({ root: node }).replace(/\s+/g, ' ')
  if (text === '') return ''
  const id = freeId(slugify(text), context.ids)
  if (level < 4) context.contents.push({ id, text })
  return `<h${level} id="${id}"${layoutClass(node)}>${childrenHtml(node, context)}</h${level}>\n`
}

function freeId(wanted: string, taken: Set<string>): string {
  let id = wanted
  for (let count = 2; taken.has(id); count += 1) id = `${wanted}-${count}`
  taken.add(id)
  return id
}

function listHtml(node: RichTextNode, context: Context): string {
  const tag = node.listType === 'number' ? 'ol' : 'ul'
  const start =
    tag === 'ol' && Number.isInteger(node.start) && node.start !== 1 ? ` start="${Number(node.start)}"` : ''
  return `<${tag}${start}>\n${childrenHtml(node, context)}</${tag}>\n`
}

/** Lexical keeps a nested list in an item of its own: it has no text, so it carries no number. */
function listItemHtml(node: RichTextNode, context: Context): string {
  const onlyLists = node.children?.length ? node.children.every(({ type }) => type === 'list') : false
  return `<li${onlyLists ? ' class="nested"' : ''}>${childrenHtml(node, context)}</li>\n`
}

function linkHtml(node: RichTextNode, context: Context): string {
  const words = childrenHtml(node, context)
  const { url, doc, linkType } = (node.fields ?? {}) as { url?: unknown; doc?: unknown; linkType?: unknown }
  if (linkType === 'internal') {
    const target = context.resolve(refOf(doc))
    return target ? `<a href="${escapeHtml(target.path)}">${words}</a>` : words
  }
  if (!isAllowedUrl(url)) return words
  const href = escapeHtml(String(url))
  const outside = /^https?:/i.test(href) ? ' rel="noopener"' : ''
  return `<a href="${href}"${outside}>${words}</a>`
}

/** `news/5f0c…`, also when it is written as Payload's `{ relationTo, value }`. */
function refOf(doc: unknown): string {
  if (typeof doc === 'string') return doc
  const { relationTo, value } = (doc ?? {}) as { relationTo?: unknown; value?: unknown }
  return `${String(relationTo)}/${String(value)}`
}

function uploadHtml(node: RichTextNode, { files }: Context): string {
  const snapshot = node.value as UploadSnapshot | undefined
  if (typeof snapshot?.sha256 !== 'string') throw new Error('rich text holds an upload without a snapshot')
  const image = imageView(snapshot, files)
  if (!image) {
    const file = fileView(snapshot, files)
    if (!file) throw new Error(`rich text holds an upload whose bytes are unknown: ${snapshot.name}`)
    return `<p class="file"><a href="${escapeHtml(file.path)}">${escapeText(file.title)}</a> (${escapeText(file.kind)})</p>\n`
  }
  const sources = [
    ...image.sources,
    ...(image.sources.length ? [{ src: image.src, width: image.width }] : []),
  ]
  const srcset = sources.map(({ src, width }) => `${src} ${width}w`).join(', ')
  const responsive = srcset ? ` srcset="${escapeHtml(srcset)}" sizes="(min-width: 44rem) 42rem, 100vw"` : ''
  const size = `width="${image.width}" height="${image.height}"`
  const caption = [image.caption, image.credit].filter(Boolean).join(' ')
  return (
    `<figure><img src="${escapeHtml(image.src)}"${responsive} ${size} alt="${escapeHtml(image.alt)}" loading="lazy" />` +
    `${caption ? `<figcaption>${escapeText(caption)}</figcaption>` : ''}</figure>\n`
  )
}

/** The words of a cell; a single paragraph needs no `<p>` of its own. */
function cellHtml(cell: RichTextNode, context: Context): string {
  const [only, ...others] = cell.children ?? []
  const deeper = { ...context, depth: context.depth + 3 }
  return others.length === 0 && only?.type === 'paragraph'
    ? childrenHtml(only, deeper)
    : childrenHtml(cell, deeper)
}

/** Alignment and indent as classes; justified text is not used on the portal (design, Type). */
function layoutClass({ format, indent }: RichTextNode): string {
  const steps = Math.min(5, Math.max(0, Math.trunc(Number(indent)) || 0))
  const classes = [
    ...(format === 'center' || format === 'right' || format === 'end'
      ? [format === 'center' ? 'center' : 'right']
      : []),
    ...(steps ? [`indent-${steps}`] : []),
  ]
  return classes.length ? ` class="${classes.join(' ')}"` : ''
}
