/** `POST /api/publications/pause {reason}`, `POST …/resume`, `GET …/control`: the pause switch over REST. */
import type { Endpoint, PayloadRequest } from 'payload'
import { atDoor } from '../access/doors.ts'
import type { Person } from '../access/person.ts'
import { PortalError } from '../errors.ts'
import { pausePublication, publicationControl, resumePublication } from './pause.ts'

const longestReason = 2000

const nameOf = ({ user }: PayloadRequest, { email }: Person): string => {
  const { name } = user as { name?: unknown }
  return typeof name === 'string' && name !== '' ? name : email
}

async function reasonOf(req: PayloadRequest): Promise<string> {
  let body: unknown
  try {
    body = await req.json?.()
  } catch (error) {
    throw new PortalError('broken-request', { cause: error })
  }
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
      await pausePublication({ payload, user, person, name: nameOf(req, person), reason })
      return Response.json(await publicationControl(payload))
    },
  },
  {
    path: '/resume',
    method: 'post',
    handler: async (req) => {
      const person = atDoor(req, 'post /publications/resume')
      const { payload, user } = req
      await resumePublication({ payload, user, person, name: nameOf(req, person) })
      return Response.json(await publicationControl(payload))
    },
  },
]
