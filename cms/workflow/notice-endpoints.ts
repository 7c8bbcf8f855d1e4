/** `POST /api/notices/set {level, text, link?: {url, text}, startsAt?, endsAt?}`, `POST …/clear`, `GET …/current`. */
import type { Endpoint, PayloadRequest } from 'payload'
import { readNotice } from '#domain/notice.ts'
import { atDoor } from '../access/doors.ts'
import { shownName } from '../access/person.ts'
import { PortalError } from '../errors.ts'
import { bodyOf } from './request-body.ts'
import { clearNotice, currentNotice, setNotice } from './notice.ts'

const actOf = (req: PayloadRequest, door: string) => {
  const person = atDoor(req, door)
  return {
    payload: req.payload,
    user: req.user,
    person,
    name: shownName(req.user, person),
  }
}

export const noticeEndpoints: Endpoint[] = [
  {
    path: '/set',
    method: 'post',
    handler: async (req) => {
      const act = actOf(req, 'post /notices/set')
      const { notice, problems } = readNotice(await bodyOf(req), new Date().toISOString())
      if (!notice) throw new PortalError('invalid-content', { problems })
      return Response.json({ notice: await setNotice({ ...act, notice }) })
    },
  },
  {
    path: '/clear',
    method: 'post',
    handler: async (req) => {
      await clearNotice(actOf(req, 'post /notices/clear'))
      return Response.json({ notice: null })
    },
  },
  {
    path: '/current',
    method: 'get',
    handler: async (req) => {
      atDoor(req, 'get /notices/current')
      return Response.json({ notice: await currentNotice(req.payload) })
    },
  },
]
