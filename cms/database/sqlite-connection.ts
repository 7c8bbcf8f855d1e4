/**
 * One connection to a SQLite file in the shape that drizzle's libSQL driver expects, on Node's own SQLite.
 * libSQL's native part frees no statement (165 KB stayed behind for each item entered, measured) and prepares
 * each anew; here statements are kept and used again.
 */
import { DatabaseSync, type SQLInputValue, type StatementSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import type { InArgs, InStatement, ResultSet, Row } from '@libsql/client'

export type SqliteConnection = {
  execute(statement: InStatement, args?: InArgs): Promise<ResultSet>
  executeMultiple(sql: string): Promise<void>
  /** All or nothing. */
  batch(statements: InStatement[]): Promise<ResultSet[]>
  /** As `batch`, with foreign keys off, for migrations that rebuild tables. */
  migrate(statements: InStatement[]): Promise<ResultSet[]>
  close(): void
}

type Kept = { statement: StatementSync; columns: string[] }

/** Statements of a batch have up to 200 rows of placeholders; more than this many would fill memory with text. */
const statementsKept = 400

const fileOf = (url: string): string =>
  url.startsWith('file://') ? fileURLToPath(url) : url.slice('file:'.length)

export function connectSqlite(url: string): SqliteConnection {
  const db = new DatabaseSync(fileOf(url), { enableDoubleQuotedStringLiterals: true })
  const kept = new Map<string, Kept>()

  const prepare = (sql: string): Kept => {
    const found = kept.get(sql)
    if (found) {
      // Last used, last forgotten.
      kept.delete(sql)
      kept.set(sql, found)
      return found
    }
    if (changesSchema(sql)) kept.clear()
    const statement = db.prepare(sql)
    statement.setReturnArrays(true)
    const entry = { statement, columns: statement.columns().map(({ name }) => name) }
    if (changesSchema(sql)) return entry
    const [oldest] = kept.keys()
    if (kept.size >= statementsKept && oldest !== undefined) kept.delete(oldest)
    kept.set(sql, entry)
    return entry
  }

  const run = (given: InStatement, args?: InArgs): ResultSet => {
    const sql = typeof given === 'string' ? given : given.sql
    const values = inputs(args ?? (typeof given === 'string' ? [] : (given.args ?? [])))
    try {
      const { statement, columns } = prepare(sql)
      if (columns.length > 0) {
        const rows = statement.all(...values) as unknown as unknown[][]
        return resultOf(
          columns,
          rows.map((row) => asRow(columns, row)),
        )
      }
      const { changes, lastInsertRowid } = statement.run(...values)
      return { ...resultOf([], []), rowsAffected: Number(changes), lastInsertRowid: BigInt(lastInsertRowid) }
    } catch (error) {
      throw named(error)
    }
  }

  const together = (statements: InStatement[]): ResultSet[] => {
    run('BEGIN IMMEDIATE')
    try {
      const results = statements.map((statement) => run(statement))
      run('COMMIT')
      return results
    } catch (error) {
      if (db.isTransaction) run('ROLLBACK')
      throw error
    }
  }

  // Promises, because the driver awaits them; the work itself is done at once.
  return {
    execute: (statement, args) => attempt(() => run(statement, args)),
    executeMultiple: (sql) =>
      attempt(() => {
        kept.clear()
        try {
          db.exec(sql)
        } catch (error) {
          throw named(error)
        }
      }),
    batch: (statements) => attempt(() => together(statements)),
    migrate: (statements) =>
      attempt(() => {
        run('PRAGMA foreign_keys = OFF')
        try {
          return together(statements)
        } finally {
          run('PRAGMA foreign_keys = ON')
        }
      }),
    close() {
      kept.clear()
      db.close()
    },
  }
}

const changesSchema = (sql: string): boolean =>
  /^\s*(create|drop|alter|pragma|vacuum|attach|detach)\b/i.test(sql)

const attempt = <T>(work: () => T): Promise<T> => new Promise((resolve) => resolve(work()))

function inputs(args: InArgs): SQLInputValue[] {
  if (!Array.isArray(args)) throw new TypeError('only positional arguments are used here')
  return (args as unknown[]).map((value) => {
    if (typeof value === 'boolean') return value ? 1 : 0
    if (value instanceof Date) return value.valueOf()
    if (value instanceof ArrayBuffer) return new Uint8Array(value)
    if (value === undefined) throw new TypeError('undefined cannot be an argument of a statement')
    return value as SQLInputValue
  })
}

const resultOf = (columns: string[], rows: Row[]): ResultSet => ({
  ...{ columns, columnTypes: columns.map(() => ''), rows, rowsAffected: 0, lastInsertRowid: undefined },
  toJSON: () => ({ columns, rows }),
})

/** Values by name and, not enumerable, by number: the driver reads both. */
function asRow(columns: readonly string[], values: readonly unknown[]): Row {
  const row: Record<string, unknown> = {}
  Object.defineProperty(row, 'length', { value: values.length })
  values.forEach((value, index) => {
    Object.defineProperty(row, index, { value })
    const name = columns[index] ?? ''
    if (!Object.hasOwn(row, name)) row[name] = value
  })
  return row as Row
}

const codes: Readonly<Record<number, string>> = {
  5: 'SQLITE_BUSY',
  6: 'SQLITE_LOCKED',
  8: 'SQLITE_READONLY',
  10: 'SQLITE_IOERR',
  11: 'SQLITE_CORRUPT',
  13: 'SQLITE_FULL',
  19: 'SQLITE_CONSTRAINT',
  787: 'SQLITE_CONSTRAINT_FOREIGNKEY',
  1555: 'SQLITE_CONSTRAINT_PRIMARYKEY',
  2067: 'SQLITE_CONSTRAINT_UNIQUE',
}

/** Named as libSQL names them, since Payload and our retries go by these names. */
function named(error: unknown): unknown {
  const { errcode, message } = error as { errcode?: number; message?: string }
  if (errcode === undefined) return error
  const code = codes[errcode] ?? codes[errcode & 0xff] ?? 'SQLITE_ERROR'
  return Object.assign(new Error(`${code}: ${message ?? ''}`, { cause: error }), { code })
}
