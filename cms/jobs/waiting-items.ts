/** What is on its way to the public and not there yet: no fault when the public side is verified. */
import type { Payload } from 'payload'
import type { ItemRef } from '#domain/content.ts'
import type { PublicationRow } from '../workflow/publications.ts'

/** Items with a publication that has not come, scheduled ones included. */
export async function waitingItems(payload: Payload): Promise<ItemRef[]> {
  const { docs } = await payload.db.find<PublicationRow>({
    collection: 'publications',
    where: { state: { equals: 'waiting' } },
    limit: 0,
    pagination: false,
  })
  return [...new Set(docs.map(({ collection, item }): ItemRef => `${collection}/${item}`))]
}

/** Publications that could go out now: waiting, and not for a later time. */
export async function countDue(payload: Payload, now: string): Promise<number> {
  const { totalDocs } = await payload.db.count({
    collection: 'publications',
    where: {
      and: [
        { state: { equals: 'waiting' } },
        { or: [{ notBefore: { exists: false } }, { notBefore: { less_than_equal: now } }] },
      ],
    },
  })
  return totalDocs
}

/** Items that have editions: how much a verification or rebuild has before it. */
export async function countEditedItems(payload: Payload): Promise<number> {
  const { totalDocs } = await payload.db.count({ collection: 'editions', where: { number: { equals: 1 } } })
  return totalDocs
}
