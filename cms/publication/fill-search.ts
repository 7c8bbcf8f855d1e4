/**
 * The search index of a fresh read model, made from its rows: beside the pages, which do not need it, and so
 * on another core than theirs.
 */
import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as pause } from 'node:timers/promises'
import type { AddressedCollection, ItemRef } from '#domain/collections.ts'
import type { ContentOf, RichText } from '#domain/content.ts'
import { putSearchRow } from '#published/search-rows.ts'
import { transaction } from '#published/write.ts'
import { searchRow } from './project.ts'

const itemsAtOnce = 200

type Row = {
  ref: ItemRef
  collection: AddressedCollection
  publicDate: string
  content: string
  body: string | null
}

/** Between two batches other work of this thread has its turn. */
export async function fillSearch(db: DatabaseSync): Promise<void> {
  const next = db.prepare(
    `SELECT items.ref, collection, public_date AS publicDate, content, body FROM items LEFT JOIN bodies USING (ref)
     WHERE items.ref > ? AND state = 'live' AND path IS NOT NULL ORDER BY items.ref LIMIT ?`,
  )
  for (let after = ''; ;) {
    const rows = next.all(after, itemsAtOnce) as Row[]
    const last = rows.at(-1)
    if (!last) break
    transaction(db, () => {
      for (const row of rows) putSearchRow(db, searchRow({ ...row, content: contentOf(row) }))
    })
    after = last.ref
    await pause()
  }
}

const contentOf = ({ content, body }: Row): ContentOf[AddressedCollection] => ({
  ...(JSON.parse(content) as ContentOf[AddressedCollection]),
  ...(body ? { body: JSON.parse(body) as RichText } : {}),
})
