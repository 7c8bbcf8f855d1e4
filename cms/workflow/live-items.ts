/**
 * `GET /api/live-items?collection=documents&q=…`: items that are on the portal now, for those who link to
 * them. Answers only words of live editions, so that an editor finds what other agencies have published and
 * learns nothing of their drafts. `ids=a,b` names chosen ones; one that is not live any more has no path.
 */
import type { Endpoint } from 'payload'
import { addressedCollections, type AddressedCollection } from '#domain/collections.ts'
import { atDoor } from '../access/doors.ts'
import { PortalError } from '../errors.ts'

export type LiveItem = { id: string; title: string; path: string }

/** The questions this endpoint asks of what is public; `payload.config.ts` says who answers. */
export type LiveItems = {
  /** Best match first; tone marks may be missing from `words`. */
  find: (collection: AddressedCollection, words: string, limit: number) => LiveItem[]
  named: (collection: AddressedCollection, ids: string[]) => LiveItem[]
}

const limit = 20
const longestQuery = 200

export const liveItemsEndpoint = ({ find, named }: LiveItems): Endpoint => ({
  path: '/live-items',
  method: 'get',
  handler: (req) => {
    atDoor(req, 'get /live-items')
    const collection = addressedCollections.find((name) => name === req.searchParams.get('collection'))
    if (!collection)
      throw new PortalError('broken-request', { message: 'Không có loại nội dung này trên Cổng.' })
    const ids = (req.searchParams.get('ids') ?? '').split(',').filter(Boolean).slice(0, 100)
    if (ids.length > 0) return Response.json(inOrder(ids, named(collection, ids)))
    const words = (req.searchParams.get('q') ?? '').slice(0, longestQuery).trim()
    return Response.json(words === '' ? [] : find(collection, words, limit))
  },
})

const inOrder = (ids: string[], live: LiveItem[]) =>
  ids.map((id) => live.find((item) => item.id === id) ?? { id, title: 'Mục không còn trên Cổng', path: null })
