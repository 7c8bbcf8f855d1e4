/**
 * Second factors of accounts: begun, confirmed, used, removed. They lie apart from the accounts' rows, which
 * Payload writes back whole; a spent step must not come back with a stale copy.
 */
import type { Payload, PayloadRequest } from 'payload'
import { readCode } from '#domain/accounts/one-time-code.ts'
import { PortalError } from '../errors.ts'
import { newRecoveryCodes } from './recovery-codes.ts'
import { open, recoveryHash, seal } from './secret-box.ts'
import { newSecret, stepOfCode } from './timed-code.ts'

export type FactorRow = {
  id: string
  user: string
  /** Sealed; see `secret-box.ts`. */
  secret: string
  /** ISO 8601 UTC; absent while the person has not yet shown a code. */
  confirmedAt?: string | null
  lastStep: number
  /** Counts changes of `recoveryHashes`, for compare-and-set. */
  revision: number
  recoveryHashes: string[]
}

const collection = 'second-factors'

export const factorOf = (payload: Payload, user: string, req?: PayloadRequest): Promise<FactorRow | null> =>
  payload.db.findOne<FactorRow>({ collection, where: { user: { equals: user } }, ...(req ? { req } : {}) })

export const isEnrolled = (factor: FactorRow | null): factor is FactorRow & { confirmedAt: string } =>
  Boolean(factor?.confirmedAt)

/** A new secret, base32, that counts only once confirmed. @throws PortalError `factor-enrolled`. */
export async function beginFactor(payload: Payload, user: string, req: PayloadRequest): Promise<string> {
  const secret = newSecret()
  await storePending(payload, user, secret, req)
  return secret
}

async function storePending(
  payload: Payload,
  user: string,
  secret: string,
  req: PayloadRequest,
): Promise<void> {
  const found = await factorOf(payload, user, req)
  if (isEnrolled(found)) throw new PortalError('factor-enrolled')
  const data = {
    user,
    secret: seal(secret, user),
    confirmedAt: null,
    lastStep: 0,
    revision: 0,
    recoveryHashes: [],
  }
  if (found) await payload.db.updateOne({ collection, id: found.id, data, req, returning: false })
  else await payload.db.create({ collection, data, req })
}

/** Answers the recovery codes, readable only now. @throws PortalError `wrong-code`, `factor-enrolled`, `no-factor`. */
export async function confirmFactor(
  payload: Payload,
  { user, code, now }: { user: string; code: unknown; now: Date },
  req: PayloadRequest,
): Promise<string[]> {
  const found = await factorOf(payload, user, req)
  if (!found) throw new PortalError('no-factor')
  if (isEnrolled(found)) throw new PortalError('factor-enrolled')
  const given = readCode(code)
  const step =
    given?.kind === 'timed'
      ? stepOfCode(open(found.secret, user), given.code, now.getTime(), found.lastStep)
      : null
  if (step === null) throw new PortalError('wrong-code')
  return confirm(payload, found, { step, now }, req)
}

async function confirm(
  payload: Payload,
  { id, user }: FactorRow,
  { step, now }: { step: number; now: Date },
  req: PayloadRequest,
): Promise<string[]> {
  const codes = newRecoveryCodes()
  await payload.db.updateOne({
    collection,
    id,
    data: {
      confirmedAt: now.toISOString(),
      lastStep: step,
      revision: 1,
      recoveryHashes: codes.map((each) => recoveryHash(each, user)),
    },
    req,
    returning: false,
  })
  return codes
}

/**
 * Enrols with a secret that is already known to its owner: for commands that make accounts. Repeatable: an
 * enrolled account keeps what it has.
 */
export async function enrolWithSecret(
  payload: Payload,
  { user, secret, now }: { user: string; secret: string; now: Date },
  req: PayloadRequest,
): Promise<string[]> {
  if (isEnrolled(await factorOf(payload, user, req))) return []
  await storePending(payload, user, secret, req)
  const row = await factorOf(payload, user, req)
  return row ? confirm(payload, row, { step: 0, now }, req) : []
}

type Given = { code: unknown; now: Date }
type Match = { kind: 'timed'; step: number } | { kind: 'recovery'; left: string[] }

/** Whether a code would do, and what it would spend. Changes nothing. */
export function matchCode(factor: FactorRow, { code, now }: Given): Match | null {
  const given = readCode(code)
  if (given?.kind === 'timed') {
    const step = stepOfCode(open(factor.secret, factor.user), given.code, now.getTime(), factor.lastStep)
    return step === null ? null : { kind: 'timed', step }
  }
  if (!given) return null
  const used = recoveryHash(given.code, factor.user)
  const left = factor.recoveryHashes.filter((hash) => hash !== used)
  return left.length < factor.recoveryHashes.length ? { kind: 'recovery', left } : null
}

/**
 * Spends a code: a timed one for its step, a recovery one for ever. Compare-and-set, so that of two sign-ins
 * with one code only one goes through. Answers what was spent, `null` when nothing was.
 */
export async function spendCode(
  payload: Payload,
  factor: FactorRow,
  given: Given,
  req: PayloadRequest,
): Promise<Match | null> {
  const match = matchCode(factor, given)
  if (!match) return null
  const spent =
    match.kind === 'recovery'
      ? await writeRecovery(payload, factor, match.left, req)
      : await payload.db.updateOne({
          collection,
          where: {
            and: [
              { id: { equals: factor.id } },
              { or: [{ lastStep: { less_than: match.step } }, { lastStep: { equals: factor.lastStep } }] },
            ],
          },
          data: { lastStep: match.step },
          req,
        })
  return spent ? match : null
}

/** New recovery codes in place of all earlier ones. */
export async function renewRecoveryCodes(
  payload: Payload,
  factor: FactorRow,
  req: PayloadRequest,
): Promise<string[]> {
  const codes = newRecoveryCodes()
  const hashes = codes.map((each) => recoveryHash(each, factor.user))
  if (!(await writeRecovery(payload, factor, hashes, req))) throw new PortalError('try-again')
  return codes
}

const writeRecovery = (
  payload: Payload,
  { id, revision }: FactorRow,
  hashes: string[],
  req: PayloadRequest,
) =>
  payload.db.updateOne({
    collection,
    where: { and: [{ id: { equals: id } }, { revision: { equals: revision } }] },
    data: { recoveryHashes: hashes, revision: revision + 1 },
    req,
  })

/** Answers whether there was one. */
export async function removeFactor(payload: Payload, user: string, req: PayloadRequest): Promise<boolean> {
  const found = await factorOf(payload, user, req)
  if (!found) return false
  await payload.db.deleteOne({ collection, where: { id: { equals: found.id } }, req })
  return isEnrolled(found)
}
