/** Which pages an item touches, and why: what publishing it again would mark. */
import type { DatabaseSync } from 'node:sqlite'
import type { ItemRef } from '#domain/content.ts'
import { noRows, openWriter } from '#published/write.ts'
import { affectedRoutes, type AffectedRoute } from './affected-routes.ts'
import { openQuestions } from './model-questions.ts'

/** Sorted by urgency; empty when the item is not public. The answer supposes that its title changes. */
export function explain(db: DatabaseSync, ref: ItemRef): AffectedRoute[] {
  const rows = openWriter(db).read(ref)
  const { routes } = affectedRoutes(openQuestions(db), { ref, before: noRows, after: rows, flipped: [] })
  return routes.sort((a, b) => a.priority - b.priority || (a.path < b.path ? -1 : 1))
}
