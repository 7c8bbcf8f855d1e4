/** When a session counts, and what it may do before the second factor is there. */
import type { Role } from '../roles.ts'

export type SessionLimits = {
  /** Milliseconds without any sign of the person. */
  idleMs: number
  /** Milliseconds from signing in, however busy. */
  maxMs: number
}

export type SessionTimes = {
  /** ISO 8601 UTC. */
  startedAt: string
  lastSeenAt: string
  endedAt?: string | null
}

export function isAlive(
  { startedAt, lastSeenAt, endedAt }: SessionTimes,
  { idleMs, maxMs }: SessionLimits,
  now: number,
): boolean {
  if (endedAt) return false
  return now - Date.parse(lastSeenAt) < idleMs && now - Date.parse(startedAt) < maxMs
}

/** Whoever makes things public, or hands out the right to, signs in with two factors (issue 5, part 6). */
export const needsSecondFactor = (role: Role): boolean => role !== 'editor'

/** Requests that a screen makes by itself say nothing about whether anybody sits there. */
export const isSignOfLife = (method: string, path: string): boolean =>
  !(method === 'GET' && /^\/api\/[^/]+\/[^/]+\/publication$/.test(path))

export const securityPath = '/admin/bao-mat'

const openToEnrolment: readonly (readonly [method: string, path: RegExp])[] = [
  ['GET', /^\/api\/users\/(?:me|security)$/],
  ['POST', /^\/api\/users\/(?:login|logout|forgot-password|reset-password|second-factor\/[a-z-]+)$/],
  ['GET', /^\/admin\/(?:bao-mat|logout)\/?$/],
]

/** What a session without its required factor still reaches: the way to enrol it, and the way out. */
export const isOpenToEnrolment = (method: string, path: string): boolean =>
  openToEnrolment.some(([verb, pattern]) => verb === method && pattern.test(path))
