/** What agencies publish about themselves may be repeated anywhere. */
import type { Hit } from './finding.ts'
import { domainOfAgency, isOfficial, type OfficialMail } from './mail-addresses.ts'
import { nationalDigits } from './phones.ts'

export type OfficialContacts = { mail: OfficialMail; phones: ReadonlySet<string> }

/** Contacts out of the fields of live agencies, and the domains that the portal was told. */
export function officialContacts(
  domains: readonly string[],
  agencies: readonly { email?: string | null; phone?: string | null }[],
): OfficialContacts {
  const mails = agencies.flatMap(({ email }) => email?.trim().toLowerCase() ?? [])
  return {
    mail: {
      domains: [...domains, ...mails.flatMap((mail) => domainOfAgency(mail) ?? [])],
      addresses: new Set(mails),
    },
    phones: new Set(agencies.flatMap(({ phone }) => (phone ?? '').split(/[,;/–]|\s-\s/).map(nationalDigits))),
  }
}

/** Whether knowing the agencies can make a difference. */
export const asksForContacts = (hits: readonly Hit[]): boolean =>
  hits.some(({ kind }) => kind === 'phone' || kind === 'mail-address')

export function isOfficialHit({ kind, value }: Hit, { mail, phones }: OfficialContacts): boolean {
  if (kind === 'phone') return phones.has(value)
  return kind === 'mail-address' && isOfficial(value, mail)
}
