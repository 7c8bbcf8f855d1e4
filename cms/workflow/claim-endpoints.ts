/** `POST /api/{collection}/{id}/claim {takeOver?}` and `POST …/release-claim`. */
import type { Endpoint } from 'payload'
import { z } from 'zod'
import type { PublicCollection } from '#domain/collections.ts'
import { atDoor } from '../access/doors.ts'
import { PortalError } from '../errors.ts'
import { claimItem, releaseClaim } from './claims.ts'
import { textOf } from './item.ts'
import { bodyOf } from './request-body.ts'

const schema = z.strictObject({ takeOver: z.boolean().optional() })

export const claimEndpoints = (collection: PublicCollection): Endpoint[] => [
  {
    path: '/:id/claim',
    method: 'post',
    handler: async (req) => {
      const person = atDoor(req, `post /${collection}/:id/claim`)
      const parsed = schema.safeParse((await bodyOf(req)) ?? {})
      if (!parsed.success) throw new PortalError('broken-request')
      const { payload, user } = req
      const act = { payload, user, person, collection, id: textOf(req.routeParams?.id) }
      return Response.json({ claim: await claimItem({ ...act, takeOver: parsed.data.takeOver === true }) })
    },
  },
  {
    path: '/:id/release-claim',
    method: 'post',
    handler: async (req) => {
      const person = atDoor(req, `post /${collection}/:id/release-claim`)
      const { payload, user } = req
      await releaseClaim({ payload, user, person, collection, id: textOf(req.routeParams?.id) })
      return Response.json({ claim: null })
    },
  },
]
