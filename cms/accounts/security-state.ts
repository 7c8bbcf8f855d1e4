/** What the security screen shows of an account: its factor and its sessions. No secrets. */
import type { Payload } from 'payload'
import { needsSecondFactor } from '#domain/accounts/session-rules.ts'
import type { Person } from '../access/person.ts'
import { factorOf, isEnrolled } from './second-factor.ts'
import { liveSessions } from './sessions.ts'

export type ShownSession = {
  id: string
  /** ISO 8601 UTC. */
  startedAt: string
  lastSeenAt: string
  address: string
  browser: string
  isCurrent: boolean
}

export type SecurityState = {
  factor: { isRequired: boolean; enrolledAt: string | null; recoveryCodesLeft: number }
  sessions: ShownSession[]
}

export async function shownSessions(payload: Payload, user: string, sid?: string): Promise<ShownSession[]> {
  const rows = await liveSessions(payload, user, new Date())
  return rows.map(({ id, startedAt, lastSeenAt, address, browser, sid: own }) => ({
    ...{ id, startedAt, lastSeenAt, address, browser },
    isCurrent: own === sid,
  }))
}

export async function securityState(
  payload: Payload,
  { id, role, sid }: Person & { sid: string },
): Promise<SecurityState> {
  const factor = await factorOf(payload, id)
  return {
    factor: {
      isRequired: needsSecondFactor(role),
      enrolledAt: isEnrolled(factor) ? factor.confirmedAt : null,
      recoveryCodesLeft: isEnrolled(factor) ? factor.recoveryHashes.length : 0,
    },
    sessions: await shownSessions(payload, id, sid),
  }
}
