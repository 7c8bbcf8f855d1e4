import type { Where } from 'payload'

/** Publications that may go out at `now` (ISO 8601 UTC): waiting, and not for a later time. */
export const dueAt = (now: string): Where[] => [
  { state: { equals: 'waiting' } },
  { or: [{ notBefore: { exists: false } }, { notBefore: { less_than_equal: now } }] },
]
