/**
 * Payload's SQLite adapter on our serial client, with real transactions: a failed COMMIT is an error
 * (the stock adapter reports success with nothing stored), and parent tables have the indexes that keep
 * reads from scanning (Payload notes §4 and §10.1). Tested by tests/conformance.
 */
import { sqliteAdapter } from '@payloadcms/db-sqlite'
import { index } from '@payloadcms/db-sqlite/drizzle/sqlite-core'
import { createSerialClient, type SerialClient, type WriterTransaction } from './sqlite-client.ts'

type Arguments = Parameters<typeof sqliteAdapter>[0]
type SchemaHook = NonNullable<Arguments['afterSchemaInit']>[number]
type TransactionId = string | number
type Adapter = {
  client: SerialClient
  connect(this: unknown, options?: { hotReload: boolean }): Promise<void>
  beginTransaction(this: unknown, options?: unknown): Promise<TransactionId | null>
  commitTransaction(this: unknown, id: TransactionId | Promise<TransactionId>): Promise<void>
  destroy?(this: unknown): Promise<void>
}

const addParentIndexes: SchemaHook = ({ schema, extendTable }) => {
  for (const [name, table] of Object.entries(schema.tables)) {
    const column = /_(texts|numbers)$/.test(name) ? 'parent' : /_locales$/.test(name) ? '_parentID' : null
    if (!column || !(column in table)) continue
    extendTable({
      table,
      extraConfig: (columns) => ({
        [`${name}_parent_only_idx`]: index(`${name}_parent_only_idx`).on(columns[column] as never),
      }),
    })
  }
  return schema
}

/** The embedded database at `url` (`file:/…/cms.sqlite`). Ids are opaque strings (UUID). */
export function embeddedSqlite(url: string, migrationDir: string): ReturnType<typeof sqliteAdapter> {
  const base = sqliteAdapter({
    client: { url },
    idType: 'uuid',
    push: false,
    migrationDir,
    transactionOptions: {},
    afterSchemaInit: [addParentIndexes],
  })
  return {
    ...base,
    init: (options) => {
      const adapter = base.init(options) as unknown as Adapter
      const open = new Map<TransactionId, WriterTransaction | null>()
      const { connect, beginTransaction, commitTransaction } = adapter
      const client = createSerialClient(url)
      adapter.client = client
      adapter.connect = async function (connectOptions) {
        await client.open()
        await connect.call(this, connectOptions)
      }
      adapter.beginTransaction = async function (beginOptions) {
        const id = await beginTransaction.call(this, beginOptions)
        if (id !== null) open.set(id, client.lastTransaction)
        return id
      }
      adapter.commitTransaction = async function (pending) {
        const id = await pending
        const transaction = open.get(id)
        open.delete(id)
        await commitTransaction.call(this, id)
        if (transaction?.commitError)
          throw new Error('COMMIT failed: nothing was stored', { cause: transaction.commitError })
      }
      adapter.destroy = async function () {
        await Promise.resolve(client.close())
      }
      return adapter as never
    },
  }
}
