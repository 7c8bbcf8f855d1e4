/** Everything before the processes start: whose data these are, the builds, the filling. */
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { env, payloadSecret } from '../../env.ts'
import { takeLock } from '../../publication/lock.ts'
import { buildIfNeeded } from '../build-if-needed.ts'
import { CommandError } from '../command.ts'
import { startProgress } from '../progress.ts'
import { fillDemo, fillEmails, guardedEmails } from './fill.ts'
import { claimMedia, deleteDemonstration, demonstrationIn } from './ownership.ts'
import { requireFreePorts } from './ports.ts'
import { newRecord, newSecrets, writeRecord, type DemoAccount, type DemoRecord } from './record.ts'
import { withdrawAccounts } from './serve.ts'

/** @throws CommandError before anything was touched, when this place is not for a demonstration. */
export async function prepareDemo({ isFresh }: { isFresh: boolean }): Promise<DemoAccount[]> {
  if (env.DATABASE_URI)
    throw new CommandError(
      'DATABASE_URI đang được đặt. Bản trình diễn chỉ dùng dữ liệu riêng của nó; hãy bỏ DATABASE_URI rồi chạy lại.',
    )
  await requireFreePorts([
    { setting: 'CMS_PORT', host: env.CMS_HOST, port: env.CMS_PORT },
    { setting: 'WEB_PORT', host: env.WEB_HOST, port: env.WEB_PORT },
  ])
  const migrations = path.join(env.ROOT, 'migrations/sqlite')
  const found = demonstrationIn(env.DATA_DIR, migrations)
  return alone(async () => {
    withdrawAccounts()
    const isStale = found !== null && (isFresh || found.isEmptying === true)
    if (isStale) deleteDemonstration(env.DATA_DIR, env.MEDIA_DIR, found)
    const record = isStale || !found ? begin() : found
    await buildIfNeeded({ report: (line) => process.stderr.write(`${line}\n`) })
    return isWhole(record) ? record.accounts : fill(record)
  })
}

/** The publisher's lock keeps a second demonstration, and a cms that still runs here, away meanwhile. */
async function alone<T>(work: () => Promise<T>): Promise<T> {
  const lock = await takeLock(env.DATA_DIR, { whenHeld: 'fail' }).catch((cause: unknown) => {
    if ((cause as { code?: unknown }).code !== 'lock-held') throw cause
    throw new CommandError(
      `Có tiến trình đang chạy trên dữ liệu ở ${env.DATA_DIR}. Hãy dừng nó rồi chạy lại.`,
      { cause },
    )
  })
  try {
    return await work()
  } finally {
    lock.release()
  }
}

function begin(): DemoRecord {
  mkdirSync(env.DATA_DIR, { recursive: true })
  const record = newRecord(fillEmails, guardedEmails)
  claimMedia(env.MEDIA_DIR)
  writeRecord(env.DATA_DIR, record)
  return record
}

/** Data filled before accounts had second factors are gone through once more, which only adds them. */
const isWhole = (record: DemoRecord): record is DemoRecord & { accounts: DemoAccount[] } =>
  record.accounts !== null && record.secrets !== undefined

async function fill({ secrets = newSecrets(guardedEmails), ...found }: DemoRecord): Promise<DemoAccount[]> {
  const record = { ...found, secrets }
  // Before anything is enrolled with them: an interrupted run goes on with the same secrets.
  writeRecord(env.DATA_DIR, { ...record, accounts: null })
  // Made here, so that neither this process nor the builds need one to be named whatever NODE_ENV says.
  payloadSecret({ ...env, PORTAL_DEMO: true })
  process.stderr.write('Đang điền dữ liệu trình diễn …\n')
  const { withPayload } = await import('../with-payload.ts')
  const progress = startProgress()
  const accounts = await withPayload((payload) =>
    fillDemo(payload, { passwords: record.passwords, secrets, onProgress: progress.update }),
  ).finally(progress.end)
  writeRecord(env.DATA_DIR, { ...record, accounts })
  return accounts
}
