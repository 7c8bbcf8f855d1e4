/**
 * The content hash of an edition (ARCHITECTURE, “The content hash”): what a reviewer saw and what was approved
 * are the same exactly when this is the same.
 */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'

/** SHA-256 (hex) of the RFC 8785 JSON of the normalised content. Key order, NFD and empty fields do not count. */
export const contentHash = (content: unknown): string =>
  createHash('sha256').update(canonicalContent(content)).digest('hex')

/** The exact text that is hashed, and stored with the edition. */
export const canonicalContent = (content: unknown): string => canonicalize(normaliseContent(content)) ?? '{}'

/**
 * The one form of a content: strings in NFC with lone surrogates replaced, dates as ISO text; `''`, `null`,
 * `undefined`, `[]` and `{}` are absent at every depth, in arrays too; `false` and `0` stay. Strings are *not*
 * trimmed: a space at the edge of a run of rich text parts two words. Gives `undefined` when nothing is left.
 *
 * Rich text passes through the same rule, so an empty paragraph loses its `children` and plain text its
 * `format: ''`: whoever reads an edition takes an absent key for its empty value. No recursion, because
 * nesting may be hostile.
 */
export function normaliseContent<T>(content: T): T | undefined {
  const root: Box = {}
  const boxes: { box: Box; parent: Box; key: string }[] = []
  const waiting: { value: unknown; parent: Box; key: string }[] = [
    { value: content, parent: root, key: 'content' },
  ]

  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, parent, key } = next
    if (isContainer(value)) {
      const box: Box = Array.isArray(value) ? [] : {}
      put(parent, key, box)
      boxes.push({ box, parent, key })
      for (const [innerKey, inner] of Object.entries(value))
        waiting.push({ value: inner, parent: box, key: innerKey })
    } else {
      const kept = normaliseScalar(value)
      if (kept !== undefined) put(parent, key, kept)
    }
  }
  // Inner boxes were noted after the boxes that hold them, so that backwards every box is finished before its holder.
  for (const { box, parent, key } of boxes.reverse()) {
    if (Array.isArray(box)) closeGaps(box)
    if (Object.keys(box).length === 0) Reflect.deleteProperty(parent, key)
  }
  return (root as { content?: T }).content
}

type Box = unknown[] | Record<string, unknown>

const isContainer = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !(value instanceof Date)

function normaliseScalar(value: unknown): unknown {
  if (typeof value === 'string') return value === '' ? undefined : value.toWellFormed().normalize('NFC')
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? undefined : value.toISOString()
  return value ?? undefined
}

/** An own property even for the name `__proto__`, which assignment would take for the prototype. */
function put(box: Box, key: string, value: unknown): void {
  if (key !== '__proto__') (box as Record<string, unknown>)[key] = value
  else Object.defineProperty(box, key, { value, enumerable: true, configurable: true, writable: true })
}

/** Arrays were filled by index: what was absent left a hole. */
function closeGaps(array: unknown[]): void {
  const kept = array.filter(() => true)
  array.splice(0, array.length, ...kept)
}
