/**
 * After an import, hundreds or a hundred thousand publications wait. One rebuild brings them all out; then each
 * gets its receipt. Nothing is claimed before the switch: a process that dies earlier leaves all of them
 * waiting, one that dies among the receipts leaves the rest waiting, and either way the next start begins
 * again with what waits. What could not be drawn keeps waiting and is tried one by one with its reason.
 */
import type { Payload } from 'payload'
import type { ItemRef } from '#domain/collections.ts'
import type { ItemTruth } from '#domain/item-truth.ts'
import type { Publisher, RebuildProgress } from '#cms/publication/protocol.ts'
import { routes } from '#domain/routes.ts'
import { updateEach } from '../database/many-rows.ts'
import type { PublicationRow } from '../workflow/publications.ts'
import { inTransaction } from '../workflow/transaction.ts'
import { dueAt } from './due-at.ts'
import { allTruths } from './truth.ts'
import { countEditedItems } from './waiting-items.ts'

type Backlog = {
  payload: Payload
  publisher: Publisher & { onAlarm?: (listener: (alarm: { path: string }) => void) => void }
  publicUrl: string
  /** More than this many waiting publications are a backlog; default: `backlogFrom`, or a tenth of all items. */
  threshold?: number
  now?: () => Date
  onProgress?: (progress: RebuildProgress) => void
}

export const backlogFrom = 300
/** An item of a rebuild costs a tenth of one published by itself: a smaller share goes out sooner one by one. */
const worthRebuilding = 0.1
const rowsAtOnce = 500

type Waiting = Pick<PublicationRow, 'id' | 'collection' | 'item' | 'requestedAt' | 'notBefore'>

/** @returns what the rebuild made, or `null` when too little waits for one. */
export async function settleBacklog({
  payload,
  publisher,
  publicUrl,
  threshold,
  now = () => new Date(),
  onProgress = () => {},
}: Backlog): Promise<{ items: number; routes: number; settled: number } | null> {
  const startedAt = now().toISOString()
  // Read before the rebuild reads the first item: whatever is committed later waits for its own turn.
  const waiting = await dueNow(payload, startedAt)
  if (waiting.length <= (threshold ?? (await backlogOf(payload)))) return null
  const paths = new Map<ItemRef, string>()
  for (const { collection, item } of waiting) paths.set(`${collection}/${item}`, '')
  const failed = new Set<string>()
  publisher.onAlarm?.(({ path }) => failed.add(path))
  const { items, routes } = await publisher.rebuild(() => noting(allTruths(payload), paths), onProgress)

  const liveAt = now().toISOString()
  const isOut = ({ collection, item }: Waiting) => !failed.has(paths.get(`${collection}/${item}`) ?? '')
  const out = waiting.filter(isOut)
  for (let at = 0; at < out.length; at += rowsAtOnce) {
    const rows = out.slice(at, at + rowsAtOnce).map((publication) => {
      const path = paths.get(`${publication.collection}/${publication.item}`)
      const urls = path ? [publicUrl + encodeURI(path)] : []
      return { id: publication.id, ...receipt(publication, { liveAt, urls }) }
    })
    await inTransaction({ payload }, (req) => updateEach(payload, 'publications', rows, req))
  }
  return { items, routes, settled: out.length }
}

const backlogOf = async (payload: Payload): Promise<number> =>
  Math.max(backlogFrom, (await countEditedItems(payload)) * worthRebuilding)

const receipt = (
  { requestedAt, notBefore }: Waiting,
  { liveAt, urls }: { liveAt: string; urls: string[] },
): Partial<PublicationRow> => ({
  state: 'live',
  urls,
  liveAt,
  millis: Math.max(0, Date.parse(liveAt) - Date.parse(notBefore ?? requestedAt)),
  lastError: null,
  nextTryAt: null,
})

async function dueNow(payload: Payload, now: string): Promise<Waiting[]> {
  const { docs } = await payload.db.find<Waiting & { action: string }>({
    collection: 'publications',
    where: {
      and: [
        ...dueAt(now),
        // What was scheduled is first released by a step of its own.
        { action: { not_equals: 'schedule' } },
      ],
    },
    select: { collection: true, item: true, requestedAt: true, notBefore: true },
    limit: 0,
    pagination: false,
  })
  return docs.map((row) => ({ ...row, id: String(row.id) }))
}

/** Remembers the address of every item that somebody waits for. */
async function* noting(
  truths: AsyncIterable<ItemTruth>,
  paths: Map<ItemRef, string>,
): AsyncIterable<ItemTruth> {
  for await (const truth of truths) {
    if (paths.has(truth.ref)) paths.set(truth.ref, truth.path ?? routes.home)
    yield truth
  }
}
