/**
 * The moderators' queue as it is read: a light list of all that waits decides order, filters and counts; only the
 * page that is shown is read in full. So the number of questions does not grow with what waits.
 */
import type { Payload } from 'payload'
import { holds, type Claim } from '#domain/claims.ts'
import { itemRef, publicCollections, type ItemRef, type PublicCollection } from '#domain/collections.ts'
import { deputiesOn } from '#domain/absences.ts'
import { localDay } from '#domain/dates.ts'
import { dueAt } from '#domain/due-times.ts'
import {
  countByAge,
  countByFilter,
  filtered,
  inQueueOrder,
  isLate,
  pageOf,
  type QueueEntry,
  type QueueFilter,
} from '#domain/queue.ts'
import { openAbsences, type AbsenceRow } from './absences.ts'
import { agencyNames } from './agencies.ts'
import type { ClaimRow } from './claims.ts'
import { ownerOf, ownerPath, shownTitle, titlePath } from './item.ts'

export type QueueRow = QueueEntry & {
  title: string
  agency: string
  isLate: boolean
  /** Name and moment of the claim that holds. */
  claim: Pick<Claim, 'byName' | 'at'> | null
  /** Who claimed it and is away; nobody is reading it. */
  leftBy: string | null
}

export type Queue = {
  rows: QueueRow[]
  page: number
  pages: number
  byFilter: ReturnType<typeof countByFilter>
  byAge: ReturnType<typeof countByAge>
  /** Who is away today. */
  away: AbsenceRow[]
}

type Asked = { person: string; filter: QueueFilter; page: number; now: string }
type Waiting = QueueEntry & { claim: ClaimRow | null; leftBy: string | null }

/** For moderators; who asks is checked by the caller. */
export async function readQueue(payload: Payload, { person, filter, page, now }: Asked): Promise<Queue> {
  const day = localDay(now)
  const absences = await openAbsences(payload, day)
  const deputies = deputiesOn(absences, day)
  const entries = await waiting(payload, new Set(deputies.keys()), now)
  const asked = { person, now }
  const { shown, ...place } = pageOf(inQueueOrder(filtered(entries, filter, asked)), page)
  return {
    ...place,
    rows: await inFull(payload, shown, now),
    byFilter: countByFilter(entries, asked),
    byAge: countByAge(entries, now),
    away: absences.filter(({ person: id, from }) => deputies.has(id) && from <= day),
  }
}

async function waiting(payload: Payload, away: ReadonlySet<string>, now: string): Promise<Waiting[]> {
  const all = { limit: 0, pagination: false } as const
  const [claims, moderators, ...found] = await Promise.all([
    payload.db.find<ClaimRow>({ collection: 'claims', ...all }),
    payload.db.find<{ id: string }>({
      collection: 'users',
      where: { and: [{ role: { equals: 'moderator' } }, { isDisabled: { not_equals: true } }] },
      select: { role: true },
      ...all,
    }),
    ...publicCollections.map(async (collection) => {
      const { docs } = await payload.db.find<{ id: string; submittedAt: string }>({
        collection,
        where: { state: { equals: 'submitted' } },
        select: { submittedAt: true },
        ...all,
      })
      return docs.map(({ id, submittedAt }) => ({ collection, id: String(id), submittedAt }))
    }),
  ])
  const claimOn = new Map(claims.docs.map((claim) => [claim.key, claim]))
  const active = new Set(moderators.docs.map(({ id }) => String(id)))
  return found.flat().map(({ collection, id, submittedAt }): Waiting => {
    const claim = claimOn.get(itemRef(collection, id)) ?? null
    const facts = { item: { state: 'submitted' as const, submittedAt }, isHolderActive: true, now }
    const held =
      claim && active.has(claim.by) && holds(claim, { ...facts, isHolderAway: false }) ? claim : null
    const isLeft = held !== null && away.has(held.by)
    return {
      ...{ collection, id, submittedAt, dueAt: dueAt(collection, submittedAt) },
      claimedBy: held && !isLeft ? held.by : null,
      claim: isLeft ? null : held,
      leftBy: isLeft ? held.byName : null,
    }
  })
}

async function inFull(payload: Payload, shown: readonly Waiting[], now: string): Promise<QueueRow[]> {
  const words = new Map<ItemRef, { title: string; owner: string | undefined }>()
  await Promise.all(
    publicCollections.map(async (collection) => {
      const ids = shown.filter((entry) => entry.collection === collection).map(({ id }) => id)
      if (ids.length === 0) return
      for (const doc of await wordsOf(payload, collection, ids)) {
        const owner = collection === 'agencies' ? undefined : ownerOf(collection, doc)
        words.set(itemRef(collection, String(doc.id)), { title: shownTitle(collection, doc), owner })
      }
    }),
  )
  const agencies = await agencyNames(
    payload,
    [...words.values()].flatMap(({ owner }) => owner ?? []),
  )
  return shown.map(({ claim, ...entry }) => {
    const { title = shownTitle(entry.collection, {}), owner = '' } =
      words.get(itemRef(entry.collection, entry.id)) ?? {}
    return {
      ...entry,
      ...{ title, agency: agencies.get(owner) ?? '', isLate: isLate(entry, now) },
      claim: claim && { byName: claim.byName, at: claim.at },
    }
  })
}

async function wordsOf(payload: Payload, collection: PublicCollection, ids: string[]) {
  const path = ownerPath[collection]
  const { docs } = await payload.db.find<Record<string, unknown> & { id: string }>({
    collection,
    where: { id: { in: ids } },
    select: {
      [titlePath[collection]]: true,
      ...(path && path !== 'id' ? { [path]: true } : {}),
      ...(collection === 'documents' ? { number: true } : {}),
    },
    limit: ids.length,
    pagination: false,
  })
  return docs
}
