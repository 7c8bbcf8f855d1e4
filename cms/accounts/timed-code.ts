/** Codes of authenticator apps (RFC 6238: SHA-1, six digits, thirty seconds), as every app understands them. */
import { timingSafeEqual } from 'node:crypto'
import { Secret, TOTP } from 'otpauth'
import { openSteps, stepSeconds } from '#domain/accounts/one-time-code.ts'

const issuer = 'Cong thong tin'

const totp = (secret: string, label = ''): TOTP =>
  new TOTP({ issuer, label, secret: Secret.fromBase32(secret), period: stepSeconds, digits: 6 })

/** 160 random bits in base32. */
export const newSecret = (): string => new Secret({ size: 20 }).base32

/** `otpauth://totp/…`, what the QR code says. */
export const secretUri = (secret: string, email: string): string => totp(secret, email).toString()

export const codeAtStep = (secret: string, step: number): string =>
  totp(secret).generate({ timestamp: step * stepSeconds * 1000 })

/** The step whose code this is, among those still open; `null` for a wrong, late or spent code. */
export function stepOfCode(secret: string, code: string, now: number, lastStep: number): number | null {
  const given = Buffer.from(code)
  const step = openSteps(now, lastStep).find((candidate) => {
    const expected = Buffer.from(codeAtStep(secret, candidate))
    return expected.length === given.length && timingSafeEqual(expected, given)
  })
  return step ?? null
}
