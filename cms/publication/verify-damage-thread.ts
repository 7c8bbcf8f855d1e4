/** The thread of `verify-damage.ts`: a connection of its own, which sees the file as it is. */
import { DatabaseSync } from 'node:sqlite'
import { parentPort, workerData } from 'node:worker_threads'
import type { ItemRef } from '#domain/collections.ts'
import { openWriter } from '#published/write.ts'
import { messageOf } from './errors.ts'
import { isDamage, type DamageAnswer, type DamageQuestion } from './verify-damage.ts'

function answer({ database, isWithRows = false }: DamageQuestion): DamageAnswer {
  try {
    const db = new DatabaseSync(database, { readOnly: true, timeout: 5000 })
    try {
      return {
        verdict: brokenFile(db) ?? brokenIndex(db) ?? orphan(db) ?? (isWithRows ? otherRows(db) : null),
      }
    } finally {
      db.close()
    }
  } catch (error) {
    return { message: messageOf(error), isDamage: isDamage(error) }
  }
}

const brokenFile = (db: DatabaseSync): string | null => check(db, 'quick_check(1)')

/** Each index against its table: `quick_check` does not, and a row that its index has lost is found by no repair. */
function brokenIndex(db: DatabaseSync): string | null {
  const rows = db.prepare("SELECT DISTINCT tbl_name AS name FROM sqlite_schema WHERE type = 'index'").all()
  for (const { name } of rows as { name: string }[]) {
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
