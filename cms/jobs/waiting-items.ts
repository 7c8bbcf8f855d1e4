/** What is on its way to the public and not there yet: no fault when the public side is verified. */
import type { Payload } from 'payload'
import type { ItemRef } from '#domain/collections.ts'
import type { ItemTruth } from '#domain/item-truth.ts'
import type { PublicationRow } from '../workflow/publications.ts'
import { dueAt } from './due-at.ts'

const atOnce = 100

/**
 * Says of each item whether a change of it is due and not out yet. Asked after its truth was read: a change that
 * the truth holds is then either still waiting or was handed to the publisher, so that none looks like a fault.
 */
export async function* withComing(
  payload: Payload,
  truths: AsyncIterable<ItemTruth>,
): AsyncIterable<ItemTruth & { isComing: boolean }> {
  let read: ItemTruth[] = []
  const asked = async () => {
    const coming = await dueItems(payload, new Date().toISOString())
    const told = read.map((truth) => ({ ...truth, isComing: coming.has(truth.ref) }))
    read = []
    return told
  }
  for await (const truth of truths) {
    read.push(truth)
    if (read.length >= atOnce) yield* await asked()
  }
  if (read.length > 0) yield* await asked()
}

async function dueItems(payload: Payload, now: string): Promise<Set<ItemRef>> {
  const { docs } = await payload.db.find<Pick<PublicationRow, 'collection' | 'item'>>({
    collection: 'publications',
    where: { and: dueAt(now) },
    select: { collection: true, item: true },
    limit: 0,
    pagination: false,
  })
  return new Set(docs.map(({ collection, item }): ItemRef => `${collection}/${item}`))
}

/** Publications that could go out now: waiting, and not for a later time. */
export async function countDue(payload: Payload, now: string): Promise<number> {
  const { totalDocs } = await payload.db.count({
    collection: 'publications',
    where: { and: dueAt(now) },
  })
  return totalDocs
}

/** Items that have editions: how much a verification or rebuild has before it. */
export async function countEditedItems(payload: Payload): Promise<number> {
  const { totalDocs } = await payload.db.count({ collection: 'editions', where: { number: { equals: 1 } } })
  return totalDocs
}
