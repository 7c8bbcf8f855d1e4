/** `GET /api/users/colleagues?agency=…`: id and name of those who work for an agency, for naming some of them. */
import type { Endpoint } from 'payload'
import { comparePeople } from '#domain/names.ts'
import { atDoor } from '../access/doors.ts'
import { PortalError } from '../errors.ts'
import { findAccounts } from './accounts.ts'

export const colleaguesEndpoint: Endpoint = {
  path: '/colleagues',
  method: 'get',
  handler: async (req) => {
    const person = atDoor(req, 'get /users/colleagues')
    const agency = req.searchParams.get('agency')
    if (!agency) return Response.json([])
    if (person.role === 'editor' && !person.agencies.includes(agency)) throw new PortalError('other-agency')
    const people = await findAccounts(req.payload, {
      and: [
        { agencies: { in: [agency] } },
        { role: { equals: 'editor' } },
        { isDisabled: { not_equals: true } },
      ],
    })
    return Response.json(
      people.map(({ id, name }) => ({ id, name })).sort((one, other) => comparePeople(one.name, other.name)),
    )
  },
}
