/**
 * Which database the cms uses, by `DATABASE_URI`: MongoDB (a replica set) or, when empty, the embedded
 * SQLite file in DATA_DIR. Both keep ids as opaque strings and have transactions, checked at start.
 */
import path from 'node:path'
import { mongooseAdapter } from '@payloadcms/db-mongodb'
import type { Payload } from 'payload'
import { embeddedSqlite } from './database/sqlite.ts'
import type { Env } from './env.ts'

export const isMongo = (uri: string): boolean => /^mongodb(\+srv)?:\/\//.test(uri)

/** @throws Error when the address is neither MongoDB's nor a file's. */
export function databaseAdapter(settings: Env) {
  const migrations = path.join(settings.ROOT, 'migrations')
  if (isMongo(settings.DATABASE_URI)) {
    return mongooseAdapter({ url: settings.DATABASE_URI, migrationDir: path.join(migrations, 'mongodb') })
  }
  const url = settings.DATABASE_URI || `file:${path.join(settings.DATA_DIR, 'cms.sqlite')}`
  if (!url.startsWith('file:'))
    throw new Error(
      'DATABASE_URI: phải là mongodb://… (có replicaSet=) hoặc file:/…; để trống để dùng tệp trong DATA_DIR',
    )
  return embeddedSqlite(url, path.join(migrations, 'sqlite'))
}

/**
 * Proves that a transaction really begins and rolls back.
 * @throws Error naming the cause: a stand-alone MongoDB, or a missing `replicaSet=` in the address.
 */
export async function requireTransactions(payload: Payload): Promise<void> {
  const id = await payload.db.beginTransaction()
  if (id === null || id === undefined) {
    throw new Error(
      'Cơ sở dữ liệu không có giao dịch. MongoDB cần chạy dạng replica set và địa chỉ phải có replicaSet=…',
    )
  }
  await payload.db.rollbackTransaction(id)
}
