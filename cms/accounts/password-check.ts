/**
 * Compares a password with what Payload stored (PBKDF2-SHA256, its parameters). An account that does not exist
 * costs the same: the work is done either way, on a salt nobody has.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { longestPassword } from '#domain/accounts/password.ts'
import { deriveKey } from './derive-key.ts'

const prefix = 'pbkdf2-sha256-v1:'
const iterations = 600_000
const keyLength = 32

const nobody = { salt: randomBytes(32).toString('hex'), hash: randomBytes(keyLength) }

export type StoredPassword = { salt?: unknown; hash?: unknown }

export async function isPassword(stored: StoredPassword | null, given: string): Promise<boolean> {
  const { salt, hash } = stored ?? {}
  const isKnown = typeof salt === 'string' && typeof hash === 'string' && hash.startsWith(prefix)
  const derived = await deriveKey({
    password: given.slice(0, longestPassword),
    salt: isKnown ? salt : nobody.salt,
    iterations,
    keyLength,
  })
  const expected = isKnown ? Buffer.from(hash.slice(prefix.length), 'hex') : nobody.hash
  const isEqual = expected.length === derived.length && timingSafeEqual(expected, derived)
  return isEqual && isKnown && given.length <= longestPassword
}
