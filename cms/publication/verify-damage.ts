/** What makes the read model useless as a whole: then it is made anew instead of mended. */
import type { DatabaseSync } from 'node:sqlite'
import { PublicationError, messageOf } from './errors.ts'
import type { OpenRelease } from './open-release.ts'
import type { Serial } from './serial.ts'

type Input = { serial: Serial; present: () => OpenRelease }

/**
 * In Vietnamese; `null` when it can be judged in detail. Each index is compared with its table in a turn of its
 * own: `quick_check` does not, and a row that its index has lost is found by no repair.
 */
export async function damage({ serial, present }: Input): Promise<string | null> {
  const ask = <T>(question: (db: DatabaseSync) => T) => serial(() => question(present().model.db))
  try {
    const tables = await ask(brokenFile)
    if (typeof tables === 'string') return tables
    for (const table of tables) {
      const broken = await ask((db) => check(db, `integrity_check("${table}")`))
      if (broken) return broken
    }
    return await ask(orphan)
  } catch (error) {
    if (error instanceof PublicationError || isDamage(error)) return messageOf(error)
    throw error
  }
}

/** @returns the tables with indexes when the file is sound. */
function brokenFile(db: DatabaseSync): string | string[] {
  const broken = check(db, 'quick_check(1)')
  if (broken) return broken
  const rows = db.prepare("SELECT DISTINCT tbl_name AS name FROM sqlite_schema WHERE type = 'index'").all()
  return (rows as { name: string }[]).map(({ name }) => name)
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

/** Generic error (a schema that cannot be read), corrupt, not a database: no disk that is full, slow or gone. */
const isDamage = (error: unknown): boolean =>
  [1, 11, 26].includes((error as { errcode?: number }).errcode ?? 0)
