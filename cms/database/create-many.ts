/**
 * Inserts many rows of a flat collection (texts, numbers, checkboxes, JSON) in one statement: through the
 * adapter each row costs its own, which is most of the time of a batch. Other databases take them one by one.
 */
import type { CollectionSlug, Payload, PayloadRequest } from 'payload'

type Row = Record<string, unknown> & { id: string }
type Session = { insert(table: unknown): { values(rows: object[]): Promise<unknown> } }
type Sqlite = {
  name: string
  tables: Record<string, unknown>
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
  const session = adapter.sessions[String(await req.transactionID)]
  const table = adapter.tables[adapter.tableNameMap.get(collection.replaceAll('-', '_')) ?? '']
  if (!session || !table) throw new TypeError(`createMany: ${collection} needs a transaction and a table`)
  for (let at = 0; at < rows.length; at += rowsAtOnce) {
    const values = rows
      .slice(at, at + rowsAtOnce)
      .map((row) => ({ ...withoutUndefined(row), createdAt: now, updatedAt: now }))
    await session.db.insert(table).values(values)
  }
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
