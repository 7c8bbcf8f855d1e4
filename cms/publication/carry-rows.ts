/**
 * The read model of the present release, copied for the next one: a new template changes every page and no row, and
 * making the rows anew from the editions takes longer than drawing the pages. Only rows made by the same code are
 * copied, and the copy is trusted for nothing: see prove-rows.ts.
 */
import { renameSync } from 'node:fs'
import { backup, DatabaseSync } from 'node:sqlite'
import { openReadModel, readMeta, writeMeta } from '#published/open.ts'
import { crashAt } from '#cms/crash-points.ts'
import { countRoutes } from './public-routes.ts'
import type { Release } from './releases.ts'
import { rowsVersion } from './rows-version.ts'

/** SQLite copies in a thread of its own: nothing here waits for a step, however much it takes at once. */
const pagesAtOnce = 100_000

export type CarriableRows = {
  /** About how many routes a release with these rows has. */
  routes: number
  /** Once. @throws when the copy fails. */
  copyTo(next: Release): Promise<void>
}

/** @returns `null` when there is nothing that may be carried. @throws when its routes cannot be read. */
export function carriableRows(previous: Release | null): CarriableRows | null {
  const reader = previous && openCarriable(previous)
  if (!reader) return null
  try {
    // One snapshot: publications go on, and the copy need not begin again after each.
    reader.exec('BEGIN')
    return { routes: countRoutes(reader), copyTo: (next) => copyRows(reader, next) }
  } catch (error) {
    reader.close()
    throw error
  }
}

/** By SQLite and not as a file, because closing a second descriptor of an open database would drop its locks. */
async function copyRows(reader: DatabaseSync, next: Release): Promise<void> {
  const copy = `${next.database}.copy`
  try {
    await backup(reader, copy, { rate: pagesAtOnce })
  } finally {
    reader.close()
  }
  crashAt('rebuild-after-copy')
  markUnfinished(copy)
  renameSync(copy, next.database)
}

function openCarriable({ database }: Release): DatabaseSync | null {
  let db: DatabaseSync
  try {
    db = openReadModel(database)
  } catch {
    // Another schema, or damaged: made anew from the editions.
    return null
  }
  if (readMeta(db, 'complete') === 'yes' && readMeta(db, 'rows_version') === rowsVersion()) return db
  db.close()
  return null
}

/** Before it has its name: a crash must not leave something that looks like a finished release. */
function markUnfinished(copy: string): void {
  const db = new DatabaseSync(copy)
  try {
    writeMeta(db, 'complete', 'no')
    db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  } finally {
    db.close()
  }
}
