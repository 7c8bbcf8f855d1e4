/**
 * Rich text (Lexical JSON): what is allowed in, and what words it holds. It comes from browsers and files, so
 * nothing here trusts its shape, and nothing recurses: 20,000 nested nodes are refused, not a stack overflow.
 */
import type { RichText, RichTextNode, UploadSnapshot } from './content.ts'
import { nodeRules } from './rich-text-nodes.ts'

export type RichTextProblem = { path: string; message: string }

export const richTextLimits = { depth: 50, nodes: 20_000, bytes: 2 * 1024 * 1024, problems: 20 } as const

const notRichText = 'Nội dung không phải văn bản định dạng. Hãy soạn lại bằng khung soạn thảo.'

/**
 * Everything wrong with a rich text of a working copy or an edition, at most 20 problems, in Vietnamese; empty
 * when it may be saved. Keys whose value is `null` or absent are passed: the editor and editions both leave them.
 */
export function richTextProblems(value: unknown): RichTextProblem[] {
  const tooLarge = sizeProblem(value)
  if (tooLarge) return [tooLarge]
  if (!isObject(value) || !isObject(value.root) || value.root.type !== 'root')
    return [{ path: '', message: notRichText }]
  const strange = Object.keys(value).find((key) => key !== 'root')
  if (strange !== undefined) return [{ path: strange, message: notRichText }]

  const problems: RichTextProblem[] = []
  const waiting: { node: Record<string, unknown>; path: string; depth: number }[] = [
    { node: value.root, path: 'root', depth: 0 },
  ]
  let nodes = 0
  for (let next = waiting.pop(); next && problems.length < richTextLimits.problems; next = waiting.pop()) {
    const { node, path, depth } = next
    nodes += 1
    if (nodes > richTextLimits.nodes) return [{ path: '', message: tooManyNodes }]
    if (depth > richTextLimits.depth) return [{ path: '', message: tooDeep }]
    problems.push(...nodeProblems(node, path))
    const children: unknown[] = Array.isArray(node.children) ? node.children : []
    const allowed = nodeRules[String(node.type)]?.children ?? []
    for (let index = children.length - 1; index >= 0; index -= 1) {
      const child = children[index]
      const childPath = `${path}.children.${index}`
      const misplaced = childProblem(child, allowed)
      if (misplaced) problems.push({ path: childPath, message: misplaced })
      else waiting.push({ node: child as Record<string, unknown>, path: childPath, depth: depth + 1 })
    }
  }
  return problems.slice(0, richTextLimits.problems)
}

/** The words, blocks on lines of their own, cells and tabs parted by spaces; `''` for anything that is no rich text. */
export function plainText(richText: unknown): string {
  const parts: string[] = []
  for (const node of nodesOf(richText)) {
    if (typeof node.text === 'string') parts.push(node.text)
    else if (node.type === 'linebreak') parts.push('\n')
    else if (node.type === 'tab') parts.push(' ')
    else if (node.type !== 'link' && node.type !== 'autolink') parts.push('\n')
  }
  return parts
    .join('')
    .replace(/[^\S\n]{2,}|[^\S\n ]/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
    .normalize('NFC')
}

/** No words, no pictures, no table. */
export function isEmptyRichText(richText: unknown): boolean {
  for (const node of nodesOf(richText)) {
    if (node.type === 'upload' || node.type === 'table') return false
    if (typeof node.text === 'string' && node.text.trim() !== '') return false
  }
  return true
}

/** Snapshots of the pictures in an edition's text, in order; `null` where the file is missing. */
export function uploadsOf(richText: RichText | undefined): (UploadSnapshot | null)[] {
  return [...nodesOf(richText)]
    .filter(({ type }) => type === 'upload')
    .map(({ value }) => (isObject(value) ? (value as UploadSnapshot) : null))
}

/** Every node in reading order. Skips whatever is not shaped like a node. */
function* nodesOf(richText: unknown): Generator<RichTextNode> {
  const root = isObject(richText) ? richText.root : undefined
  const waiting: unknown[] = [root]
  while (waiting.length > 0) {
    const node = waiting.pop()
    if (!isObject(node)) continue
    yield node as RichTextNode
    const children: unknown[] = Array.isArray(node.children) ? node.children : []
    for (let index = children.length - 1; index >= 0; index -= 1) waiting.push(children[index])
  }
}

const tooDeep = `Nội dung lồng nhau quá ${richTextLimits.depth} cấp. Hãy bỏ bớt cấp danh sách hoặc bảng lồng nhau.`
const tooManyNodes = 'Nội dung quá dài (hơn 20.000 phần tử). Hãy chia bài hoặc đính kèm tệp.'
const tooManyBytes = 'Nội dung quá lớn (hơn 2 MB). Hãy chia bài hoặc đính kèm tệp.'

/**
 * Depth and size of any JSON, before its shape is looked at. `JSON.stringify` recurses, so it is called only
 * once the depth is known to be small. Each level of nodes is two of JSON; the rest is room for link fields.
 */
function sizeProblem(value: unknown): RichTextProblem | null {
  const deepest = 2 * richTextLimits.depth + 8
  const waiting: { value: unknown; depth: number }[] = [{ value, depth: 0 }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (typeof next.value !== 'object' || next.value === null) continue
    if (next.depth > deepest) return { path: '', message: tooDeep }
    for (const inner of Object.values(next.value)) waiting.push({ value: inner, depth: next.depth + 1 })
  }
  const json: string | undefined = JSON.stringify(value)
  const bytes = new TextEncoder().encode(json ?? '').length
  return bytes > richTextLimits.bytes ? { path: '', message: tooManyBytes } : null
}

function nodeProblems(node: Record<string, unknown>, path: string): RichTextProblem[] {
  const type = String(node.type)
  const rule = nodeRules[type]
  if (!rule) return []
  const problems: RichTextProblem[] = []
  for (const [key, value] of Object.entries(node)) {
    if (value === null || value === undefined) continue
    const isRight = Object.hasOwn(rule.keys, key) ? rule.keys[key] : undefined
    if (!isRight) problems.push({ path: `${path}.${key}`, message: strangeKey(key) })
    else if (!isRight(value)) problems.push({ path: `${path}.${key}`, message: wrongValue(type, key) })
  }
  for (const key of neededKeys[type] ?? []) {
    if (node[key] === null || node[key] === undefined)
      problems.push({ path: `${path}.${key}`, message: wrongValue(type, key) })
  }
  return problems
}

/** Keys without which a node means nothing. The others have an empty value that an edition leaves out. */
const neededKeys: Readonly<Record<string, readonly string[]>> = {
  heading: ['tag'],
  list: ['listType'],
  link: ['fields'],
  autolink: ['fields'],
  upload: ['relationTo', 'value'],
}

function childProblem(child: unknown, allowed: readonly string[]): string | null {
  if (!isObject(child) || typeof child.type !== 'string') return notRichText
  if (!Object.hasOwn(nodeRules, child.type)) {
    return `Nội dung có thành phần không được dùng (${shown(child.type)}). Hãy xóa thành phần đó.`
  }
  return allowed.includes(child.type)
    ? null
    : `Thành phần “${shown(child.type)}” đặt sai chỗ. Hãy xóa và soạn lại đoạn đó.`
}

const strangeKey = (key: string): string =>
  `Nội dung có thuộc tính lạ (${shown(key)}). Hãy xóa đoạn đó và soạn lại.`

function wrongValue(type: string, key: string): string {
  if (key === 'fields' && type !== 'upload') {
    return 'Liên kết không hợp lệ. Chỉ dùng địa chỉ http, https, mailto, tel, trang của Cổng (bắt đầu bằng một dấu /) hoặc chọn bài trong Cổng.'
  }
  if (type === 'heading') return 'Tiêu đề trong bài chỉ dùng cấp 2, 3 hoặc 4. Hãy chọn lại cấp tiêu đề.'
  if (type === 'list')
    return 'Danh sách chỉ dùng loại dấu đầu dòng hoặc đánh số. Hãy chọn lại kiểu danh sách.'
  if (type === 'upload')
    return 'Ảnh trong bài chưa chọn hoặc không còn trong thư viện ảnh. Hãy chọn lại ảnh hoặc xóa khung ảnh.'
  return `Thành phần “${type}” có giá trị không hợp lệ (${shown(key)}). Hãy xóa đoạn đó và soạn lại.`
}

/** Words of a stranger, cut short before they are shown back. */
const shown = (text: string): string => (text.length > 40 ? `${text.slice(0, 40)}…` : text)

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
