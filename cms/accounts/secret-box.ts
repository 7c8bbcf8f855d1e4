/** Seals second factors at rest: AES-256-GCM and HMAC under keys drawn from PAYLOAD_SECRET, each bound to its account. */
import { createCipheriv, createDecipheriv, createHmac, hkdfSync, randomBytes } from 'node:crypto'
import { payloadSecret } from '../env.ts'

const version = 'v1'
const keyFor = (purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', payloadSecret(), '', `portal second factor ${purpose}`, 32))

/** `v1.iv.tag.ciphertext`; opens only for the same `owner` and under the same PAYLOAD_SECRET. */
export function seal(text: string, owner: string): string {
  const iv = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyFor('secret'), iv).setAAD(Buffer.from(owner))
  const sealed = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()])
  return [
    version,
    ...[iv, cipher.getAuthTag(), sealed].map((part: Buffer) => part.toString('base64url')),
  ].join('.')
}

/** @throws Error when it was changed, belongs to another account, or PAYLOAD_SECRET is another one. */
export function open(sealed: string, owner: string): string {
  const [given, ...parts] = sealed.split('.')
  const [iv, tag, text] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (given !== version || !iv || tag?.length !== 16 || !text) throw new Error('second factor: unknown form')
  const decipher = createDecipheriv('aes-256-gcm', keyFor('secret'), iv)
    .setAAD(Buffer.from(owner))
    .setAuthTag(tag)
  return Buffer.concat([decipher.update(text), decipher.final()]).toString('utf8')
}

/** What is kept of a recovery code. The codes are random (80 bits), so a keyed hash without stretching holds. */
export const recoveryHash = (code: string, owner: string): string =>
  createHmac('sha256', keyFor('recovery')).update(`${owner}\n${code}`).digest('hex')
