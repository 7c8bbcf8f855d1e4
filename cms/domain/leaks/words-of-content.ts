/**
 * The words and the files of an edition, each with its place in the form. Every text is looked at unless it is
 * named here, so that a field added later is guarded before anybody thinks of it.
 */
import type { PublicContent, UploadSnapshot } from '../content.ts'
import { plainText } from '../rich-text.ts'

export type Words = { field: string; label: string; text: string }
export type UsedUpload = { field: string; upload: UploadSnapshot }

/** Contact data of an office in a field of its own is published by law (NĐ 43/2011 Điều 10.1.k); the rest are no words. */
const unread = new Set(['phone', 'email', 'fax', 'address', 'language', 'translationOf', 'sha256'])
const isReference = (text: string): boolean => /^(?:[a-z-]+\/)?[0-9a-f-]{24,36}$/.test(text)

const labels: Readonly<Record<string, string>> = {
  title: 'Tiêu đề',
  lead: 'Tóm tắt',
  body: 'Nội dung',
  abstract: 'Trích yếu',
  name: 'Tên',
  summary: 'Tóm tắt',
  source: 'Nguồn',
  author: 'Tác giả',
  signer: 'Người ký',
  number: 'Số, ký hiệu',
  alt: 'Mô tả ảnh',
  caption: 'Chú thích ảnh',
  credit: 'Nguồn ảnh',
  targetText: 'Tên văn bản kia',
  slug: 'Phần cuối địa chỉ',
}

const labelOf = (name: string): string => labels[name] ?? `Trường “${name}”`

type Found = { words: Words[]; uploads: UsedUpload[] }

/** In the order of the content. Walks without recursion. */
export function wordsOfContent(content: Partial<PublicContent>): Found {
  const found: Found = { words: [], uploads: [] }
  const waiting: { field: string; name: string; value: unknown }[] = [{ field: '', name: '', value: content }]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { field, name, value } = next
    if (typeof value === 'string') {
      if (!unread.has(name) && !isReference(value))
        found.words.push({ field, label: labelOf(name), text: value })
    } else if (isRichText(value)) {
      found.words.push({
        field,
        label: labelOf(name),
        text: [plainText(value), ...linksIn(value)].join('\n'),
      })
      for (const upload of picturesIn(value)) addUpload(found, field, upload)
    } else if (isUpload(value)) addUpload(found, field, value)
    else if (typeof value === 'object' && value !== null) {
      const inner = Object.entries(value).map(([key, child]) => ({
        field: field ? `${field}.${key}` : key,
        name: Array.isArray(value) ? name : key,
        value: child as unknown,
      }))
      waiting.push(...inner.reverse())
    }
  }
  return found
}

function addUpload({ words, uploads }: Found, field: string, upload: UploadSnapshot): void {
  uploads.push({ field, upload })
  for (const key of ['title', 'alt', 'caption', 'credit'] as const) {
    const text = upload[key]
    if (text) words.push({ field, label: key === 'title' ? 'Tên tệp hiện ra' : labelOf(key), text })
  }
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null
const isRichText = (value: unknown): value is { root: unknown } => isObject(value) && isObject(value.root)
const isUpload = (value: unknown): value is UploadSnapshot =>
  isObject(value) && typeof value.sha256 === 'string' && typeof value.name === 'string'

function* nodesIn(value: { root: unknown }): Generator<Record<string, unknown>> {
  const waiting: unknown[] = [value.root]
  while (waiting.length > 0) {
    const node = waiting.pop()
    if (!isObject(node)) continue
    yield node
    if (Array.isArray(node.children)) waiting.push(...[...(node.children as unknown[])].reverse())
  }
}

/** Addresses and numbers behind links, which the words above them need not show. */
const linksIn = (value: { root: unknown }): string[] =>
  [...nodesIn(value)].flatMap(({ fields }) => {
    const url = isObject(fields) ? fields.url : undefined
    return typeof url === 'string' && /^(?:mailto|tel):/i.test(url) ? [url.replace(/^\w+:/, '')] : []
  })

const picturesIn = (value: { root: unknown }): UploadSnapshot[] =>
  [...nodesIn(value)].flatMap(({ type, value: upload }) =>
    type === 'upload' && isUpload(upload) ? [upload] : [],
  )
