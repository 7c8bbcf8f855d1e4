/**
 * Which mails may go now, and the claim on them: a lease in the row itself, so that of two processes one sends and
 * what a killed one held comes back by itself (cms/decisions/017).
 */
import type { Payload, Where } from 'payload'
import { mailPauses } from '#domain/mail-delivery.ts'
import type { MailRow } from '../../workflow/mail-queue.ts'
import { inTransaction } from '../../workflow/transaction.ts'

const later = (now: Date, ms: number): string => new Date(now.getTime() + ms).toISOString()

const dueWhere = (now: Date): Where => ({
  and: [
    { state: { equals: 'waiting' } },
    {
      or: [
        { nextTryAt: { less_than_equal: now.toISOString() } },
        // Further away than any pause: the clock was put back since.
        { nextTryAt: { greater_than: later(now, 3 * mailPauses.mostMs) } },
      ],
    },
  ],
})

/** Takes up to `limit` due mails for `leaseMs`. Asks one question when none is due. */
export async function claimDue(
  payload: Payload,
  { now, limit, leaseMs }: { now: Date; limit: number; leaseMs: number },
): Promise<MailRow[]> {
  const { docs } = await payload.db.find<MailRow>({
    collection: 'mails',
    where: dueWhere(now),
    sort: ['nextTryAt', 'queuedAt'],
    limit,
    pagination: false,
  })
  if (docs.length === 0) return []
  const nextTryAt = later(now, leaseMs)
  return inTransaction({ payload }, async (req) => {
    const claimed: MailRow[] = []
    for (const row of docs) {
      const id = String(row.id)
      const tries = (row.tries ?? 0) + 1
      const taken = await payload.db.updateOne({
        collection: 'mails',
        where: {
          and: [
            { id: { equals: id } },
            { state: { equals: 'waiting' } },
            { tries: { equals: row.tries } },
            { nextTryAt: { equals: row.nextTryAt } },
          ],
        },
        data: { tries, nextTryAt },
        req,
      })
      if (taken) claimed.push({ ...row, id, tries, nextTryAt })
    }
    return claimed
  })
}

/** Keeps a claim while its mail is under way, however long a server takes. @returns how to end that. */
export function keepClaim(
  payload: Payload,
  { id }: MailRow,
  { now, leaseMs }: { now: () => Date; leaseMs: number },
): () => void {
  const renew = () => {
    const where: Where = { and: [{ id: { equals: id } }, { state: { equals: 'waiting' } }] }
    const data = { nextTryAt: later(now(), leaseMs) }
    // A lease that could not be renewed may run out; the mail then goes again under the same Message-ID.
    payload.db.updateOne({ collection: 'mails', where, data, returning: false }).catch(() => {})
  }
  const timer = setInterval(renew, leaseMs / 3)
  return () => clearInterval(timer)
}
