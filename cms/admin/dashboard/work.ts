/** The questions of the start page. Each is asked as the person, so that access decides what comes back. */
import type { Payload, TypedUser, Where } from 'payload'
import { publicCollections, type PublicCollection } from '#domain/collections.ts'
import { idOf, type Person } from '../../access/person.ts'
import { ownedOrHeld } from '../../access/reach.ts'
import { ownerPath, titlePath } from '../../workflow/item.ts'

export type Asker = { payload: Payload; user: TypedUser; person: Person }

export type WorkItem = {
  collection: PublicCollection
  id: string
  title: string
  /** Name of the agency, when the person may read it. */
  agency: string
  /** ISO 8601: the moment the list is about. */
  since: string
  note?: string
  /** Id of the edition on the portal. */
  liveEdition?: string
  /** The moment by which it is to be done, and whether that is over. */
  due?: { at: string; isOver: boolean }
}

export type Work = { items: WorkItem[]; total: number }

const shownAtMost = 10

type Question = {
  where: Where
  /** The field with the moment the list is about, and in which direction it is sorted. */
  since: 'submittedAt' | 'scheduledAt' | 'updatedAt'
  newestFirst?: boolean
  onlyOwn?: boolean
  collections?: readonly PublicCollection[]
}

/** One list over all collections, in the order of `since`. */
export async function findWork(asker: Asker, question: Question): Promise<Work> {
  const { since, newestFirst = false, collections = publicCollections } = question
  const found = await Promise.all(collections.map((collection) => findIn(asker, collection, question)))
  const direction = newestFirst ? -1 : 1
  const items = found.flatMap(({ items }) => items).sort((a, b) => direction * a.since.localeCompare(b.since))
  return { items: items.slice(0, shownAtMost), total: found.reduce((sum, { total }) => sum + total, 0) }

  async function findIn(
    { payload, user, person }: Asker,
    collection: PublicCollection,
    { where, onlyOwn = false }: Question,
  ): Promise<Work> {
    const path = ownerPath[collection]
    if (onlyOwn && path === null) return { items: [], total: 0 }
    const own: Where[] = onlyOwn && path ? [ownedOrHeld(path)(person)] : []
    const { docs, totalDocs } = await payload.find({
      collection,
      where: { and: [where, ...own] },
      sort: newestFirst ? `-${since}` : since,
      limit: shownAtMost,
      depth: 1,
      select: {
        [titlePath[collection]]: true,
        ...(path && path !== 'id' ? { [path]: true } : {}),
        ...(collection === 'documents' ? { number: true } : {}),
        [since]: true,
        returnNote: true,
        liveEdition: true,
      } as never,
      user,
      overrideAccess: false,
    })
    return {
      items: (docs as unknown as Record<string, unknown>[]).map((doc) => workItem(collection, doc, since)),
      total: totalDocs,
    }
  }
}

function workItem(collection: PublicCollection, doc: Record<string, unknown>, since: string): WorkItem {
  const owner = ownerPath[collection]
  const agency = owner && owner !== 'id' ? (doc[owner] as { name?: string } | null | undefined) : null
  const words = text(doc[titlePath[collection]]) || 'Chưa có tên'
  const number = text(doc.number)
  return {
    collection,
    id: idOf(doc) ?? '',
    title: number ? `${number}: ${words}` : words,
    agency: agency?.name ?? '',
    since: text(doc[since]),
    ...(idOf(doc.liveEdition) ? { liveEdition: idOf(doc.liveEdition) } : {}),
    ...(text(doc.returnNote) ? { note: text(doc.returnNote) } : {}),
  }
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

export type StuckPublication = { id: string; collection: string; item: string; since: string; error: string }

/** Changes that should be out by now and are not. */
export async function findStuck(
  { payload, user }: Asker,
  now: Date,
): Promise<{ stuck: StuckPublication[]; waiting: number }> {
  const aMinuteAgo = new Date(now.getTime() - 60_000).toISOString()
  const { docs, totalDocs } = await payload.find({
    collection: 'publications',
    where: {
      and: [
        { state: { in: ['waiting', 'failed'] } },
        { requestedAt: { less_than: aMinuteAgo } },
        { or: [{ notBefore: { exists: false } }, { notBefore: { less_than: aMinuteAgo } }] },
      ],
    },
    sort: 'requestedAt',
    limit: shownAtMost,
    depth: 0,
    user,
    overrideAccess: false,
  })
  const stuck = (docs as unknown as Record<string, unknown>[]).map((row) => ({
    id: String(row.id),
    collection: text(row.collection),
    item: text(row.item),
    since: text(row.notBefore) || text(row.requestedAt),
    error: text(row.lastError),
  }))
  return { stuck, waiting: totalDocs }
}

export type People = { role: string; count: number }[]

/** How many people hold each role and may still sign in. */
export async function countPeople({ payload, user }: Asker): Promise<People> {
  const roles = ['editor', 'moderator', 'administrator']
  return Promise.all(
    roles.map(async (role) => {
      const where: Where = { and: [{ role: { equals: role } }, { isDisabled: { not_equals: true } }] }
      const { totalDocs } = await payload.count({ collection: 'users', where, user, overrideAccess: false })
      return { role, count: totalDocs }
    }),
  )
}
