/**
 * How long things may wait for the office, in working hours (`working-time.ts`): a submitted item until it is
 * approved or returned, with the words that remind of it on the way, and an emergency publication until a
 * second person has read it. Moments are ISO 8601 UTC.
 */
import type { PublicCollection } from './collections.ts'
import { afterWorkingHours } from './working-time.ts'

export const dueWorkingHours: Record<PublicCollection, number> = {
  news: 4,
  documents: 8,
  agencies: 8,
  topics: 8,
  settings: 8,
}

/** After its due time an item may wait so much longer before those above the reviewers are told. */
export const escalationWorkingHours: Record<PublicCollection, number> = {
  news: 4,
  documents: 8,
  agencies: 16,
  topics: 16,
  settings: 16,
}

/** Three working days (issue 5, emergency publication with later review). */
export const reviewWorkingHours = 24

/** `reminder`: half of the time is over. `overdue`: all of it. `escalated`: and the patience after it. */
export type WaitingLevel = 'reminder' | 'overdue' | 'escalated'

/** The moment by which an item submitted at `submittedAt` is to be approved or returned. @throws RangeError when that is no moment. */
export const dueAt = (collection: PublicCollection, submittedAt: string): string =>
  afterWorkingHours(submittedAt, dueWorkingHours[collection])

export const isOverdue = (collection: PublicCollection, submittedAt: string, now: string): boolean =>
  dueAt(collection, submittedAt) < now

/** When each level is reached. @throws RangeError when `submittedAt` is no moment. */
export function levelTimes(collection: PublicCollection, submittedAt: string): Record<WaitingLevel, string> {
  const due = dueWorkingHours[collection]
  return {
    reminder: afterWorkingHours(submittedAt, due / 2),
    overdue: afterWorkingHours(submittedAt, due),
    escalated: afterWorkingHours(submittedAt, due + escalationWorkingHours[collection]),
  }
}

/**
 * What is to be told at `now` of an item that still waits. A reminder is pointless once the time is over;
 * overdue and escalated go to different people, so that the later does not stand for the earlier. What was
 * reached more than `forgottenAfterMs` ago is told no more, because nobody remembers whether it was.
 */
export function levelsToTell(
  collection: PublicCollection,
  submittedAt: string,
  { now, forgottenAfterMs }: { now: string; forgottenAfterMs: number },
): WaitingLevel[] {
  const times = levelTimes(collection, submittedAt)
  const isReached = (level: WaitingLevel) =>
    times[level] < now && Date.parse(now) - Date.parse(times[level]) < forgottenAfterMs
  if (times.overdue >= now) return isReached('reminder') ? ['reminder'] : []
  return (['overdue', 'escalated'] as const).filter(isReached)
}

/** By when an emergency publication of `approvedAt` is to be reviewed. */
export const reviewDueAt = (approvedAt: string): string => afterWorkingHours(approvedAt, reviewWorkingHours)

/** No item reaches a level sooner than this after its submission: half of the shortest due time, worked through without a break. */
export const soonestLevelMs = (Math.min(...Object.values(dueWorkingHours)) * 60 * 60_000) / 2
