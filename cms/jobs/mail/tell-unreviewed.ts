/** Tells the other moderators and the office of emergency publications that nobody has reviewed in time; once for each edition. */
import type { Payload, PayloadRequest } from 'payload'
import { publicCollections, type PublicCollection } from '#domain/collections.ts'
import { reviewDueAt } from '#domain/due-times.ts'
import { before } from '#domain/mail-delivery.ts'
import { unreviewedWords } from '#domain/mail-words.ts'
import type { EditionRow } from '../../workflow/editions.ts'
import { ownerOf, readWorkingCopy } from '../../workflow/item.ts'
import { addressees } from '../../workflow/mail-people.ts'
import { queueMails } from '../../workflow/mail-queue.ts'
import { itemFacts } from '../../workflow/step-mails.ts'
import { rememberedForMs, tellOnce } from './tell-once.ts'

type Late = { collection: PublicCollection; id: string; edition: EditionRow }

const eventOf = ({ collection, id, edition }: Late): string => `unreviewed/${collection}/${id}/${edition.id}`

export async function tellUnreviewed(payload: Payload, now: string, office: string): Promise<void> {
  const late = (
    await Promise.all(publicCollections.map((collection) => findLate(payload, collection, now)))
  ).flat()
  await tellOnce(payload, late, eventOf, (one, req) => tell({ payload, late: one, now, office }, req))
}

async function findLate(payload: Payload, collection: PublicCollection, now: string): Promise<Late[]> {
  const { docs } = await payload.db.find<{ id: string; liveEdition?: string | null }>({
    collection,
    where: { needsReview: { equals: true } },
    select: { liveEdition: true },
    limit: 0,
    pagination: false,
  })
  const ids = docs.flatMap(({ liveEdition }) => liveEdition ?? [])
  if (ids.length === 0) return []
  const { docs: editions } = await payload.db.find<EditionRow>({
    collection: 'editions',
    // What is older than the queue of mail remembers was told long ago.
    where: {
      and: [{ id: { in: ids } }, { approvedAt: { greater_than: before(now, rememberedForMs) } }],
    },
    limit: 0,
    pagination: false,
  })
  return editions
    .filter(({ approvedAt }) => reviewDueAt(approvedAt) < now)
    .map((edition) => ({ collection, id: edition.item, edition }))
}

type Telling = { payload: Payload; late: Late; now: string; office: string }

async function tell({ payload, late, now, office }: Telling, req: PayloadRequest): Promise<void> {
  const { collection, id, edition } = late
  const item = await readWorkingCopy(payload, collection, id, req)
  if (item?.needsReview !== true || item.liveEdition !== edition.id) return
  const { approvedAt, approvedBy, contributors } = edition
  const occasion = {
    event: 'unreviewed',
    agency: ownerOf(collection, item),
    contributors: [...contributors, approvedBy],
    actor: null,
  } as const
  const facts = await itemFacts(payload, collection, item, req)
  const words = unreviewedWords({ ...facts, approvedAt, dueAt: reviewDueAt(approvedAt) })
  const told = await addressees(payload, occasion, office, req, now)
  const mail = { event: eventOf(late), kind: 'unreviewed', words, collection, item: id, at: now } as const
  await queueMails(
    payload,
    told.map((addressee) => ({ ...mail, addressee })),
    req,
  )
}
