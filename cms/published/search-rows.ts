/**
 * The rows of the search index. Row numbers carry what ranking needs (day and kind), so that a common
 * word with tens of thousands of matches is counted per kind and read newest first from the index alone.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { ItemRef, AddressedCollection } from '#domain/collections.ts'
import type { SearchDocument } from './search-document.ts'
import { statement } from './statements.ts'

const kinds = ['news', 'documents', 'agencies', 'topics'] as const satisfies readonly AddressedCollection[]
const perDay = 2 ** 20
const epoch = Date.UTC(1900, 0, 1)

/** SQL that gives the kind of a search row: `rowid & 3`, an index into `kindOfRow`. */
export const kindColumn = 'rowid & 3'
export const kindOfRow = (kind: number): AddressedCollection => kinds[kind & 3] as AddressedCollection
export const rowOfKind = (kind: AddressedCollection): number => kinds.indexOf(kind)

export type SearchRow = SearchDocument & {
  ref: ItemRef
  collection: AddressedCollection
  /** ISO 8601 UTC, as in `items`. */
  publicDate: string
  /** The day that orders this item among equals, `YYYY-MM-DD`: day of issue of a document, else the local public day. */
  day: string
}

/** Puts an item into the search index, replacing what was there. Call inside the writer's transaction. */
export function putSearchRow(db: DatabaseSync, input: SearchRow): void {
  dropSearchRow(db, input.ref)
  const row = freeRow(db, input)
  statement(db, 'INSERT INTO search_rows (row, ref) VALUES (?, ?)').run(row, input.ref)
  statement(
    db,
    `INSERT INTO search (rowid, ref, collection, public_date, exact_title, folded_title, exact_text, folded_text, number_keys)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    row,
    input.ref,
    input.collection,
    input.publicDate,
    input.exact_title,
    input.folded_title,
    input.exact_text,
    input.folded_text,
    input.number_keys,
  )
}

/** Takes an item out of the search index; nothing happens when it is not there. */
export function dropSearchRow(db: DatabaseSync, ref: ItemRef): void {
  const found = statement(db, 'SELECT row FROM search_rows WHERE ref = ?').get(ref) as
    { row: number } | undefined
  if (!found) return
  statement(db, 'DELETE FROM search WHERE rowid = ?').run(found.row)
  statement(db, 'DELETE FROM search_rows WHERE row = ?').run(found.row)
}

/** The first number after the last one used on that day. A day holds 2^20 items. */
function freeRow(db: DatabaseSync, { day, collection }: SearchRow): number {
  const dayNumber = Math.max(0, Math.floor((Date.parse(`${day}T00:00:00Z`) - epoch) / 86_400_000))
  const start = dayNumber * perDay
  const last = statement(db, 'SELECT max(row) AS row FROM search_rows WHERE row BETWEEN ? AND ?').get(
    start * 4,
    (start + perDay) * 4 - 1,
  ) as { row: number | null }
  const counter = last.row === null ? 0 : Math.floor(last.row / 4) - start + 1
  return (start + counter) * 4 + rowOfKind(collection)
}
