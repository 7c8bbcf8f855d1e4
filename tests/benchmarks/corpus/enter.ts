/** Brings the corpus into the database, batch after batch, from where an earlier run stopped. */
import type { Payload } from 'payload'
import { sealAuditEvents } from '#cms/jobs/audit-seal.ts'
import { enterBatch } from '#cms/workflow/batch.ts'
import { itemAt, itemId } from './items.ts'
import type { Corpus } from './place.ts'

const batch = 200
const sealedAtOnce = 2000

export type Progress = (label: string, done: number, total: number) => void
export type Entry = { entered: number; found: number; milliseconds: number }

export async function enterItems(corpus: Corpus, total: number, onProgress: Progress): Promise<Entry> {
  const { payload, place, one, other } = corpus
  const found = await countFound(payload, place.seed, total)
  const startedAt = performance.now()
  for (let from = found; from < total; from += batch) {
    const items = Array.from({ length: Math.min(batch, total - from) }, (_, at) => itemAt(place, from + at))
    const note = `Bộ dữ liệu đo, ${place.seed}`
    const people = { writer: one as never, approver: other as never }
    const { refused } = await enterBatch({ payload, ...people, items, note })
    if (refused[0]) throw new Error(`item ${from + refused[0].index}`, { cause: refused[0].error })
    await sealAll(payload)
    const now = from + items.length
    const rate = Math.round((now - found) / ((performance.now() - startedAt) / 1000))
    onProgress(`Nhập, ${rate} mục/giây,`, now, total)
  }
  return { entered: total - found, found, milliseconds: performance.now() - startedAt }
}

/** A batch is there whole or not at all and they come in order, so the first missing item is found by halving. */
async function countFound(payload: Payload, seed: string, total: number): Promise<number> {
  const isThere = async (index: number) => {
    const collection = index % 5 === 4 ? 'documents' : 'news'
    return (await payload.db.findOne({ collection, where: { id: { equals: itemId(seed, index) } } })) !== null
  }
  let [low, high] = [0, total]
  while (low < high) {
    const middle = (low + high) >> 1
    if (await isThere(middle)) low = middle + 1
    else high = middle
  }
  return low
}

/** The corpus holds the publisher's lock, so it is the one runner that may seal. */
async function sealAll(payload: Payload): Promise<void> {
  while ((await sealAuditEvents(payload, sealedAtOnce)) === sealedAtOnce);
}
