/**
 * The search index of a fresh read model, made from its rows: beside the pages, which do not need it, and so
 * on another core than theirs.
 */
import type { DatabaseSync } from 'node:sqlite'
import { setImmediate as pause } from 'node:timers/promises'
import type { ContentOf, ItemRef, PublicCollection, RichText } from '#domain/content.ts'
import { putSearchRow } from '#published/search-rows.ts'
import { transaction } from '#published/write.ts'
import { searchRow } from './project.ts'

const itemsAtOnce = 200
const pagesAtOnce = 256
/** FTS5 merges by itself before it holds 2000. */
const mostSegments = 1999
const usualAutomerge = 4
const usualCrisismerge = 16

type Row = {
  ref: ItemRef
  collection: PublicCollection
  publicDate: string
  content: string
  body: string | null
}

/** Between two batches other work of this thread has its turn. */
export async function fillSearch(db: DatabaseSync): Promise<void> {
  const set = (option: string, value: number) =>
    db.prepare('INSERT INTO search (search, rank) VALUES (?, ?)').run(option, BigInt(value))
  // Each batch leaves a segment; they are merged once, at the end, instead of again and again.
  set('automerge', 0)
  set('crisismerge', mostSegments)
  await indexItems(db)
  // Negative: all segments as one level, as a whole merge would. A step that changes less than two rows was the last.
  for (let pages = -pagesAtOnce, before = -2; changes(db) - before >= 2; pages = pagesAtOnce) {
    before = changes(db)
    set('merge', pages)
    await pause()
  }
  set('automerge', usualAutomerge)
  set('crisismerge', usualCrisismerge)
}

const changes = (db: DatabaseSync): number =>
  (db.prepare('SELECT total_changes() AS changes').get() as { changes: number }).changes

async function indexItems(db: DatabaseSync): Promise<void> {
  const next = db.prepare(
    `SELECT ref, collection, public_date AS publicDate, content, body FROM items
     WHERE ref > ? AND state = 'live' ORDER BY ref LIMIT ?`,
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

const contentOf = ({ content, body }: Row): ContentOf[PublicCollection] => ({
  ...(JSON.parse(content) as ContentOf[PublicCollection]),
  ...(body ? { body: JSON.parse(body) as RichText } : {}),
})
