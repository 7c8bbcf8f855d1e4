/** Tells the writers that their text is on the portal, with its receipt: after the public address has answered. */
import type { Payload, PayloadRequest } from 'payload'
import { before } from '#domain/mail-delivery.ts'
import { liveWords, type LiveAction } from '#domain/mail-words.ts'
import type { EditionRow } from '../../workflow/editions.ts'
import { ownerOf, reachOfItem, readWorkingCopy } from '../../workflow/item.ts'
import { addressees } from '../../workflow/mail-people.ts'
import { queueMails } from '../../workflow/mail-queue.ts'
import type { PublicationRow } from '../../workflow/publications.ts'
import { itemFacts } from '../../workflow/step-mails.ts'
import { inTransaction } from '../../workflow/transaction.ts'

/** After this a receipt is told without the web server's confirmation; the alarm about that is older. */
const unseenAtMostMs = 10 * 60_000
const atOnce = 20

/** @returns how many publications it dealt with. */
export async function tellLive(payload: Payload, now: string): Promise<number> {
  const { docs } = await payload.db.find<PublicationRow>({
    collection: 'publications',
    where: {
      and: [
        { isTold: { equals: false } },
        { state: { equals: 'live' } },
        {
          or: [
            { isSeen: { equals: true } },
            { isSeen: { exists: false } },
            { liveAt: { less_than: before(now, unseenAtMostMs) } },
          ],
        },
      ],
    },
    sort: 'liveAt',
    limit: atOnce,
    pagination: false,
  })
  for (const row of docs) await inTransaction({ payload }, (req) => tell(payload, row, now, req))
  return docs.length
}

async function tell(
  payload: Payload,
  publication: PublicationRow,
  now: string,
  req: PayloadRequest,
): Promise<void> {
  const { id, collection, item: itemId, action, edition: editionId, urls } = publication
  const taken = await payload.db.updateOne({
    collection: 'publications',
    where: { and: [{ id: { equals: id } }, { isTold: { equals: false } }] },
    data: { isTold: true },
    req,
  })
  const item = taken ? await readWorkingCopy(payload, collection, itemId, req) : null
  const edition = editionId
    ? await payload.db.findOne<EditionRow>({
        collection: 'editions',
        where: { id: { equals: editionId } },
        req,
      })
    : null
  if (!item || !edition) return
  const agency = ownerOf(collection, item)
  const reach = reachOfItem(collection, item)
  const occasion = { event: 'live', agency, reach, contributors: edition.contributors, actor: null } as const
  const facts = await itemFacts(payload, collection, item, req)
  const words = liveWords({
    ...facts,
    title: edition.title ?? facts.title,
    action: action as LiveAction,
    seenAt: publication.seenAt ?? null,
    liveAt: publication.liveAt ?? now,
    millis: publication.millis ?? 0,
    publicUrl: urls?.[0],
  })
  const mail = { event: `live/${id}`, kind: 'live', words, collection, item: itemId, at: now } as const
  const told = await addressees(payload, occasion, '', req)
  await queueMails(
    payload,
    told.map((addressee) => ({ ...mail, addressee })),
    req,
  )
}
