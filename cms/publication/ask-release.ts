import { DatabaseSync } from 'node:sqlite'
import type { Release } from './releases.ts'

/**
 * What another release's read model answers, read-only; `unknown` when there is no such release, or when it is
 * damaged or of a version that has no such rows.
 */
export function askRelease<T>(release: Release | null, question: (db: DatabaseSync) => T, unknown: T): T {
  if (!release) return unknown
  try {
    const db = new DatabaseSync(release.database, { readOnly: true })
    try {
      return question(db)
    } finally {
      db.close()
    }
  } catch {
    // Whoever keeps the truth (the CMS, a rebuild) tells it again; what is asked here only bridges the time until then.
    return unknown
  }
}
