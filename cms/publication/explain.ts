/** Which pages an item touches, and why: what publishing it again would mark. */
import type { DatabaseSync } from 'node:sqlite'
import type { ItemRef } from '#domain/collections.ts'
import { noRows } from '#published/item-rows.ts'
import { openWriter } from '#published/write.ts'
import type { AffectedRoute } from './affected-route.ts'
import { affectedRoutes } from './affected-routes.ts'
import { openQuestions } from './model-questions.ts'
import { allPages } from './public-routes.ts'

export type Explanation = {
  /** By urgency. */
  routes: AffectedRoute[]
  /** Pages beyond those that are touched because what surrounds every page (menu, footer) changes. */
  everyOther: number
}

/** No routes when the item is not public. The answer supposes that its title changes. */
export function explain(db: DatabaseSync, ref: ItemRef): Explanation {
  const rows = openWriter(db).read(ref)
  const change = { ref, before: noRows, after: rows, flipped: [] }
  const { routes, isEveryPage } = affectedRoutes(openQuestions(db), change)
  const named = new Set(routes.map(({ path }) => path))
  const others = isEveryPage
    ? [...allPages(db)].filter((path) => path.endsWith('/') && !named.has(path)).length
    : 0
  return {
    routes: routes.sort((a, b) => a.priority - b.priority || (a.path < b.path ? -1 : 1)),
    everyOther: others,
  }
}
