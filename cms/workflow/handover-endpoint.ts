/** `POST /api/{collection}/{id}/handover {to, note?}`: a moderator hands a working copy to another person. */
import type { Endpoint } from 'payload'
import type { PublicCollection } from '#domain/collections.ts'
import { atDoor } from '../access/doors.ts'
import { PortalError } from '../errors.ts'
import { handOver } from './handover.ts'
import { textOf } from './item.ts'
import { bodyOf } from './request-body.ts'

const longestNote = 2000

export const handoverEndpoint = (collection: PublicCollection): Endpoint => ({
  path: '/:id/handover',
  method: 'post',
  handler: async (req) => {
    const person = atDoor(req, `post /${collection}/:id/handover`)
    const body = await bodyOf(req)
    const { to, note } = (typeof body === 'object' && body !== null ? body : {}) as {
      to?: unknown
      note?: unknown
    }
    if (typeof to !== 'string' || to === '') {
      const message = 'Chưa chọn người nhận. Hãy chọn một người.'
      throw new PortalError('invalid-content', {
        message,
        problems: [{ field: 'to', code: 'missing', message }],
      })
    }
    if (note !== undefined && typeof note !== 'string') throw new PortalError('broken-request')
    const { payload, user } = req
    const id = textOf(req.routeParams?.id)
    const words = (note ?? '').normalize('NFC').trim().slice(0, longestNote)
    return Response.json(await handOver({ payload, user, person, collection, id, to, note: words }))
  },
})
