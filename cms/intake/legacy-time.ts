/**
 * Time stamps of legacy exports: `5/23/2011 2:53:59 PM` (US order), `22/09/2022 15:15`. Which number is the
 * day shows only when one of them is above 12; otherwise nothing is decided (reference/domain 8.6).
 */
import { isDay } from '#domain/dates.ts'

export type LegacyTime =
  | { kind: 'moment'; moment: string; hasTime: boolean }
  /** Both readings are real days: `5/6/2011`. */
  | { kind: 'ambiguous'; readings: [string, string] }
  | { kind: 'impossible' }

const stamp =
  /^\(?(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?(?: ?([AP]M|SA|CH))?)?\)?$/i

/** `null` when the line is no time stamp at all. Moments are Vietnam's: `2011-05-23T14:53:59+07:00`. */
export function parseLegacyTime(line: string): LegacyTime | null {
  const match = stamp.exec(line.replace(/\s+/g, ' ').trim())
  if (!match) return null
  const [, first = '', second = '', year = '', hour, minute = '00', seconds = '00', half] = match
  const days = [...new Set([day(year, first, second), day(year, second, first)])].filter(isDay)
  const time = clock(hour, half)
  if (days.length === 0 || time === null || Number(minute) > 59 || Number(seconds) > 59)
    return { kind: 'impossible' }
  const [monthFirst, dayFirst] = days
  if (monthFirst && dayFirst) return { kind: 'ambiguous', readings: [monthFirst, dayFirst] }
  return {
    kind: 'moment',
    moment: `${monthFirst}T${time}:${minute}:${seconds}+07:00`,
    hasTime: hour !== undefined,
  }
}

const day = (year: string, month: string, date: string): string =>
  `${year}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`

/** Two digits of the 24-hour clock. SA and CH are sáng and chiều; `null` for 14 PM or 0 AM and above 23. */
function clock(hour: string | undefined, half: string | undefined): string | null {
  const value = Number(hour ?? 0)
  if (!half) return value > 23 ? null : String(value).padStart(2, '0')
  if (value < 1 || value > 12) return null
  const isAfternoon = /^(PM|CH)$/i.test(half)
  return String((value % 12) + (isAfternoon ? 12 : 0)).padStart(2, '0')
}
