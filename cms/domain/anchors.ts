/**
 * The daily anchor of the audit: the number and the seal of the last event of a day. Once it was mailed and
 * published, nobody can change an older event without the chain differing from what others hold.
 */
const vietnamOffset = 7 * 60 * 60 * 1000
const dayMs = 24 * 60 * 60 * 1000

export type Anchor = {
  /** `YYYY-MM-DD` in Vietnam. */
  day: string
  /** Number of the last sealed event up to the end of that day, and its seal (SHA-256, hex). */
  number: number
  seal: string
  /** Events since the anchor before. */
  events: number
  /** Editions that existed when the anchor was written. */
  editions: number
}

/** At 00:05 in Vietnam the day before is anchored: by then its last events are sealed. */
export const anchorTime = { hour: 0, minute: 5 } as const

/** The last day that is to be anchored at `now` (ISO 8601 UTC). */
export function lastAnchoredDay(now: string): string {
  const offset = (anchorTime.hour * 60 + anchorTime.minute) * 60_000
  return new Date(Date.parse(now) + vietnamOffset - offset - dayMs).toISOString().slice(0, 10)
}

export const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + dayMs).toISOString().slice(0, 10)

/** The moment at which a day in Vietnam is over, ISO 8601 UTC. */
export const endOfDay = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + dayMs - vietnamOffset).toISOString()

/** The years that anchors stand in, newest first. */
export const yearsOfAnchors = (anchors: readonly Pick<Anchor, 'day'>[]): string[] =>
  [...new Set(anchors.map(({ day }) => day.slice(0, 4)))].sort().reverse()
