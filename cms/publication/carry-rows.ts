/**
 * The read model of the present release, copied for the next one: a new template changes every page and no row, and
 * making the rows anew from the editions takes longer than drawing the pages. Only rows made by the same code are
 * copied, and the copy is trusted for nothing: before the switch its file, its indexes and the rows of every item are
 * proved (`damageOf`), and each item is compared with its editions (`differingItems`).
 */
import { constants, existsSync, renameSync } from 'node:fs'
import { copyFile } from 'node:fs/promises'
import { DatabaseSync } from 'node:sqlite'
import { setImmediate as pause } from 'node:timers/promises'
import type { ItemRef } from '#domain/collections.ts'
import type { ItemHead } from '#domain/item-truth.ts'
import { openReadModel, readMeta, writeMeta } from '#published/open.ts'
import type { ReadModel } from './apply.ts'
import type { Release } from './releases.ts'
import { rowsVersion } from './rows-version.ts'
import { unknownItems } from './verify-items.ts'

/** @returns false when there is nothing that may be carried; then nothing was copied. @throws when the copy fails. */
export async function carryModel(previous: Release | null, next: Release): Promise<boolean> {
  const reader = previous && openCarriable(previous)
  if (!reader) return false
  const copy = `${next.database}.copy`
  try {
    // As long as this snapshot is held, no checkpoint changes a page that the log beside it does not hold: the file and
    // then its log, copied in this order, are one state, although publications go on.
    reader.exec('BEGIN')
    readMeta(reader, 'complete')
    await copyFile(previous.database, copy, constants.COPYFILE_FICLONE)
    const log = `${previous.database}-wal`
    if (existsSync(log)) await copyFile(log, `${copy}-wal`)
  } finally {
    reader.close()
  }
  markUnfinished(copy)
  renameSync(copy, next.database)
  return true
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

const headsAtOnce = 50

/**
 * Items of which the editions say something else than the rows, and items that no edition knows (after a restore of
 * the CMS). Works in small turns: other work of this thread waits for it.
 */
export async function differingItems(
  model: ReadModel,
  heads: AsyncIterable<ItemHead>,
): Promise<{ items: number; changed: ItemRef[]; unknown: ItemRef[] }> {
  const find = model.db.prepare(
    `SELECT edition, outcomes, state, state_at AS stateAt, (SELECT hash FROM items WHERE ref = applied.ref) AS hash
     FROM applied WHERE ref = ?`,
  )
  const seen = new Set<string>()
  const changed: ItemRef[] = []
  for await (const head of heads) {
    seen.add(head.ref)
    if (!isOf(head, find.get(head.ref) as Known | undefined)) changed.push(head.ref)
    if (seen.size % headsAtOnce === 0) await pause()
  }
  return { items: seen.size, changed, unknown: unknownItems(model, (ref) => seen.has(ref)) }
}

/** `hash` is `null` for an item without a page. */
type Known = Omit<ItemHead, 'ref' | 'hash'> & { hash: string | null }

const isOf = (head: ItemHead, known: Known | undefined): boolean =>
  known !== undefined &&
  known.edition === head.edition &&
  known.outcomes === head.outcomes &&
  known.state === head.state &&
  known.stateAt === head.stateAt &&
  (known.hash === null || known.hash === head.hash)
