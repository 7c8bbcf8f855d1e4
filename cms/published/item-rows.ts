/** The rows of one item in the read model, as one value: projected whole, put whole, read back whole, compared whole. */
import { createHash } from 'node:crypto'
import type { ChangeKind } from '#domain/change-kinds.ts'
import type { ItemRef, PublicCollection } from '#domain/collections.ts'

export type ItemRow = {
  ref: ItemRef
  collection: PublicCollection
  state: 'live' | 'withdrawn'
  /** `null` for settings. */
  path: string | null
  language: string
  title: string
  edition: number
  hash: string
  public_date: string
  first_live_at: string
  last_live_at: string
  last_major_at: string
  change_kind: ChangeKind
  change_note: string | null
  corrections: string
  withdrawn_at: string | null
  withdrawn_note: string | null
  /** Editions in its public history; 0: it has none. */
  history: number
  files: string
  content: string
}
export type ListEntry = { list: string; sort: string }
/** What a page names: an item, or an address of ours. */
export type MentionTarget = ItemRef | `/${string}`
export type Mention = { kind: string; to_ref: MentionTarget }
export type PublicFile = { path: string; sha256: string; mime_type: string; size: number }
export type ClosedRow = {
  path: string
  status: 301 | 410
  target: string | null
  title: string | null
  note: string | null
  at: string
}
/** One edition of an item's public history. */
export type PublicEditionRow = {
  number: number
  live_at: string
  change_kind: ChangeKind
  change_note: string | null
  marks: string
  hidden_at: string | null
  hidden_note: string | null
  content: string | null
}

/** Everything the read model holds of one item, lists in a fixed order. */
export type ItemRows = {
  item: ItemRow | null
  /** Its rich text, canonical JSON; `null`: it has none. */
  body: string | null
  lists: ListEntry[]
  mentions: Mention[]
  files: PublicFile[]
  /** By number. */
  editions: PublicEditionRow[]
  closed: ClosedRow[]
}

export const noRows: ItemRows = {
  item: null,
  body: null,
  lists: [],
  mentions: [],
  files: [],
  editions: [],
  closed: [],
}

/** Long texts may be given as text or as its UTF-8. */
export type HashedRows = Omit<ItemRows, 'item' | 'body'> & {
  item: (Omit<ItemRow, 'content'> & { content: string | Uint8Array }) | null
  body: string | Uint8Array | null
}

/**
 * Proves that rows are still those that were written (applied.rows_hash in schema.sql): SHA-256, hex. Columns and
 * entries stand in one fixed order, from a projector as from the file, so that equal rows give equal text; no text of
 * ours holds a NUL.
 */
export function rowsHash({ item, body, ...around }: HashedRows): string {
  const { content = '', ...facts } = item ?? {}
  return createHash('sha256')
    .update(JSON.stringify([facts, around]))
    .update('\0')
    .update(content)
    .update('\0')
    .update(body ?? '')
    .digest('hex')
}
