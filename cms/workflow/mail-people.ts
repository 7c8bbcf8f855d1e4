/** Whom a mail may go to, read from the accounts. */
import type { Payload, PayloadRequest, Where } from 'payload'
import { addressesIn } from '#domain/mail-address.ts'
import {
  addresseesOf,
  mailEvents,
  type Addressee,
  type MailPerson,
  type MailPreference,
  type Occasion,
} from '#domain/mail-events.ts'
import type { Role } from '#domain/roles.ts'
import { idOf } from '../access/person.ts'
import { deputiesNow } from './absences.ts'

type UserRow = {
  id: string
  email: string
  role: Role
  agencies?: unknown[] | null
  isDisabled?: boolean | null
  mailPreference?: MailPreference | null
}

/** Who is told, as accounts and their wishes are now. `office`: the setting `WEB_OFFICE_MAIL`. */
export async function addressees(
  payload: Payload,
  occasion: Occasion,
  office: string,
  req?: PayloadRequest,
  now: string = new Date().toISOString(),
): Promise<Addressee[]> {
  const { agency, event, reach } = occasion
  const named = [...occasion.contributors, ...(reach?.holder ? [reach.holder] : [])]
  const concerned: Where[] = [
    { role: { equals: 'moderator' } },
    ...(mailEvents[event].tells.includes('administrators') ? [{ role: { equals: 'administrator' } }] : []),
    ...(agency === undefined ? [] : [{ agencies: { in: [agency] } }]),
    ...(named.length === 0 ? [] : [{ id: { in: named } }]),
  ]
  const { docs } = await payload.db.find<UserRow>({
    collection: 'users',
    where: { and: [{ isDisabled: { not_equals: true } }, { or: concerned }] },
    select: { email: true, role: true, agencies: true, isDisabled: true, mailPreference: true },
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
  })
  const deputies = await deputiesNow(payload, now, req)
  return addresseesOf(occasion, docs.map(personOf), addressesIn(office), deputies)
}

const personOf = ({ id, email, role, agencies, isDisabled, mailPreference }: UserRow): MailPerson => ({
  id: String(id),
  email,
  role,
  agencies: (agencies ?? []).flatMap((agency) => idOf(agency) ?? []),
  isDisabled: isDisabled === true,
  preference: mailPreference ?? 'immediate',
})
