/**
 * How long a submitted item may wait for the office, in working hours: Monday to Friday, 07:30 to 11:30 and
 * 13:00 to 17:00 in Vietnam. Public holidays count as working days. Moments are ISO 8601 UTC.
 */
import type { PublicCollection } from './collections.ts'

export const dueWorkingHours: Record<PublicCollection, number> = {
  news: 4,
  documents: 8,
  agencies: 8,
  topics: 8,
  settings: 8,
}

const vietnamOffset = 7 * 60 * 60_000
const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
const shifts = [
  { from: (7 * 60 + 30) * minuteMs, to: (11 * 60 + 30) * minuteMs },
  { from: 13 * 60 * minuteMs, to: 17 * 60 * minuteMs },
] as const

const isWorkingDay = (localMidnight: number): boolean => {
  const weekday = new Date(localMidnight).getUTCDay()
  return weekday >= 1 && weekday <= 5
}

/** The moment by which an item submitted at `submittedAt` is to be approved or returned. @throws RangeError when that is no moment. */
export function dueAt(collection: PublicCollection, submittedAt: string): string {
  const local = Date.parse(submittedAt) + vietnamOffset
  if (Number.isNaN(local)) throw new RangeError(`not a moment: ${submittedAt}`)
  let left = dueWorkingHours[collection] * 60 * minuteMs
  for (let day = Math.floor(local / dayMs) * dayMs; ; day += dayMs) {
    if (!isWorkingDay(day)) continue
    for (const { from, to } of shifts) {
      const begin = Math.max(day + from, local)
      const length = Math.max(0, day + to - begin)
      if (length >= left) return new Date(begin + left - vietnamOffset).toISOString()
      left -= length
    }
  }
}

export const isOverdue = (collection: PublicCollection, submittedAt: string, now: string): boolean =>
  dueAt(collection, submittedAt) < now

/** No item is overdue sooner than this after its submission: the shortest due time, worked through without a break. */
export const shortestDueMs = Math.min(...Object.values(dueWorkingHours)) * 60 * minuteMs
