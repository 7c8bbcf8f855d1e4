/** Answers from the read model what is on the portal now; it holds live editions and nothing else. */
import path from 'node:path'
import type { AddressedCollection } from '#domain/collections.ts'
import type { DocumentContent } from '#domain/content.ts'
import { localDay } from '#domain/dates.ts'
import { openReadModel } from '#published/open.ts'
import { openReader } from '#published/reader.ts'
import { openRows, type ItemRow } from '#published/rows.ts'
import type { LiveItem, LiveItems } from '../workflow/live-items.ts'

type ReadModel = ReturnType<typeof openReadModel>

const today = () => localDay(new Date().toISOString())

/** Opens per question: a rebuild replaces the file by another, and the open takes a millisecond. */
export function liveItemsFrom(dataDir: string): LiveItems {
  const ask = (question: (db: ReadModel) => LiveItem[]): LiveItem[] => {
    const db = openIfThere(path.join(dataDir, 'published.sqlite'))
    if (!db) return []
    try {
      return question(db)
    } finally {
      db.close()
    }
  }
  return {
    find: (collection, words, limit) =>
      ask((db) => {
        const rows = openRows(db)
        const { hits } = openReader(db, { today }).search({ query: words, kind: collection, pageSize: limit })
        return hits.flatMap((hit) => listed(rows.atPath(collection, hit.path)))
      }),
    named: (collection, ids) =>
      ask((db) => {
        const rows = openRows(db)
        return ids.flatMap((id) => listed(rows.live(collection, `${collection}/${id}`)))
      }),
  }
}

/** `null` before the first rebuild, and while one of another version is under way: nothing can be named then. */
function openIfThere(file: string): ReadModel | null {
  try {
    return openReadModel(file)
  } catch {
    return null
  }
}

function listed(row: ItemRow<AddressedCollection> | null): LiveItem[] {
  if (!row) return []
  const { number } = row.content as Partial<DocumentContent>
  const title = number && !row.title.includes(number) ? `${number}: ${row.title}` : row.title
  return [{ id: row.ref.slice(row.ref.indexOf('/') + 1), title, path: row.path }]
}
