/**
 * `DATA_DIR/demo.json`: the mark that the data are a demonstration's, written before anything else, with the
 * passwords of its people, so that an interrupted or repeated run goes on with the same ones.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import type { Role } from '#domain/roles.ts'
import { newSecret } from '../../accounts/timed-code.ts'
import { CommandError } from '../command.ts'
import { writePrivateFile } from './private-file.ts'

export type DemoAccount = {
  email: string
  password: string
  role: Role
  agency: string | null
  /** The secret of an enrolled second factor, base32. */
  totp?: string
}

export type DemoRecord = {
  version: number
  passwords: Record<string, string>
  /** Secrets of second factors, base32, by address; absent in data of before there were any. */
  secrets?: Record<string, string>
  /** The accounts once everything is filled in; `null` before. */
  accounts: DemoAccount[] | null
  /** A deletion has begun: what is left of the data is good for nothing else. */
  isEmptying?: boolean
}

export const recordVersion = 1

export const recordFile = (dataDir: string): string => path.join(dataDir, 'demo.json')

/** `null` when the folder is no demonstration's. @throws CommandError when a newer program wrote it or it is unreadable. */
export function readRecord(dataDir: string): DemoRecord | null {
  const file = recordFile(dataDir)
  if (!existsSync(file)) return null
  let record: DemoRecord
  try {
    record = JSON.parse(readFileSync(file, 'utf8')) as DemoRecord
  } catch (cause) {
    throw new CommandError(`Không đọc được ${file} nên không rõ dữ liệu là của ai. Chưa làm gì.`, { cause })
  }
  if (record.version > recordVersion) throw new CommandError(newerData(dataDir))
  return record
}

export const newerData = (dataDir: string): string =>
  `Dữ liệu trong ${dataDir} do phiên bản phần mềm mới hơn tạo ra. Hãy chạy phiên bản đó, hoặc đặt DATA_DIR khác.`

export const writeRecord = (dataDir: string, record: DemoRecord): void =>
  writePrivateFile(recordFile(dataDir), JSON.stringify(record, null, 2))

/** `guarded`: whose accounts have a second factor. */
export const newRecord = (emails: readonly string[], guarded: readonly string[] = []): DemoRecord => ({
  version: recordVersion,
  passwords: Object.fromEntries(emails.map((email) => [email, randomBytes(15).toString('base64url')])),
  secrets: newSecrets(guarded),
  accounts: null,
})

export const newSecrets = (guarded: readonly string[]): Record<string, string> =>
  Object.fromEntries(guarded.map((email) => [email, newSecret()]))
