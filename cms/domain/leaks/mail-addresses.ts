/** E-mail addresses of citizens: every address that is not of an official domain and that no agency calls its own. */
import { type Hit, mask } from './finding.ts'

const address =
  /(?<![\p{L}\d._%+-])[\p{L}\d][\p{L}\d._%+-]{0,63}@(?:[\p{L}\d](?:[\p{L}\d-]{0,62})\.){1,6}\p{L}{2,24}(?![\p{L}\d])/gu

/** Whoever may open a mailbox there: an agency's address at one of them says nothing about the others. */
const publicProviders =
  /^(?:gmail|googlemail|yahoo|ymail|hotmail|outlook|live|msn|icloud|aol|proton|protonmail|zoho|mail|yandex|vnn|fpt|viettel|hcm|hn)\./

export type OfficialMail = {
  /** With all their sub-domains: `gov.vn`. */
  domains: readonly string[]
  /** Lower case. */
  addresses: ReadonlySet<string>
}

/** No mailbox of a person is there: addresses of the state. */
const ofTheState: OfficialMail = { domains: ['gov.vn'], addresses: new Set() }

export function mailAddresses(text: string): Hit[] {
  if (!text.includes('@')) return []
  return [...text.matchAll(address)].flatMap(({ 0: given }) => {
    const value = given.toLowerCase()
    if (isOfficial(value, ofTheState)) return []
    const [name = '', domain = ''] = value.split('@')
    return [
      {
        kind: 'mail-address',
        severity: 'decide',
        value,
        excerpt: `${mask(name, 1, 0)}@${domain}`,
        place: '',
      } as const,
    ]
  })
}

export function isOfficial(given: string, { domains, addresses }: OfficialMail): boolean {
  const domain = given.split('@')[1] ?? ''
  return addresses.has(given) || domains.some((own) => domain === own || domain.endsWith(`.${own}`))
}

/** The domain of an agency's own address, when it is the agency's and not a provider's. */
export const domainOfAgency = (mail: string): string | null => {
  const domain = mail.trim().toLowerCase().split('@')[1] ?? ''
  return domain === '' || publicProviders.test(domain) ? null : domain
}
