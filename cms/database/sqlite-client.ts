/**
 * The connections behind the embedded database: one writer, one reader, one queue of writers.
 *
 * Stock libSQL opens a new connection after each transaction (losing every PRAGMA and a file descriptor)
 * and fails concurrent transactions with SQLITE_BUSY; measured in the Payload notes, §4. Here all writes go
 * through a first-come queue on one connection, so two transactions never meet.
 */
import type { Client, InArgs, InStatement, ResultSet } from '@libsql/client'
import { connectSqlite } from './sqlite-connection.ts'

type Statement = InStatement
type Open = { execute(statement: Statement, args?: InArgs): Promise<ResultSet> }

/** What drizzle sees as a transaction, plus why its COMMIT failed (drizzle swallows that). */
export type WriterTransaction = { commitError: unknown; closed: boolean }

export type SerialClient = Client & { lastTransaction: WriterTransaction | null; open(): Promise<void> }

const isRead = (statement: Statement): boolean =>
  /^\s*(select|pragma|explain)\b/i.test(typeof statement === 'string' ? statement : statement.sql)

/**
 * A libSQL client for a `file:` address whose writes queue up.
 * A write that waits longer than `lockTimeoutMs` fails: it is a nested write that forgot to pass `req`.
 */
export function createSerialClient(
  url: string,
  { lockTimeoutMs = 15_000, busyTimeoutMs = 10_000 } = {},
): SerialClient {
  let writer = connectSqlite(url)
  let reader = connectSqlite(url)
  let tail: Promise<void> = Promise.resolve()

  const acquire = async (): Promise<() => void> => {
    const previous = tail
    let release: () => void = () => {}
    tail = new Promise<void>((resolve) => (release = resolve))
    let timer: NodeJS.Timeout | undefined
    const timeout = new Promise<false>((resolve) => {
      timer = setTimeout(() => resolve(false), lockTimeoutMs)
    })
    const isFirst = await Promise.race([previous.then(() => true as const), timeout])
    clearTimeout(timer)
    if (!isFirst) {
      void previous.then(release)
      throw new Error('SQLite: hết thời gian chờ lượt ghi. Một lệnh ghi lồng nhau có thể đã quên truyền req.')
    }
    return release
  }

  const locked = async <T>(work: () => Promise<T>): Promise<T> => {
    const release = await acquire()
    try {
      return await work()
    } finally {
      release()
    }
  }

  const run = (connection: Open, statement: Statement, args?: InArgs) =>
    args === undefined ? connection.execute(statement) : connection.execute(statement, args)

  const beginTransaction = async () => {
    const release = await acquire()
    try {
      await writer.execute('BEGIN IMMEDIATE')
    } catch (error) {
      release()
      throw error
    }
    const end = async (sql: 'COMMIT' | 'ROLLBACK') => {
      if (transaction.closed) return
      try {
        await writer.execute(sql)
      } catch (error) {
        if (sql === 'COMMIT') {
          transaction.commitError = error
          throw error
        }
        // A statement error may already have rolled the transaction back: nothing is left to undo.
      }
      transaction.closed = true
      release()
    }
    const transaction = {
      closed: false,
      commitError: null as unknown,
      execute: (statement: Statement, args?: InArgs) => run(writer, statement, args),
      batch: async (statements: Statement[]) => {
        const results: ResultSet[] = []
        for (const statement of statements) results.push(await writer.execute(statement))
        return results
      },
      executeMultiple: (sql: string) => writer.executeMultiple(sql),
      commit: () => end('COMMIT'),
      rollback: () => end('ROLLBACK'),
      close: () => void end('ROLLBACK'),
    }
    return transaction
  }

  const client = {
    closed: false,
    protocol: 'file',
    lastTransaction: null as WriterTransaction | null,
    execute: (statement: Statement, args?: InArgs) =>
      isRead(statement) ? run(reader, statement, args) : locked(() => run(writer, statement, args)),
    batch: (statements: InStatement[]) => locked(() => writer.batch(statements)),
    migrate: (statements: InStatement[]) => locked(() => writer.migrate(statements)),
    executeMultiple: (sql: string) => locked(() => writer.executeMultiple(sql)),
    async transaction() {
      const transaction = await beginTransaction()
      client.lastTransaction = transaction
      return transaction
    },
    sync: () => Promise.resolve(undefined),
    close() {
      if (client.closed) return
      client.closed = true
      writer.close()
      reader.close()
    },
    async open() {
      if (client.closed) {
        writer = connectSqlite(url)
        reader = connectSqlite(url)
        client.closed = false
      }
      for (const connection of [writer, reader]) {
        // busy_timeout first: switching to WAL can itself meet another process.
        await connection.execute(`PRAGMA busy_timeout = ${busyTimeoutMs}`)
        await connection.execute('PRAGMA journal_mode = WAL')
        await connection.execute('PRAGMA synchronous = FULL')
        await connection.execute('PRAGMA foreign_keys = ON')
      }
    },
  }
  return client
}
