/**
 * Which name an agency had on a day: an old document is shown under the issuer's name of its time
 * (ARCHITECTURE, The flow; thành phố Quảng Ninh since 1/9/2026, tỉnh before).
 */
import type { FormerName } from './content.ts'

type NamedAgency = { name: string; shortName?: string; validFrom?: string; formerNames?: FormerName[] }

/** The name valid on `day` (`YYYY-MM-DD`); the present one when no former name covers that day. */
export const nameOn = (agency: NamedAgency, day: string): string => namesOn(agency, day).name

/** Name and short name valid on `day`. A former name without any date covers no day. */
export function namesOn(agency: NamedAgency, day: string): { name: string; shortName?: string } {
  const former = (agency.formerNames ?? [])
    .filter((entry) => covers(entry, day) && !isHandover(agency, entry, day))
    .sort((a, b) => compare(b.validFrom ?? '', a.validFrom ?? ''))[0]
  const { name, shortName } = former ?? agency
  return shortName ? { name, shortName } : { name }
}

/** Both ends count, and of two names that share a day the later one holds (they are sorted so). */
function covers({ validFrom, validTo }: FormerName, day: string): boolean {
  if (!validFrom && !validTo) return false
  return (!validFrom || validFrom <= day) && (!validTo || day <= validTo)
}

/** A clerk who wrote the same day as end of the old and start of the present name means the present one. */
const isHandover = (agency: NamedAgency, former: FormerName, day: string): boolean =>
  former.validTo === day && agency.validFrom === day

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
