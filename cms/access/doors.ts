/** Custom endpoints check the person themselves, since Payload does not; the table of doors decides. */
import type { PayloadRequest } from 'payload'
import { doorScopeOf } from '#domain/doors.ts'
import { PortalError } from '../errors.ts'
import { personOf, type Person } from './person.ts'

/** @throws PortalError `not-signed-in`. */
export function signedIn(req: PayloadRequest): Person {
  const person = personOf(req)
  if (!person) throw new PortalError('not-signed-in')
  return person
}

/**
 * The person at a door of `domain/doors.ts`; with scope `own`, whose item it is remains to be asked.
 * @throws PortalError `not-signed-in`, `not-allowed`.
 */
export function atDoor(req: PayloadRequest, door: string): Person {
  const person = signedIn(req)
  if (doorScopeOf(person.role, door) === 'none') throw new PortalError('not-allowed')
  return person
}
