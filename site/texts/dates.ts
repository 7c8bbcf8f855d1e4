import { formatDay, localDay } from '#domain/dates.ts'

/** `23/05/2011`, of a day or of a moment in Vietnam. */
export const shownDay = (date: string): string => formatDay(localDay(date))

/** `05` → `5`, for `Tháng 5`. */
export const monthNumber = (month: string): string => String(Number(month))
