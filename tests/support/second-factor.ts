/** Second factors of test people: enrolled for real, with a secret that follows from the address. */
import { createHash } from 'node:crypto'
import { Secret } from 'otpauth'
import type { Payload } from 'payload'
import { enrolWithSecret } from '#cms/accounts/second-factor.ts'
import { codeAtStep } from '#cms/accounts/timed-code.ts'
import { inTransaction } from '#cms/workflow/transaction.ts'
import { needsSecondFactor } from '#domain/accounts/session-rules.ts'
import { stepAt, stepSeconds } from '#domain/accounts/one-time-code.ts'
import type { Role } from '#domain/roles.ts'

export const secretOf = (email: string): string => {
  const bytes = createHash('sha256').update(email).digest().subarray(0, 20)
  return new Secret({ buffer: new Uint8Array(bytes).buffer }).base32
}

/** The code of the present step, or of one so many steps away. `clockMs`: how far the person's clock is ahead. */
export const codeFor = (email: string, drift = 0, secret = secretOf(email), clockMs = 0): string =>
  codeAtStep(secret, stepAt(Date.now() + clockMs) + drift)

/** Milliseconds until the next step, and a little more. */
export const untilNextStep = (): number => stepSeconds * 1000 - (Date.now() % (stepSeconds * 1000)) + 200

/** Enrols whoever needs a factor; answers the recovery codes. */
export async function enrolIfNeeded(
  payload: Payload,
  { id, email, role }: { id: string; email: string; role: string },
): Promise<string[]> {
  if (!needsSecondFactor(role as Role)) return []
  return inTransaction({ payload }, (req) =>
    enrolWithSecret(payload, { user: id, secret: secretOf(email), now: new Date() }, req),
  )
}
