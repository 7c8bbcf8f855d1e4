/** The thread of `verify-damage.ts`: a connection of its own, which sees the file as it is. */
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import type { ItemRef } from '#domain/collections.ts'
import { openWriter } from '#published/write.ts'
import { messageOf } from './errors.ts'
import { isDamage } from './sqlite-errors.ts'
import type { DamageAnswer, DamageQuestion } from './verify-damage.ts'

function answer({ database, of }: DamageQuestion): DamageAnswer {
  try {
    const db = new DatabaseSync(database, { readOnly: true, timeout: 5000 })
    try {
      const verdict = of === 'file' ? (brokenFile(db) ?? brokenTable(db)) : (brokenTable(db) ?? otherRows(db))
      return { verdict: verdict ?? orphan(db) }
    } finally {
      db.close()
    }
  } catch (error) {
    return { message: messageOf(error), isDamage: isDamage(error) }
  }
}

const brokenFile = (db: DatabaseSync): string | null => check(db, 'quick_check(1)')

/** Each table and each index against its table: `quick_check` does not, and a row that its index has lost is found by no repair. */
function brokenTable(db: DatabaseSync): string | null {
  const ours = db.prepare(
    "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND name NOT LIKE 'sqlite_%'",
  )
  for (const { name } of ours.all() as { name: string }[]) {
    const broken = check(db, `integrity_check("${name}")`)
    if (broken) return broken
  }
  return null
}

function check(db: DatabaseSync, pragma: string): string | null {
  const [verdict] = Object.values(db.prepare(`PRAGMA ${pragma}`).get() ?? {})
  return verdict === 'ok' ? null : `Mô hình đọc hỏng: ${String(verdict)}`
}

/** A row of an item that is not there: its key was damaged. */
function orphan(db: DatabaseSync): string | null {
  const row = db.prepare('PRAGMA foreign_key_check').get() as { table: string } | undefined
  return row ? `Mô hình đọc hỏng: dòng không thuộc mục nào trong bảng ${row.table}` : null
}

/** An item whose rows are not those that were written, or that search knows although it must not, or the other way round. */
function otherRows(db: DatabaseSync): string | null {
  const { hashOf, isSearchable } = openWriter(db)
  const written = db
    .prepare(
      `SELECT ref, rows_hash AS hash, EXISTS (
         SELECT 1 FROM items WHERE items.ref = applied.ref AND state = 'live' AND path IS NOT NULL
       ) AS isFound FROM applied`,
    )
    .iterate() as Iterable<{ ref: ItemRef; hash: string; isFound: number }>
  for (const { ref, hash, isFound } of written)
    if (hashOf(ref) !== hash || isSearchable(ref) !== (isFound === 1))
      return `Mô hình đọc hỏng: các dòng của ${ref} không còn như khi được ghi`
  return null
}

// Last, when everything above is defined.
parentPort?.postMessage(answer(workerData as DamageQuestion))
