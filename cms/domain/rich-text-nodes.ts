/**
 * The allow-list of rich text as data: which Lexical nodes exist, what may stand inside them and which keys
 * they may carry. Payload itself saves unknown nodes and `javascript:` links without a word.
 */
import { addressedCollections } from './collections.ts'

export type NodeRule = {
  /** What may stand inside; absent: no children at all. */
  children?: readonly string[]
  keys: Readonly<Record<string, (value: unknown) => boolean>>
}

const inline = ['text', 'linebreak', 'tab', 'link', 'autolink']
const block = ['paragraph', 'heading', 'list', 'quote', 'upload', 'horizontalrule', 'table']

const isText = (value: unknown): boolean => typeof value === 'string'
const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value)
const isFlag = (value: unknown): boolean => typeof value === 'boolean'
const isOneOf =
  (...values: unknown[]) =>
  (value: unknown): boolean =>
    values.includes(value)
const isWhole =
  (lowest: number, highest: number) =>
  (value: unknown): boolean =>
    Number.isInteger(value) && Number(value) >= lowest && Number(value) <= highest

/** Keys that every node may carry; the editor writes them all, an edition has lost the empty ones. */
const common = { type: isText, version: isNumber, id: isText }
const element = {
  ...common,
  children: Array.isArray,
  direction: isOneOf('ltr', 'rtl'),
  format: isOneOf('', 0, 'left', 'start', 'center', 'right', 'end', 'justify'),
  indent: isWhole(0, 40),
  textFormat: isNumber,
  textStyle: isText,
}
const textKeys = {
  ...common,
  text: isText,
  /** Bit mask: 1 bold … 1024 capitalise. */
  format: isWhole(0, 2047),
  mode: isOneOf('normal', 'token', 'segmented'),
  style: isText,
  detail: isNumber,
}
const link = { ...element, fields: isLinkFields }

export const nodeRules: Readonly<Record<string, NodeRule>> = {
  root: { children: block, keys: element },
  paragraph: { children: inline, keys: element },
  heading: { children: inline, keys: { ...element, tag: isOneOf('h2', 'h3', 'h4') } },
  quote: { children: inline, keys: element },
  list: {
    children: ['listitem'],
    keys: {
      ...element,
      listType: isOneOf('bullet', 'number'),
      tag: isOneOf('ul', 'ol'),
      start: isWhole(0, 1_000_000),
    },
  },
  listitem: {
    children: [...inline, 'paragraph', 'list'],
    keys: { ...element, value: isWhole(0, 1_000_000), checked: isFlag },
  },
  link: { children: ['text', 'linebreak', 'tab'], keys: link },
  autolink: { children: ['text', 'linebreak', 'tab'], keys: link },
  text: { keys: textKeys },
  tab: { keys: textKeys },
  linebreak: { keys: common },
  horizontalrule: { keys: common },
  upload: {
    keys: {
      ...common,
      format: isText,
      fields: isEmptyObject,
      relationTo: isOneOf('media'),
      value: isUploadValue,
    },
  },
  table: {
    children: ['tablerow'],
    keys: {
      ...element,
      colWidths: (value) => Array.isArray(value) && value.every(isNumber),
      frozenColumnCount: isWhole(0, 100),
      frozenRowCount: isWhole(0, 100),
      rowStriping: isFlag,
    },
  },
  tablerow: { children: ['tablecell'], keys: { ...element, height: isNumber } },
  tablecell: {
    children: [...inline, ...block],
    keys: {
      ...element,
      /** 1 heads a column, 2 a row. Rendered unescaped by Payload's own converter, so nothing else gets in. */
      headerState: isWhole(0, 3),
      colSpan: isWhole(1, 100),
      rowSpan: isWhole(1, 1000),
      width: isNumber,
      backgroundColor: isText,
      verticalAlign: isText,
    },
  },
}

/**
 * May a link lead there: http, https, mailto, tel, a path of the portal with one `/`, or a `#fragment`.
 * Browsers skip control characters inside a scheme and read `\` as `/`, so both are refused.
 */
export function isAllowedUrl(url: unknown): boolean {
  if (typeof url !== 'string' || /[\u0000-\u0020\u007f-\u00a0\u2028\u2029\\]/.test(url)) return false
  if (/^https?:/i.test(url)) return /^https?:\/\/[^/]/i.test(url) && URL.canParse(url)
  return /^(?:mailto|tel):./i.test(url) || /^\/(?!\/)/.test(url) || url.startsWith('#')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isEmptyObject(value: unknown): boolean {
  return isObject(value) && Object.keys(value).length === 0
}

function isId(value: unknown): boolean {
  return (typeof value === 'string' && value !== '') || typeof value === 'number'
}

/** A working copy holds the id of the picture (or the picture itself when populated), an edition its snapshot. */
function isUploadValue(value: unknown): boolean {
  return isId(value) || (isObject(value) && (isId(value.id) || isId(value.sha256)))
}

/** `value`s of a link: an address, or an item as `collection/id` (edition) or `{ relationTo, value }` (working copy). */
function isLinkFields(fields: unknown): boolean {
  if (!isObject(fields)) return false
  const { linkType, url, doc, newTab, id, ...strange } = fields
  if (Object.keys(strange).length > 0) return false
  if (isPresent(newTab) && !isFlag(newTab)) return false
  if (isPresent(id) && !isText(id)) return false
  if (linkType === 'internal') return isItem(doc)
  return (
    (!isPresent(linkType) || linkType === 'custom' || linkType === 'autolink') &&
    !isPresent(doc) &&
    isAllowedUrl(url)
  )
}

function isItem(doc: unknown): boolean {
  if (typeof doc === 'string') {
    const slash = doc.indexOf('/')
    return isLinkable(doc.slice(0, slash)) && slash < doc.length - 1
  }
  if (!isObject(doc) || !isLinkable(doc.relationTo)) return false
  return isId(doc.value) || (isObject(doc.value) && isId(doc.value.id))
}

const isLinkable = (value: unknown): boolean =>
  addressedCollections.some((collection) => collection === value)

const isPresent = (value: unknown): boolean => value !== undefined && value !== null
