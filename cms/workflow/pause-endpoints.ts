/** `POST /api/publications/pause {reason}`, `POST …/resume`, `GET …/control`: the pause switch over REST. */
import type { Endpoint, PayloadRequest } from 'payload'
import { atDoor } from '../access/doors.ts'
import { shownName } from '../access/person.ts'
import { PortalError } from '../errors.ts'
import { bodyOf } from './request-body.ts'
import { pausePublication, publicationControl, resumePublication } from './pause.ts'

const longestReason = 2000

async function reasonOf(req: PayloadRequest): Promise<string> {
  const body = await bodyOf(req)
  const { reason } = (typeof body === 'object' && body !== null ? body : {}) as { reason?: unknown }
  if (reason !== undefined && typeof reason !== 'string') throw new PortalError('broken-request')
  return (reason ?? '').normalize('NFC').trim().slice(0, longestReason)
}

export const pauseEndpoints: Endpoint[] = [
  {
    path: '/control',
    method: 'get',
    handler: async (req) => {
      atDoor(req, 'get /publications/control')
      return Response.json(await publicationControl(req.payload))
    },
  },
  {
    path: '/pause',
    method: 'post',
    handler: async (req) => {
      const person = atDoor(req, 'post /publications/pause')
      const { payload, user } = req
      const reason = await reasonOf(req)
      await pausePublication({ payload, user, person, name: shownName(user, person), reason })
      return Response.json(await publicationControl(payload))
    },
  },
  {
    path: '/resume',
    method: 'post',
    handler: async (req) => {
      const person = atDoor(req, 'post /publications/resume')
      const { payload, user } = req
      await resumePublication({ payload, user, person, name: shownName(user, person) })
      return Response.json(await publicationControl(payload))
    },
  },
]
