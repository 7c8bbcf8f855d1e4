/**
 * Years and months that hold items, found by stepping over list names with one seek each: the cost grows
 * with the number of years, never with the number of items. A family of month lists is named by a prefix
 * (`news/`, `topic/7/`), its lists `{prefix}{yyyy}/{mm}`.
 */
import type { Rows } from './rows.ts'
import type { Archive, Link, Neighbours } from './views.ts'

type MonthPath = (year: string, month: string) => string

/** The next text after every text that starts with `prefix`, for prefixes that end in `/`. */
const after = (prefix: string): string => `${prefix.slice(0, -1)}0`

/** Years with items, newest first. */
export function yearsOf(rows: Rows, prefix: string): string[] {
  const years: string[] = []
  for (let list = rows.nextList(prefix, after(prefix)); list;) {
    const year = list.slice(prefix.length, prefix.length + 4)
    years.unshift(year)
    list = rows.nextList(after(`${prefix}${year}/`), after(prefix))
  }
  return years
}

/** Months of a year that hold items, `01` first. */
export function monthsOf(rows: Rows, prefix: string, year: string): string[] {
  const months: string[] = []
  const end = after(`${prefix}${year}/`)
  for (let list = rows.nextList(`${prefix}${year}/`, end); list; list = rows.nextList(`${list}!`, end)) {
    months.push(list.slice(-2))
  }
  return months
}

const lastMonthOf = (rows: Rows, prefix: string, year: string): string =>
  rows.lastList(`${prefix}${year}/`, after(`${prefix}${year}/`))?.slice(-2) ?? '12'

/** The archive around `year` (the newest year when not given); `null` when the family is empty. */
export function archiveOf(rows: Rows, prefix: string, path: MonthPath, year?: string): Archive | null {
  const years = yearsOf(rows, prefix)
  const shown = year ?? years[0]
  if (!shown) return null
  const filled = monthsOf(rows, prefix, shown)
  return {
    year: shown,
    months: allMonths.map((month) => ({
      year: shown,
      month,
      ...(filled.includes(month) ? { path: path(shown, month) } : {}),
    })),
    years: years.map((entry) => ({
      year: entry,
      path: path(entry, lastMonthOf(rows, prefix, entry)),
    })),
  }
}

/** The nearest months with items before and after. */
export function neighboursOf(
  rows: Rows,
  prefix: string,
  path: MonthPath,
  year: string,
  month: string,
): Neighbours {
  const here = `${prefix}${year}/${month}`
  const previous = rows.lastList(prefix, here)
  const next = rows.nextList(`${here}!`, after(prefix))
  const link = (list: string): Link => {
    const [, listYear = '', listMonth = ''] = /(\d{4})\/(\d{2})$/.exec(list) ?? []
    return { path: path(listYear, listMonth), title: `Tháng ${Number(listMonth)} năm ${listYear}` }
  }
  return { ...(previous ? { previous: link(previous) } : {}), ...(next ? { next: link(next) } : {}) }
}

const allMonths = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))

/** True for the year and month of an archive address: `2011`, `05`. */
export const isMonth = (year: string, month: string): boolean =>
  /^\d{4}$/.test(year) && allMonths.includes(month)
