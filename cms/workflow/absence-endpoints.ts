/** `POST /api/absences/set {person?, deputy, from, to}` (days `YYYY-MM-DD`), `POST /api/absences/{id}/end`. */
import type { Endpoint } from 'payload'
import { z } from 'zod'
import { atDoor } from '../access/doors.ts'
import { shownName } from '../access/person.ts'
import { PortalError } from '../errors.ts'
import { endAbsence, setAbsence } from './absences.ts'
import { textOf } from './item.ts'
import { bodyOf } from './request-body.ts'

const id = z.string().min(1).max(64)
const day = z.string().max(10)
const schema = z.strictObject({ person: id.optional(), deputy: id, from: day, to: day })

export const absenceEndpoints: Endpoint[] = [
  {
    path: '/set',
    method: 'post',
    handler: async (req) => {
      const by = atDoor(req, 'post /absences/set')
      const parsed = schema.safeParse(await bodyOf(req))
      if (!parsed.success) throw new PortalError('broken-request')
      const { payload, user } = req
      const absence = { ...parsed.data, person: parsed.data.person ?? by.id }
      return Response.json({
        absence: await setAbsence({ payload, user, by, byName: shownName(user, by), absence }),
      })
    },
  },
  {
    path: '/:id/end',
    method: 'post',
    handler: async (req) => {
      const by = atDoor(req, 'post /absences/:id/end')
      const { payload, user } = req
      await endAbsence({ payload, user, by, id: textOf(req.routeParams?.id) })
      return Response.json({ ended: true })
    },
  },
]
