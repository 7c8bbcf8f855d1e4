/**
 * `POST /api/{collection}/{id}/reasons` `{ reason, isFixed, revision }`: a reviewer says of one reason of the
 * last return whether the text now under review has put it right. Changes neither text nor state.
 */
import type { Endpoint } from 'payload'
import { z } from 'zod'
import type { PublicCollection } from '#domain/collections.ts'
import { withTick } from '#domain/returned.ts'
import { atDoor } from '../access/doors.ts'
import { PortalError } from '../errors.ts'
import { freeze } from './content/content-of.ts'
import { readWorkingCopy, textOf } from './item.ts'
import { bodyOf } from './request-body.ts'
import { nameOf, returnOf } from './returns.ts'
import { setWorkingCopy } from './set-working-copy.ts'
import { inTransaction } from './transaction.ts'

const schema = z.strictObject({
  reason: z.string().max(20),
  isFixed: z.boolean(),
  revision: z.string().max(128),
})

export const tickEndpoint = (collection: PublicCollection): Endpoint => ({
  path: '/:id/reasons',
  method: 'post',
  handler: async (req) => {
    const person = atDoor(req, `post /${collection}/:id/reasons`)
    const parsed = schema.safeParse(await bodyOf(req))
    if (!parsed.success) throw new PortalError('broken-request')
    const { reason, isFixed, revision } = parsed.data
    const { payload, user } = req
    const returned = await inTransaction({ payload, user }, async (inside) => {
      const item = await readWorkingCopy(payload, collection, textOf(req.routeParams?.id), inside)
      if (!item) throw new PortalError('not-found')
      if (item.state !== 'submitted') throw new PortalError('wrong-state')
      if ((await freeze(payload, collection, item, inside)).revision !== revision)
        throw new PortalError('moved-on')
      const last = returnOf(item)
      const byName = await nameOf(payload, person.id, inside)
      const tick = { isFixed, by: person.id, byName, at: new Date().toISOString(), revision }
      const ticked = last && withTick(last, reason, tick)
      if (!ticked) throw new PortalError('not-found')
      await setWorkingCopy({ payload, req: inside, collection, item }, { returned: ticked })
      return ticked
    })
    return Response.json({ returned })
  },
})
