/** Counts what the rules of `domain/alarms.ts` ask for. Cheap however many publications there are: each question has its index. */
import type { Payload, Where } from 'payload'
import { alarmsOf, lateBefore, type Alarm, type Facts, type Late } from '#domain/alarms.ts'
import { isHeld, latestPause } from './pause.ts'

type Question = {
  collection: 'publications' | 'audit-events'
  where: Where
  since: 'dueAt' | 'liveAt' | 'at'
}

async function late(payload: Payload, { collection, where, since }: Question): Promise<Late> {
  const { docs } = await payload.db.find<Record<string, string | null | undefined>>({
    collection,
    where,
    sort: since,
    limit: 1,
    pagination: false,
  })
  const [oldest] = docs
  if (!oldest) return { count: 0, since: null }
  const { totalDocs } = await payload.db.count({ collection, where })
  return { count: totalDocs, since: oldest[since] ?? null }
}

const waitingSince = (before: string): Where => ({
  and: [{ state: { equals: 'waiting' } }, { dueAt: { less_than: before } }],
})

const unseenSince = (before: string): Where => ({
  and: [{ isSeen: { equals: false } }, { liveAt: { less_than: before } }],
})

const unsealedSince = (before: string): Where => ({
  and: [{ isSealed: { equals: false } }, { at: { less_than: before } }],
})

/** `now`: ISO 8601 UTC. */
export async function alarmFacts(payload: Payload, now: string): Promise<Facts> {
  const before = lateBefore(now)
  const [pause, waiting, unseen, unsealed, verification] = await Promise.all([
    latestPause(payload),
    late(payload, { collection: 'publications', where: waitingSince(before), since: 'dueAt' }),
    late(payload, { collection: 'publications', where: unseenSince(before), since: 'liveAt' }),
    late(payload, { collection: 'audit-events', where: unsealedSince(before), since: 'at' }),
    openVerification(payload),
  ])
  const hold = { isHeld: isHeld(pause), endedAt: pause?.endedAt ?? null }
  return { now, hold, waiting, unseen, unsealed, verification }
}

/** The alarms that hold now; asked by the start page, `/healthz` and the watch that writes mails. */
export const currentAlarms = async (payload: Payload, now: string): Promise<Alarm[]> =>
  alarmsOf(await alarmFacts(payload, now))

async function openVerification(payload: Payload): Promise<Facts['verification']> {
  const { docs } = await payload.db.find<{ openedAt: string; count?: number | null; text: string }>({
    collection: 'incidents',
    where: { and: [{ kind: { equals: 'verification' } }, { isOpen: { equals: true } }] },
    limit: 1,
    pagination: false,
  })
  const [open] = docs
  return open ? { at: open.openedAt, problems: open.count ?? 0, text: open.text } : null
}
