/** Tells who may act, and the office, about items that wait for longer than their due time; once for each submission. */
import type { Payload, PayloadRequest } from 'payload'
import { publicCollections, type PublicCollection } from '#domain/collections.ts'
import { dueAt, isOverdue, shortestDueMs } from '#domain/due-times.ts'
import { before } from '#domain/mail-delivery.ts'
import { overdueWords } from '#domain/mail-words.ts'
import { ownerOf, readWorkingCopy } from '../../workflow/item.ts'
import { addressees } from '../../workflow/mail-people.ts'
import { queueMails } from '../../workflow/mail-queue.ts'
import { itemFacts } from '../../workflow/step-mails.ts'
import { inTransaction } from '../../workflow/transaction.ts'

type Late = { collection: PublicCollection; id: string; submittedAt: string }

const askedAtOnce = 200
const eventOf = ({ collection, id, submittedAt }: Late): string =>
  `overdue/${collection}/${id}/${submittedAt}`

export async function tellOverdue(payload: Payload, now: string, office: string): Promise<void> {
  for (const late of await untold(payload, await findLate(payload, now)))
    await inTransaction({ payload }, (req) => tell({ payload, late, now, office }, req))
}

async function findLate(payload: Payload, now: string): Promise<Late[]> {
  const found = await Promise.all(
    publicCollections.map(async (collection) => {
      const { docs } = await payload.db.find<{ id: string; submittedAt: string }>({
        collection,
        where: {
          and: [
            { state: { equals: 'submitted' } },
            { submittedAt: { less_than: before(now, shortestDueMs) } },
          ],
        },
        select: { submittedAt: true },
        limit: 0,
        pagination: false,
      })
      return docs.map(({ id, submittedAt }): Late => ({ collection, id: String(id), submittedAt }))
    }),
  )
  return found.flat().filter(({ collection, submittedAt }) => isOverdue(collection, submittedAt, now))
}

async function untold(payload: Payload, late: Late[]): Promise<Late[]> {
  const told = new Set<string>()
  for (let at = 0; at < late.length; at += askedAtOnce) {
    const events = late.slice(at, at + askedAtOnce).map(eventOf)
    const { docs } = await payload.db.find<{ id: string; event: string }>({
      collection: 'mails',
      where: { event: { in: events } },
      select: { event: true },
      limit: 0,
      pagination: false,
    })
    for (const { event } of docs) told.add(event)
  }
  return late.filter((item) => !told.has(eventOf(item)))
}

type Telling = { payload: Payload; late: Late; now: string; office: string }

async function tell({ payload, late, now, office }: Telling, req: PayloadRequest): Promise<void> {
  const { collection, id, submittedAt } = late
  const item = await readWorkingCopy(payload, collection, id, req)
  if (item?.state !== 'submitted' || item.submittedAt !== submittedAt) return
  const occasion = {
    event: 'overdue',
    agency: ownerOf(collection, item),
    contributors: item.contributors,
    actor: null,
  } as const
  const facts = await itemFacts(payload, collection, item, req)
  const words = overdueWords({ ...facts, submittedAt, dueAt: dueAt(collection, submittedAt) })
  const mail = { event: eventOf(late), kind: 'overdue', words, collection, item: id, at: now } as const
  const told = await addressees(payload, occasion, office, req)
  await queueMails(
    payload,
    told.map((addressee) => ({ ...mail, addressee })),
    req,
  )
}
