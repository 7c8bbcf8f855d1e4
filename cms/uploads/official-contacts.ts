/** The contacts of live agencies, read only when something was found that one of them may own. */
import type { Payload, PayloadRequest } from 'payload'
import type { Hit } from '#domain/leaks/finding.ts'
import { asksForContacts, officialContacts, type OfficialContacts } from '#domain/leaks/official-contacts.ts'
import { env } from '../env.ts'

const domains = env.OFFICIAL_MAIL_DOMAINS.split(',')
  .map((domain) => domain.trim().toLowerCase().replace(/^@/, ''))
  .filter(Boolean)

export async function contactsFor(
  payload: Payload,
  hits: readonly Hit[],
  req?: PayloadRequest,
): Promise<OfficialContacts> {
  if (!asksForContacts(hits)) return officialContacts(domains, [])
  const { docs } = await payload.db.find<{ email?: string; phone?: string }>({
    collection: 'agencies',
    where: { publicState: { equals: 'live' } },
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
  })
  return officialContacts(domains, docs)
}
