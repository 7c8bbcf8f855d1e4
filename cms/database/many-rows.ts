/**
 * Writes many rows of a flat collection (texts, numbers, checkboxes, JSON) in one statement: through the
 * adapter each row costs its own, which is most of the time of a batch. Other databases take them one by one.
 */
import { sql, type SQL } from '@payloadcms/db-sqlite/drizzle'
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'

type Row = Record<string, unknown> & { id: string }
type Table = Record<string, { name: string }>
type Insertion = Promise<unknown> & {
  onConflictDoUpdate(conflict: { target: unknown; set: Record<string, SQL> }): Promise<unknown>
}
type Session = { insert(table: unknown): { values(rows: object[]): Insertion } }
type Sqlite = {
  name: string
  tables: Record<string, Table | undefined>
  tableNameMap: Map<string, string>
  sessions: Record<string, { db: Session } | undefined>
}

/** SQLite takes at most 32,766 values in a statement; the widest ledger has 20 columns. */
const rowsAtOnce = 200

/** @throws what the database says; inside the transaction of `req`, which is required. */
export async function createMany(
  payload: Payload,
  collection: CollectionSlug,
  rows: readonly Row[],
  req: PayloadRequest,
): Promise<void> {
  const now = new Date().toISOString()
  const adapter = payload.db as unknown as Sqlite
  if (adapter.name !== 'sqlite') {
    for (const { id, ...data } of rows)
      await payload.db.create({ collection, customID: id, data, req, returning: false })
    return
  }
  const { session, table } = await sessionOf(adapter, collection, req)
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const values = rows
      .slice(at, at + rowsAtOnce)
      .map((row) => ({ ...withoutUndefined(row), createdAt: now, updatedAt: now }))
    await session.insert(table).values(values)
  }
}

/**
 * Changes the same fields of many existing rows, each to its own values.
 * @throws what the database says; inside the transaction of `req`, which is required.
 */
export async function updateEach(
  payload: Payload,
  collection: CollectionSlug,
  rows: readonly Row[],
  req: PayloadRequest,
): Promise<void> {
  const adapter = payload.db as unknown as Sqlite
  if (adapter.name !== 'sqlite') {
    for (const { id, ...data } of rows)
      await payload.db.updateOne({ collection, id, data, req, returning: false })
    return
  }
  const { session, table } = await sessionOf(adapter, collection, req)
  const names = Object.keys(rows[0] ?? {}).filter((name) => name !== 'id')
  // SQLite has no UPDATE of many rows with values of their own; an insertion that gives way is one.
  const set = Object.fromEntries(
    names.map((name) => [name, sql.raw(`excluded."${table[name]?.name ?? name}"`)] as const),
  )
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const values = rows.slice(at, at + rowsAtOnce).map(withoutUndefined)
    await session.insert(table).values(values).onConflictDoUpdate({ target: table.id, set })
  }
}

async function sessionOf(adapter: Sqlite, collection: string, req: PayloadRequest) {
  const session = adapter.sessions[String(await req.transactionID)]?.db
  const table = adapter.tables[adapter.tableNameMap.get(collection.replaceAll('-', '_')) ?? '']
  if (!session || !table) throw new TypeError(`${collection} needs a transaction and a table`)
  return { session, table }
}

/** One statement has one list of columns: what one row lacks must not be a default of another. */
const withoutUndefined = (row: Row): object =>
  Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? null]))

/** An id as the database at hand makes them: a UUID, or the 24 hexadecimal digits of MongoDB. */
export function newId(payload: Payload): string {
  if ((payload.db as unknown as Sqlite).name === 'sqlite') return crypto.randomUUID()
  const seconds = Math.floor(Date.now() / 1000)
    .toString(16)
    .padStart(8, '0')
  return seconds + Buffer.from(crypto.getRandomValues(new Uint8Array(8))).toString('hex')
}
