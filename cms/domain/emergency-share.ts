/** How often the office publishes before a second person has read (issue 5: its share is shown). */

/** The days over which the share is shown. */
export const shareDays = [30, 90] as const

export type EditionCounts = { first: number; next: number }
export type EmergencyShare = {
  days: number
  emergency: EditionCounts
  all: EditionCounts
}

/** The share of all editions as people read it: `2,5 %`; `0 %` while there are none. */
export function sharePercent({ emergency, all }: Pick<EmergencyShare, 'emergency' | 'all'>): string {
  const total = all.first + all.next
  if (total === 0) return '0 %'
  const percent = ((emergency.first + emergency.next) / total) * 100
  return `${percent.toFixed(1).replace(/\.0$/, '').replace('.', ',')} %`
}
