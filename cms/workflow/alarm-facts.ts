/** Counts what the rules of `domain/alarms.ts` ask for. Cheap however many publications there are: each question has its index. */
import type { Payload, Where } from 'payload'
import { alarmsOf, lateBefore, type Alarm, type Facts, type Late } from '#domain/alarms.ts'
import { before, mailLateAfterMs, refusalShownForMs } from '#domain/mail-delivery.ts'
import { isHeld, latestPause } from './pause.ts'

type Question = {
  collection: 'publications' | 'audit-events' | 'mails'
  where: Where
  since: 'dueAt' | 'liveAt' | 'at' | 'queuedAt'
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

const waitingSince = (since: string): Where => ({
  and: [{ state: { equals: 'waiting' } }, { dueAt: { less_than: since } }],
})

const unseenSince = (since: string): Where => ({
  and: [{ isSeen: { equals: false } }, { liveAt: { less_than: since } }],
})

const unsealedSince = (since: string): Where => ({
  and: [{ isSealed: { equals: false } }, { at: { less_than: since } }],
})

const unsentSince = (since: string): Where => ({
  and: [{ state: { equals: 'waiting' } }, { queuedAt: { less_than: since } }],
})

// A refused alarm mail is no alarm: telling of it would be refused as well, for ever.
const refusedSince = (since: string): Where => ({
  and: [
    { state: { equals: 'failed' } },
    { nextTryAt: { greater_than: since } },
    { kind: { not_equals: 'alarm' } },
  ],
})

/** `now`: ISO 8601 UTC. */
export async function alarmFacts(payload: Payload, now: string): Promise<Facts> {
  const minuteAgo = lateBefore(now)
  const [pause, waiting, unseen, unsealed, verification, unsent, refused] = await Promise.all([
    latestPause(payload),
    late(payload, { collection: 'publications', where: waitingSince(minuteAgo), since: 'dueAt' }),
    late(payload, { collection: 'publications', where: unseenSince(minuteAgo), since: 'liveAt' }),
    late(payload, { collection: 'audit-events', where: unsealedSince(minuteAgo), since: 'at' }),
    openVerification(payload),
    late(payload, {
      collection: 'mails',
      where: unsentSince(before(now, mailLateAfterMs)),
      since: 'queuedAt',
    }),
    late(payload, {
      collection: 'mails',
      where: refusedSince(before(now, refusalShownForMs)),
      since: 'queuedAt',
    }),
  ])
  const hold = { isHeld: isHeld(pause), endedAt: pause?.endedAt ?? null }
  return { now, hold, waiting, unseen, unsealed, verification, unsent, refused }
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
