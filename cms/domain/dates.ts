/**
 * Dates and moments. A date is text `YYYY-MM-DD` without time or zone (else 11/05 shows as 10/05 when read
 * in UTC, reference/domain 8.6); a moment is ISO 8601 with an offset. The public's day is Vietnam's.
 *
 * The zone is a fixed +7 hours: Vietnam has had no summer time since 1975, and a constant gives the same
 * answer whatever time-zone tables the machine carries.
 */
const vietnamOffset = 7 * 60 * 60 * 1000

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/
const momentPattern =
  /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::(\d{2})(?:\.\d{1,9})?)?(?:Z|[+-](?:0\d|1[0-4]):[0-5]\d)$/

/** A day that exists: `2011-05-11`, not `2011-02-29`, not `2011-5-11`. Years 1000 to 9998. */
export function isDay(value: unknown): value is string {
  if (typeof value !== 'string' || !dayPattern.test(value) || value < '1000' || value >= '9999') return false
  const [month, date] = [Number(value.slice(5, 7)), Number(value.slice(8))]
  // A day that does not exist becomes another one.
  const midnight = new Date(Date.UTC(Number(value.slice(0, 4)), month - 1, date))
  return midnight.getUTCMonth() === month - 1 && midnight.getUTCDate() === date
}

/** A real moment with `Z` or an offset: `2011-05-23T14:53:59+07:00`. Without an offset it is not a moment. */
export function isMoment(value: unknown): value is string {
  const match = typeof value === 'string' ? momentPattern.exec(value) : null
  if (!match) return false
  return isDay(match[1]) && Number(match[2]) < 24 && Number(match[3]) < 60 && Number(match[4] ?? 0) < 60
}

/** The same moment in UTC, the form the read model keeps. Throws `RangeError` when it is not a moment. */
export function toUtc(moment: string): string {
  if (!isMoment(moment)) throw new RangeError(`not a moment with an offset: ${moment}`)
  return new Date(moment).toISOString()
}

/** The day it was in Vietnam: `2011-05-10T17:30:00Z` → `2011-05-11`. Throws `RangeError` when unreadable. */
export const localDay = (moment: string): string => inVietnam(moment).slice(0, 10)

/** Year and month of a day, or of a moment in Vietnam: `{ year: '2011', month: '05' }`. */
export function yearMonth(value: string): { year: string; month: string } {
  const day = isDay(value) ? value : localDay(value)
  return { year: day.slice(0, 4), month: day.slice(5, 7) }
}

/** `2011-05-11` → `11/05/2011`. */
export function formatDay(day: string): string {
  const [year, month, date] = parts(day)
  return `${date}/${month}/${year}`
}

/**
 * As documents write it: `ngày 11 tháng 5 năm 2011`, `ngày 05 tháng 02 năm 2026`. Days below 10 and the
 * months 1 and 2 carry a leading zero, so that nobody can add a digit (NĐ 30/2020 Phụ lục I).
 */
export function formatDayInWords(day: string): string {
  const [year, month, date] = parts(day)
  return `ngày ${date} tháng ${Number(month) <= 2 ? month : Number(month)} năm ${year}`
}

const weekdays = ['Chủ Nhật', 'Thứ Hai', 'Thứ Ba', 'Thứ Tư', 'Thứ Năm', 'Thứ Sáu', 'Thứ Bảy'] as const

/** `2011-05-11` → `Thứ Tư`. */
export function weekdayName(day: string): string {
  parts(day)
  return weekdays[new Date(`${day}T00:00:00Z`).getUTCDay()] ?? ''
}

/** A moment as readers in Vietnam see it: `23/05/2011, 14:53`. */
export const formatMoment = (moment: string): string =>
  `${formatDay(localDay(moment))}, ${inVietnam(moment).slice(11, 16)}`

/** The time of day in Vietnam, to the second: `14:53:59`. */
export const formatClock = (moment: string): string => inVietnam(moment).slice(11, 19)

/** `830` → `0,8 giây`. */
export const formatSeconds = (millis: number): string =>
  `${(millis / 1000).toFixed(1).replace('.', ',')} giây`

/** Kept: a page shows one and the same moment in ten places. */
let latest = { moment: '', there: '' }

function inVietnam(moment: string): string {
  if (moment !== '' && moment === latest.moment) return latest.there
  const time = Date.parse(moment)
  if (Number.isNaN(time)) throw new RangeError(`not a moment: ${moment}`)
  latest = { moment, there: new Date(time + vietnamOffset).toISOString() }
  return latest.there
}

function parts(day: string): [string, string, string] {
  if (!isDay(day)) throw new RangeError(`not a day: ${day}`)
  return [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)]
}

/** A moment on Vietnam's clock, to the second: `2011-05-23T14:53:59+07:00`. Equal moments become equal text. */
export function toVietnamMoment(moment: string): string {
  const shifted = new Date(Date.parse(moment) + vietnamOffset)
  return `${shifted.toISOString().slice(0, 19)}+07:00`
}
