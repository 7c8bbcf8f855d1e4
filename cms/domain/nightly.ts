/** When the public side is verified every night. */
const vietnamOffset = 7 * 60 * 60 * 1000
const dayMs = 24 * 60 * 60 * 1000

/**
 * 02:30 in Vietnam: the hour with the fewest readers and no editors; after midnight's turn of dated states has
 * been rendered, so that it is verified too; before the usual backups at 03:00.
 */
export const verificationTime = { hour: 2, minute: 30 } as const

/** The last time of verification at or before `now`; both ISO 8601 UTC. */
export function lastVerificationTime(now: string): string {
  const offset = (verificationTime.hour * 60 + verificationTime.minute) * 60_000
  const local = Date.parse(now) + vietnamOffset
  const today = Math.floor(local / dayMs) * dayMs + offset
  return new Date((today <= local ? today : today - dayMs) - vietnamOffset).toISOString()
}

/** Whether a night's verification has come due since `last` (the last one, or the start of the process). */
export const isVerificationDue = (now: string, last: string): boolean => lastVerificationTime(now) > last
