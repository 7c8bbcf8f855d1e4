/** Every address of the public tree, from the rows of the read model: what rebuild makes and verify expects. */
import type { DatabaseSync } from 'node:sqlite'
import type { PublicCollection } from '#domain/collections.ts'
import { fixedPages } from '#published/fixed-pages.ts'
import { readAnchors } from '#published/read-anchors.ts'
import { anchorPages } from './anchors.ts'
import { historyPages } from './history-routes.ts'
import { pagesBelowTopic, pagesOfList } from './list-pages.ts'
import { openQuestions } from './model-questions.ts'

/** Pages, feeds and sitemaps; each once. */
export const allPages = (db: DatabaseSync): Set<string> => new Set(eachPage(db))

/** The same as a stream, some of them more than once: nothing that grows with the portal is held. */
export function* eachPage(db: DatabaseSync): Iterable<string> {
  const model = openQuestions(db)
  for (const { path } of fixedPages) yield path
  yield* anchorPages(readAnchors(db))
  const items = db.prepare('SELECT ref, path, collection, state, history FROM items')
  const editions = db.prepare('SELECT number FROM public_editions WHERE ref = ? ORDER BY number')
  for (const row of items.iterate() as Iterable<{
    ref: string
    path: string | null
    collection: PublicCollection
    state: string
    history: number
  }>) {
    if (row.path === null) continue
    yield row.path
    if (row.history > 0) {
      const numbers = (editions.all(row.ref) as { number: number }[]).map(({ number }) => number)
      yield* historyPages(row.path, numbers)
    }
    if (row.collection !== 'topics' || row.state !== 'live') continue
    yield* pagesBelowTopic(model, { id: row.ref.slice('topics/'.length), path: row.path })
  }
  for (const list of model.listsBelow('')) for (const { path } of pagesOfList(model, list)) yield path
}

/** Public files with the hash their bytes must have. */
export function allFiles(db: DatabaseSync): Map<string, string> {
  const rows = db.prepare('SELECT path, min(sha256) AS sha256 FROM public_files GROUP BY path').all()
  return new Map((rows as { path: string; sha256: string }[]).map(({ path, sha256 }) => [path, sha256]))
}

/** How many routes a read model has noted. */
export const countRoutes = (db: DatabaseSync): number =>
  (db.prepare('SELECT count(*) AS routes FROM routes').get() as { routes: number }).routes

/** All routes of the tree. */
export const allRoutes = (db: DatabaseSync): string[] => [...allPages(db), ...allFiles(db).keys()].sort()
