/** What proves that the rows of an item are still those that were written (applied.rows_hash in schema.sql). */
import { createHash } from 'node:crypto'
import type { ItemRow, ItemRows } from './write.ts'

/** Long texts may be given as text or as its UTF-8. */
export type HashedItem = Omit<ItemRow, 'content' | 'body'> & {
  content: string | Uint8Array
  body: string | Uint8Array | null
}

/**
 * SHA-256 (hex). Columns and entries stand in one fixed order, from a projector as from the file, so that equal rows
 * give equal text; no text of ours holds a NUL.
 */
export function rowsHash({ item, ...around }: Omit<ItemRows, 'item'> & { item: HashedItem | null }): string {
  const { content = '', body = null, ...facts } = item ?? {}
  return createHash('sha256')
    .update(JSON.stringify([facts, around]))
    .update('\0')
    .update(content)
    .update('\0')
    .update(body ?? '')
    .digest('hex')
}
