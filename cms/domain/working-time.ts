/**
 * The office's hours: Monday to Friday, 07:30 to 11:30 and 13:00 to 17:00 in Vietnam. Public holidays count as
 * working days. Moments are ISO 8601 UTC.
 */
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

/** The moment when `hours` of work have passed since `from`. @throws RangeError when that is no moment. */
export function afterWorkingHours(from: string, hours: number): string {
  const local = Date.parse(from) + vietnamOffset
  if (Number.isNaN(local)) throw new RangeError(`not a moment: ${from}`)
  let left = hours * 60 * minuteMs
  for (let day = Math.floor(local / dayMs) * dayMs; ; day += dayMs) {
    if (!isWorkingDay(day)) continue
    for (const shift of shifts) {
      const begin = Math.max(day + shift.from, local)
      const length = Math.max(0, day + shift.to - begin)
      if (length >= left) return new Date(begin + left - vietnamOffset).toISOString()
      left -= length
    }
  }
}
