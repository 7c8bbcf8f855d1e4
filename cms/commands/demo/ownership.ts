/** Whose data lie in the folders: only a demonstration's may be filled or deleted here. */
import { existsSync, mkdirSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { CommandError } from '../command.ts'
import { newerData, readRecord, recordFile, writeRecord, type DemoRecord } from './record.ts'

/** What building and starting leave in an unused folder. */
const harmless = new Set(['secret', 'internal-token', 'publisher.lock', 'publisher.json'])

const listed = (folder: string): string[] => (existsSync(folder) ? readdirSync(folder) : [])

/**
 * The demonstration's record, or `null` for a folder without data.
 * @throws CommandError when the data are somebody's, or newer than this program.
 */
export function demonstrationIn(dataDir: string, migrationDir: string): DemoRecord | null {
  const record = readRecord(dataDir)
  const data = listed(dataDir).filter(
    (name) => !name.startsWith('.') && !harmless.has(name) && !isEmptyFile(path.join(dataDir, name)),
  )
  if (!record && data.length > 0) {
    throw new CommandError(
      `${dataDir} đang có dữ liệu không phải của bản trình diễn (${data[0] ?? ''}). Không đụng đến; hãy đặt DATA_DIR là một thư mục khác.`,
    )
  }
  if (record && !record.isEmptying) requireKnownMigrations(dataDir, migrationDir)
  return record
}

const isEmptyFile = (file: string): boolean => {
  const stat = statSync(file, { throwIfNoEntry: false })
  return stat !== undefined && stat.isFile() && stat.size === 0
}

/** A migration that this program does not have was made by a newer one. */
function requireKnownMigrations(dataDir: string, migrationDir: string): void {
  const file = path.join(dataDir, 'cms.sqlite')
  if (!existsSync(file)) return
  const db = new DatabaseSync(file, { readOnly: true, timeout: 5000 })
  try {
    const hasTable = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'payload_migrations'").get()
    const done = hasTable
      ? db.prepare('SELECT name FROM payload_migrations WHERE name IS NOT NULL').all()
      : []
    const known = new Set(listed(migrationDir).map((name) => name.replace(/\.ts$/, '')))
    if (done.some(({ name }) => !known.has(String(name)))) throw new CommandError(newerData(dataDir))
  } finally {
    db.close()
  }
}

/** A media folder is the demonstration's when it was empty before; what lay there stays whatever happens. */
const mediaMark = '.demonstration'

export function claimMedia(mediaDir: string): void {
  if (listed(mediaDir).some((name) => !name.startsWith('.'))) return
  mkdirSync(mediaDir, { recursive: true })
  writeFileSync(
    path.join(mediaDir, mediaMark),
    'Tệp trong thư mục này do npm run demo tạo; npm run demo -- --fresh sẽ xóa.\n',
  )
}

/** Deletes a demonstration. The mark goes last, so that a deletion that was interrupted is taken up again. */
export function deleteDemonstration(dataDir: string, mediaDir: string, record: DemoRecord): void {
  writeRecord(dataDir, { ...record, isEmptying: true })
  if (existsSync(path.join(mediaDir, mediaMark))) {
    for (const name of ['editions', 'media', 'files'])
      rmSync(path.join(mediaDir, name), { recursive: true, force: true })
  }
  const mark = path.basename(recordFile(dataDir))
  for (const name of listed(dataDir)) {
    if (name !== mark && !harmless.has(name))
      rmSync(path.join(dataDir, name), { recursive: true, force: true })
  }
  rmSync(path.join(dataDir, mark), { force: true })
}
