/** The outbox: one row for every change on its way to the public, written in the step's own transaction. */
import type { Payload, PayloadRequest } from 'payload'
import type { PublicCollection } from '#domain/collections.ts'
import type { Action } from '#domain/workflow.ts'

export type PublicationState = 'waiting' | 'live' | 'failed' | 'cancelled'

export type PublicationRow = {
  id: string
  collection: PublicCollection
  item: string
  agency?: string
  action: Action
  edition?: string
  editionNumber?: number
  state: PublicationState
  /**
   * What the item had been through before: its editions and their outcomes, counted. Rises with each of its
   * publications, also when the clock was put back between two. Absent on rows from before it was kept.
   */
  changeNumber?: number | null
  /** Id of the release set that it goes out with: together with the set's other rows, or not at all. */
  releaseSet?: string | null
  /** ISO 8601 UTC. */
  requestedAt: string
  notBefore?: string | null
  /** `notBefore`, else `requestedAt`: publications go out in this order. */
  dueAt?: string
  tries: number
  nextTryAt?: string | null
  lastError?: string | null
  urls?: string[]
  liveAt?: string | null
  /** When the public address itself answered with what the publication put there. */
  seenAt?: string | null
  /** `false` while that is still being asked for; absent before the publication is live. */
  isSeen?: boolean | null
  /** `false` until its people were told by mail that it is live; absent where nobody is told (imports, removals). */
  isTold?: boolean | null
  /** From the approval (or the scheduled time) to `liveAt`. */
  millis?: number | null
}

export type NewPublication = Pick<
  PublicationRow,
  | 'collection'
  | 'item'
  | 'agency'
  | 'action'
  | 'edition'
  | 'editionNumber'
  | 'changeNumber'
  | 'requestedAt'
  | 'notBefore'
  | 'isTold'
  | 'releaseSet'
>

/** See `PublicationRow.changeNumber`. */
export const changeNumberAfter = (editions: readonly { outcomes: unknown[] }[]): number =>
  editions.reduce((sum, { outcomes }) => sum + 1 + outcomes.length, 0)

/** Negative when `a` is the earlier change of their item. */
export const compareChanges = (a: PublicationRow, b: PublicationRow): number =>
  (a.changeNumber ?? -1) - (b.changeNumber ?? -1) || a.requestedAt.localeCompare(b.requestedAt)

/** The outbox row as it begins. */
export const waitingPublication = (publication: NewPublication) => ({
  ...publication,
  dueAt: publication.notBefore ?? publication.requestedAt,
  state: 'waiting' as const,
  tries: 0,
  urls: [],
})

export async function requestPublication(
  payload: Payload,
  publication: NewPublication,
  req: PayloadRequest,
): Promise<PublicationRow> {
  const row: unknown = await payload.db.create({
    collection: 'publications',
    data: waitingPublication(publication),
    req,
  })
  return { ...(row as PublicationRow), id: String((row as { id: unknown }).id) }
}

/** The newest publication of an item, whatever became of it. */
export async function latestPublication(
  payload: Payload,
  collection: PublicCollection,
  item: string,
): Promise<PublicationRow | null> {
  const { docs } = await payload.db.find<PublicationRow>({
    collection: 'publications',
    where: {
      and: [
        { item: { equals: item } },
        { collection: { equals: collection } },
        { state: { not_equals: 'cancelled' } },
      ],
    },
    sort: ['-changeNumber', '-requestedAt'],
    limit: 1,
    pagination: false,
  })
  return docs[0] ?? null
}
