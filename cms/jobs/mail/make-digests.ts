/** At its hour, makes one mail out of all that waits for a person's digest. */
import type { Payload, PayloadRequest, Where } from 'payload'
import { mailLateAfterMs } from '#domain/mail-delivery.ts'
import { digestWords } from '#domain/mail-words.ts'
import { queueMails, type MailRow } from '../../workflow/mail-queue.ts'
import { inTransaction } from '../../workflow/transaction.ts'

const dayMs = 24 * 60 * 60_000

/** @returns how many digests it made. */
export async function makeDigests(payload: Payload, now: string): Promise<number> {
  const { docs } = await payload.db.find<MailRow>({
    collection: 'mails',
    where: dueWhere(now),
    select: { person: true },
    limit: 0,
    pagination: false,
  })
  const people = [...new Set(docs.flatMap(({ person }) => person ?? []))]
  for (const person of people)
    await inTransaction({ payload }, (req) => gather(payload, { person, now }, req))
  return people.length
}

const dueWhere = (now: string, more: Where[] = []): Where => ({
  and: [
    { state: { equals: 'digest' } },
    {
      or: [
        { nextTryAt: { less_than_equal: now } },
        // The next digest is never more than a day away: the clock was put back since.
        { nextTryAt: { greater_than: new Date(Date.parse(now) + dayMs + mailLateAfterMs).toISOString() } },
      ],
    },
    ...more,
  ],
})

async function gather(
  payload: Payload,
  { person, now }: { person: string; now: string },
  req: PayloadRequest,
): Promise<void> {
  const { docs } = await payload.db.find<MailRow>({
    collection: 'mails',
    where: dueWhere(now, [{ person: { equals: person } }]),
    sort: 'queuedAt',
    limit: 0,
    pagination: false,
    req,
  })
  const [first] = docs
  if (!first) return
  const parts = docs.map(({ subject, body }) => ({ subject, lines: body ?? [] }))
  const addressee = { person, address: first.to, when: 'now' } as const
  const event = `digest/${now}`
  const words = digestWords(now, parts)
  await queueMails(payload, [{ event, kind: 'digest', addressee, words, at: now }], req)
  for (const { id } of docs)
    await payload.db.updateOne({
      collection: 'mails',
      id: String(id),
      data: { state: 'gathered', body: null, digest: `${event}/${person}` },
      req,
      returning: false,
    })
}
