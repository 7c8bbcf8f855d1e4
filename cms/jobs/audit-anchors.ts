/**
 * Anchors the audit once a day (domain/anchors.ts), after downtime for each day that was missed; mails the
 * anchors to the web office and hands them to the publisher. Only the relay writes them; each part may die
 * and be repeated.
 */
import type { Payload, PayloadRequest } from 'payload'
import { dayAfter, endOfDay, lastAnchoredDay, type Anchor } from '#domain/anchors.ts'
import { formatDay, localDay } from '#domain/dates.ts'
import type { MailWords } from '#domain/mail-words.ts'
import { routes } from '#domain/routes.ts'
import type { Publisher } from '#cms/publication/protocol.ts'
import { inTransaction } from '../workflow/transaction.ts'
import { allAnchors, anchorRows } from '../workflow/anchors.ts'
import { addressees } from '../workflow/mail-people.ts'
import { queueMails } from '../workflow/mail-queue.ts'
import { countUnsealed } from './verify-chains.ts'

/** A long time off is caught up in several turns, so that the relay is back at its work soon. */
const daysAtOnce = 60

type Event = { id: string; number: number; seal: string; at: string }

/**
 * Writes the anchors that are due. None while the ledger is empty, and none for a day with an event that waits
 * for its seal. @returns how many were written.
 */
export async function writeDueAnchors(payload: Payload, now: Date): Promise<number> {
  const due = lastAnchoredDay(now.toISOString())
  const [last] = await anchorRows(payload, { sort: '-day', limit: 1 })
  let day = last ? dayAfter(last.day) : await firstDay(payload)
  if (day === null || day > due) return 0
  if ((await countUnsealed(payload, endOfDay(due))) > 0) return 0
  return inTransaction({ payload }, async (req) => {
    const { totalDocs: editions } = await payload.db.count({ collection: 'editions', req })
    let before: Pick<Anchor, 'number' | 'seal'> = last ?? { number: 0, seal: '' }
    let written = 0
    for (; day !== null && day <= due && written < daysAtOnce; day = dayAfter(day)) {
      const event = await lastEvent(payload, endOfDay(day), req)
      // An event that was sealed late stands behind its day: an anchor never goes back.
      const { number, seal } = event && event.number > before.number ? event : before
      const data = { day, number, seal, events: number - before.number, editions, at: now.toISOString() }
      await payload.db.create({ collection: 'audit-anchors', data, req })
      before = { number, seal }
      written += 1
    }
    return written
  })
}

async function firstDay(payload: Payload): Promise<string | null> {
  const { docs } = await payload.db.find<Event>({
    collection: 'audit-events',
    where: { number: { equals: 1 } },
    limit: 1,
    pagination: false,
  })
  return docs[0] ? localDay(docs[0].at) : null
}

async function lastEvent(payload: Payload, before: string, req: PayloadRequest): Promise<Event | null> {
  const { docs } = await payload.db.find<Event>({
    collection: 'audit-events',
    where: { and: [{ number: { greater_than: 0 } }, { at: { less_than: before } }] },
    sort: '-number',
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0] ?? null
}

type Telling = { payload: Payload; office: string; publicUrl: string; now: string }

/** Queues one letter to the web office with the anchors that it has not been told. @returns how many. */
export async function tellAnchors({ payload, office, publicUrl, now }: Telling): Promise<number> {
  if ((await untoldAnchors(payload)).length === 0) return 0
  return inTransaction({ payload }, async (req) => {
    const untold = await untoldAnchors(payload, req)
    const [first] = untold
    if (!first) return 0
    const told = await addressees(payload, { event: 'anchors', contributors: [], actor: null }, office, req)
    const words = anchorWords(untold, publicUrl)
    const letter = { event: `anchors/${first.day}`, kind: 'anchors', words, at: now } as const
    await queueMails(
      payload,
      told.map((addressee) => ({ ...letter, addressee })),
      req,
    )
    const data = { toldAt: now }
    for (const { id } of untold)
      await payload.db.updateOne({ collection: 'audit-anchors', id, data, req, returning: false })
    return untold.length
  })
}

const untoldAnchors = (payload: Payload, req?: PayloadRequest) =>
  anchorRows(payload, { sort: 'day', where: { toldAt: { exists: false } }, ...(req ? { req } : {}) })

/** Vietnamese; to be kept, since it is the copy that nobody in the house can change. */
export function anchorWords(anchors: Anchor[], publicUrl: string): MailWords {
  const days = anchors.map(({ day }) => formatDay(day))
  return {
    subject: `[Cổng] Mốc nhật ký ${days.length > 1 ? `${days[0]} đến ${days.at(-1)}` : days[0]}`,
    lines: [
      'Hãy giữ thư này. Khi cần kiểm tra nhật ký, dấu niêm dưới đây phải trùng với dấu niêm của cùng ngày trên Cổng.',
      ...anchors.flatMap(({ number, seal, events, editions }, index) => [
        `Ngày ${days[index]}: sự kiện cuối số ${number}, thêm ${events} sự kiện, ${editions} bản đăng.`,
        { quote: seal },
      ]),
      { text: 'Trên Cổng', link: `${publicUrl}${routes.auditLog}` },
      'Kiểm tra trên máy chủ: npm run portal -- audit verify',
    ],
  }
}

type Options = { payload: Payload; publisher: Pick<Publisher, 'setAnchors'>; now: () => Date }

const askEveryMs = 60_000

/**
 * For each round of the relay: looks at the clock, writes what is due and hands all anchors over, the first
 * time in any case. @returns whether pages wait.
 */
export function anchoring({ payload, publisher, now }: Options): () => Promise<boolean> {
  let askedFor = ''
  let askedAt = -Infinity
  let isPassed = false
  return async () => {
    const due = lastAnchoredDay(now().toISOString())
    let written = 0
    if (due !== askedFor || performance.now() - askedAt >= askEveryMs) {
      written = await writeDueAnchors(payload, now())
      askedFor = written === daysAtOnce ? '' : due
      askedAt = performance.now()
    }
    if (isPassed && written === 0) return false
    const marked = await publisher.setAnchors(await allAnchors(payload))
    isPassed = true
    return marked > 0
  }
}
