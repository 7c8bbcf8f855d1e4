/**
 * Tells of items that wait: a reminder half-way and at their due time to who reads them, later to those above;
 * each level once for each submission, whoever asks again (issue 5, point 2).
 */
import type { Payload, PayloadRequest } from 'payload'
import { publicCollections, type PublicCollection } from '#domain/collections.ts'
import { dueAt, levelsToTell, soonestLevelMs, type WaitingLevel } from '#domain/due-times.ts'
import { before } from '#domain/mail-delivery.ts'
import { escalatedWords, overdueWords, reminderWords } from '#domain/mail-words.ts'
import { currentClaim } from '../../workflow/claims.ts'
import { ownerOf, readWorkingCopy } from '../../workflow/item.ts'
import { addressees } from '../../workflow/mail-people.ts'
import { queueMails } from '../../workflow/mail-queue.ts'
import { itemFacts } from '../../workflow/step-mails.ts'
import { rememberedForMs, tellOnce } from './tell-once.ts'

type Late = { level: WaitingLevel; collection: PublicCollection; id: string; submittedAt: string }

const wordsOf = { reminder: reminderWords, overdue: overdueWords, escalated: escalatedWords } as const
const eventOf = ({ level, collection, id, submittedAt }: Late): string =>
  `${level}/${collection}/${id}/${submittedAt}`

export async function tellWaiting(payload: Payload, now: string, office: string): Promise<void> {
  const late = await findLate(payload, now)
  await tellOnce(payload, late, eventOf, (one, req) => tell({ payload, late: one, now, office }, req))
}

async function findLate(payload: Payload, now: string): Promise<Late[]> {
  const found = await Promise.all(
    publicCollections.map(async (collection) => {
      const { docs } = await payload.db.find<{ id: string; submittedAt: string }>({
        collection,
        where: {
          and: [
            { state: { equals: 'submitted' } },
            { submittedAt: { less_than: before(now, soonestLevelMs) } },
          ],
        },
        select: { submittedAt: true },
        limit: 0,
        pagination: false,
      })
      return docs.flatMap(({ id, submittedAt }) =>
        levelsToTell(collection, submittedAt, { now, forgottenAfterMs: rememberedForMs }).map(
          (level): Late => ({
            level,
            collection,
            id: String(id),
            submittedAt,
          }),
        ),
      )
    }),
  )
  return found.flat()
}

type Telling = { payload: Payload; late: Late; now: string; office: string }

async function tell({ payload, late, now, office }: Telling, req: PayloadRequest): Promise<void> {
  const { level, collection, id, submittedAt } = late
  const item = await readWorkingCopy(payload, collection, id, req)
  if (item?.state !== 'submitted' || item.submittedAt !== submittedAt) return
  const claim = await currentClaim({ payload, collection, item, now }, req)
  const { contributors } = item
  const occasion = {
    event: level,
    agency: ownerOf(collection, item),
    contributors,
    actor: null,
    claimant: claim && !contributors.includes(claim.by) ? claim.by : null,
  }
  const facts = await itemFacts(payload, collection, item, req)
  const words = wordsOf[level]({
    ...facts,
    submittedAt,
    dueAt: dueAt(collection, submittedAt),
    claimedBy: claim?.byName,
  })
  const mail = { event: eventOf(late), kind: level, words, collection, item: id, at: now }
  const told = await addressees(payload, occasion, office, req, now)
  await queueMails(
    payload,
    told.map((addressee) => ({ ...mail, addressee })),
    req,
  )
}
