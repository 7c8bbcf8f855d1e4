/** `POST /api/notices/set {level, text, link?: {url, text}, startsAt?, endsAt?}`, `POST …/clear`, `GET …/current`. */
import type { Endpoint, PayloadRequest } from 'payload'
import { readNotice } from '#domain/notice.ts'
import { personOf, type Person } from '../access/person.ts'
import { PortalError } from '../errors.ts'
import { clearNotice, currentNotice, setNotice } from './notice.ts'

function moderator(req: PayloadRequest): Person {
  const person = personOf(req)
  if (!person) throw new PortalError('not-signed-in')
  if (person.role !== 'moderator') throw new PortalError('not-allowed')
  return person
}

const actOf = (req: PayloadRequest) => {
  const person = moderator(req)
  const { name } = req.user as { name?: unknown }
  return {
    payload: req.payload,
    user: req.user,
    person,
    name: typeof name === 'string' && name !== '' ? name : person.email,
  }
}

async function bodyOf(req: PayloadRequest): Promise<unknown> {
  try {
    return await req.json?.()
  } catch (error) {
    throw new PortalError('broken-request', { cause: error })
  }
}

export const noticeEndpoints: Endpoint[] = [
  {
    path: '/set',
    method: 'post',
    handler: async (req) => {
      const act = actOf(req)
      const { notice, problems } = readNotice(await bodyOf(req), new Date().toISOString())
      if (!notice) throw new PortalError('invalid-content', { problems })
      return Response.json({ notice: await setNotice({ ...act, notice }) })
    },
  },
  {
    path: '/clear',
    method: 'post',
    handler: async (req) => {
      await clearNotice(actOf(req))
      return Response.json({ notice: null })
    },
  },
  {
    path: '/current',
    method: 'get',
    handler: async (req) => {
      moderator(req)
      return Response.json({ notice: await currentNotice(req.payload) })
    },
  },
]
