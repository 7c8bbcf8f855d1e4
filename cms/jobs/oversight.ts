/** Verification and rebuilding as commands and the running cms ask for them: the same work, with progress. */
import type { Payload } from 'payload'
import type { ItemTruth } from '#domain/item-truth.ts'
import type { Publisher, VerifyReport } from '#cms/publication/protocol.ts'
import { allTruths } from './truth.ts'
import { countEditedItems, waitingItems } from './waiting-items.ts'

export type OversightProgress = { phase: string; done: number; total: number }
export type OnProgress = (progress: OversightProgress) => void
type Parts = { payload: Payload; publisher: Publisher; onProgress: OnProgress }

export async function verifyPublicSide({
  payload,
  publisher,
  onProgress,
  repair,
}: Parts & { repair: boolean }): Promise<VerifyReport> {
  const total = await countEditedItems(payload)
  const waiting = await waitingItems(payload)
  const source = () => counted(allTruths(payload), (done) => onProgress({ phase: 'verify', done, total }))
  return publisher.verify(source, { repair, waiting })
}

export async function rebuildPublicSide({
  payload,
  publisher,
  onProgress,
}: Parts): Promise<{ items: number; routes: number; release: string }> {
  return publisher.rebuild(() => allTruths(payload), onProgress)
}

async function* counted(
  truths: AsyncIterable<ItemTruth>,
  onItem: (done: number) => void,
): AsyncIterable<ItemTruth> {
  let done = 0
  for await (const truth of truths) {
    onItem(++done)
    yield truth
  }
}
