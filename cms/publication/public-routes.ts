/** Every address of the public tree, from the rows of the read model: what rebuild makes and verify expects. */
import type { DatabaseSync } from 'node:sqlite'
import type { PublicCollection } from '#domain/content.ts'
import { fixedPages, pagesBelowTopic, pagesOfList } from './list-pages.ts'
import { openQuestions } from './model-questions.ts'

/** Pages, feeds and sitemaps; each once. */
export function allPages(db: DatabaseSync): Set<string> {
  const model = openQuestions(db)
  const found = new Set(fixedPages.map(({ path }) => path))
  const items = db.prepare('SELECT ref, path, collection, state FROM items')
  for (const row of items.iterate() as Iterable<{
    ref: string
    path: string
    collection: PublicCollection
    state: string
  }>) {
    found.add(row.path)
    if (row.collection !== 'topics' || row.state !== 'live') continue
    for (const path of pagesBelowTopic(model, { id: row.ref.slice('topics/'.length), path: row.path }))
      found.add(path)
  }
  for (const list of model.listsBelow('')) for (const { path } of pagesOfList(model, list)) found.add(path)
  return found
}

/** Public files with the hash their bytes must have. */
export function allFiles(db: DatabaseSync): Map<string, string> {
  const rows = db.prepare('SELECT path, min(sha256) AS sha256 FROM public_files GROUP BY path').all()
  return new Map((rows as { path: string; sha256: string }[]).map(({ path, sha256 }) => [path, sha256]))
}

/** All routes of the tree. */
export const allRoutes = (db: DatabaseSync): string[] => [...allPages(db), ...allFiles(db).keys()].sort()
