/** `DATA_DIR/internal-token`: whoever may read it may hand work to the running cms (`internal.ts`). */
import { randomBytes } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'

export const internalTokenFile = (dataDir: string): string => path.join(dataDir, 'internal-token')

/**
 * The token of this data folder, made once and readable by its owner only. It stays the same from start to
 * start, so that a second process which then finds its port taken has not locked the first one's commands out.
 */
export function internalToken(dataDir: string): string {
  const file = internalTokenFile(dataDir)
  const known = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (/^[0-9a-f]{64}$/.test(known)) return known
  const temporary = `${file}.${process.pid}.tmp`
  writeFileSync(temporary, randomBytes(32).toString('hex'), { mode: 0o600 })
  renameSync(temporary, file)
  return readFileSync(file, 'utf8')
}
