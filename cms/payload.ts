/** Payload, ready for work: migrated, with transactions proven. The one way for processes and commands to open it. */
import { mkdir } from 'node:fs/promises'
import { getPayload, type Payload } from 'payload'
import { requireTransactions } from './database.ts'
import { env } from './env.ts'

/**
 * Opens the CMS database, runs waiting migrations and checks transactions.
 * @throws Error when the database is newer than the code, unreachable or without transactions.
 */
export async function openPayload(): Promise<Payload> {
  await mkdir(env.DATA_DIR, { recursive: true })
  const { default: config } = await import('../payload.config.ts')
  const payload = await getPayload({ config, disableOnInit: false })
  const { migrations } = env.DATABASE_URI.startsWith('mongodb')
    ? await import('#migrations/mongodb/index.ts')
    : await import('#migrations/sqlite/index.ts')
  await payload.db.migrate({ migrations: migrations as never })
  await requireTransactions(payload)
  return payload
}
