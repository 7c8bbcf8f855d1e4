/**
 * Sessions: started by `sign-in.ts`, seen and ended here. A session counts while its row is alive; Payload's own
 * list on the account is only its bookkeeping.
 */
import type { Payload, PayloadRequest, Where } from 'payload'
import { isAlive, type SessionLimits } from '#domain/accounts/session-rules.ts'
import { env } from '../env.ts'

export type SessionRow = {
  id: string
  sid: string
  user: string
  /** ISO 8601 UTC, as all times here. */
  startedAt: string
  lastSeenAt: string
  endedAt?: string | null
  endReason?: string | null
  address: string
  browser: string
}

export type EndReason =
  | 'signed-out'
  | 'ended-by-owner'
  | 'ended-by-administrator'
  | 'password-changed'
  | 'factor-changed'
  | 'account-disabled'
  | 'expired'

const collection = 'sign-ins'
const keptMs = 90 * 24 * 60 * 60 * 1000
/** Seen again within this time changes nothing worth a write. */
const seenEveryMs = 60_000

export const sessionLimits: SessionLimits = {
  idleMs: env.SESSION_IDLE_MINUTES * 60_000,
  maxMs: env.SESSION_MAX_HOURS * 60 * 60_000,
}

export type NewSession = { sid: string; user: string; address: string; browser: string; now: Date }

/** Also forgets this account's sessions of more than ninety days ago; the audit keeps its own. */
export async function startSession(
  payload: Payload,
  { now, ...session }: NewSession,
  req: PayloadRequest,
): Promise<void> {
  const at = now.toISOString()
  await payload.db.create({ collection, data: { ...session, startedAt: at, lastSeenAt: at }, req })
  const old = new Date(now.getTime() - keptMs).toISOString()
  await payload.db.deleteMany({
    collection,
    where: { and: [{ user: { equals: session.user } }, { startedAt: { less_than: old } }] },
    req,
  })
}

export const sessionOf = (payload: Payload, sid: string): Promise<SessionRow | null> =>
  payload.db.findOne<SessionRow>({ collection, where: { sid: { equals: sid } } })

export async function markSeen(
  payload: Payload,
  { id, lastSeenAt }: SessionRow,
  { idleMs }: SessionLimits,
  now: Date,
): Promise<void> {
  if (now.getTime() - Date.parse(lastSeenAt) < Math.min(seenEveryMs, idleMs / 10)) return
  await payload.db.updateOne({
    collection,
    id,
    data: { lastSeenAt: now.toISOString() },
    returning: false,
  })
}

/** Those that still count, the latest seen first. */
export async function liveSessions(payload: Payload, user: string, now: Date): Promise<SessionRow[]> {
  const { docs } = await payload.db.find<SessionRow>({
    collection,
    where: { user: { equals: user } },
    sort: '-lastSeenAt',
    limit: 200,
    pagination: false,
  })
  return docs.filter((session) => isAlive(session, sessionLimits, now.getTime()))
}

type Ending = {
  user: string
  reason: EndReason
  now: Date
  /** Only this one (its row's id). */
  only?: string | undefined
  /** All but this one (its sid). */
  except?: string
}

/** Answers how many were ended. */
export async function endSessions(
  payload: Payload,
  { user, reason, now, only, except }: Ending,
  req: PayloadRequest,
): Promise<number> {
  const open: Where = { and: [{ user: { equals: user } }, { endedAt: { exists: false } }] }
  const { docs } = await payload.db.find<SessionRow>({
    collection,
    where: open,
    limit: 0,
    pagination: false,
    req,
  })
  const ending = docs.filter(({ id, sid }) => (only === undefined || id === only) && sid !== except)
  for (const { id } of ending) {
    await payload.db.updateOne({
      collection,
      id,
      data: { endedAt: now.toISOString(), endReason: reason },
      req,
      returning: false,
    })
  }
  return ending.length
}
