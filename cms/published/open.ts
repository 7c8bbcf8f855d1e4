/**
 * Opens the read model. It is never migrated: its version is the hash of the schema, and a file of another
 * version is rebuilt beside and replaced.
 *
 * Journal: WAL. The web process reads while the publisher commits, and a publisher killed inside a commit
 * must not stop searches: with a rollback journal a read-only connection that meets a hot journal can only
 * fail until the writer is back. The price: whoever reads needs the right to write the `-shm` file beside
 * it, and a copy for another host is made with `VACUUM INTO`, never by copying the three files.
 * `synchronous=FULL`: what was acknowledged survives a power cut.
 */
import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { readMeta, writeMeta } from './meta.ts'

export { readMeta, writeMeta }

const schema = readFileSync(path.join(import.meta.dirname, 'schema.sql'), 'utf8')

export const schemaVersion: string = createHash('sha256').update(schema).digest('hex').slice(0, 16)

const busyTimeout = 5000
/** For whoever writes. What is taken from the public is overwritten, not only unlinked. */
const forWriting = 'PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON; PRAGMA secure_delete = ON'

/** Creates an empty read model. @throws when the file exists and is not empty. */
export function createReadModel(file: string): DatabaseSync {
  const db = new DatabaseSync(file, { timeout: busyTimeout })
  db.exec(`PRAGMA journal_mode = WAL; ${forWriting}`)
  db.exec(`BEGIN IMMEDIATE; ${schema}; COMMIT`)
  writeMeta(db, 'schema_version', schemaVersion)
  return db
}

/** Opens for the one writer. @throws when there is no read model of this version. */
export function openReadModelForWriting(file: string): DatabaseSync {
  return opened(
    new DatabaseSync(`file:${encodeURI(path.resolve(file))}?mode=rw`, { timeout: busyTimeout }),
    (db) => db.exec(forWriting),
  )
}

/** Opens for readers. @throws when there is no read model of this version. */
export function openReadModel(file: string): DatabaseSync {
  return opened(new DatabaseSync(file, { readOnly: true, timeout: busyTimeout }))
}

function opened(db: DatabaseSync, prepare: (db: DatabaseSync) => void = () => {}): DatabaseSync {
  try {
    prepare(db)
    const version = readMeta(db, 'schema_version')
    if (version !== schemaVersion)
      throw new Error(`Mô hình đọc có phiên bản ${version}, cần ${schemaVersion}: hãy dựng lại`)
    return db
  } catch (error) {
    db.close()
    throw error
  }
}
