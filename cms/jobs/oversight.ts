/** Verification and rebuilding as commands and the running cms ask for them: the same work, with progress and an alarm. */
import type { Payload } from 'payload'
import type { ItemTruth } from '#domain/item-truth.ts'
import { PublicationError } from '#cms/publication/errors.ts'
import type { Publisher, Rebuilt, VerifyReport } from '#cms/publication/protocol.ts'
import type { Log } from '../log.ts'
import { allAnchors } from '../workflow/anchors.ts'
import { currentNotice } from '../workflow/notice.ts'
import { isHeld, latestPause } from '../workflow/pause.ts'
import { endIncident, openIncident } from './incidents.ts'
import { allTruths, headSource } from './truth.ts'
import { countEditedItems, withComing } from './waiting-items.ts'

export type OversightProgress = { phase: string; done: number; total: number }
export type OnProgress = (progress: OversightProgress) => void
type Parts = { payload: Payload; publisher: Publisher; onProgress: OnProgress }

/**
 * What is wrong becomes an alarm that stays until a verification finds nothing, repaired or not: somebody has
 * to know. While publication is paused nothing public is changed, so it only reports.
 */
export async function verifyPublicSide({
  payload,
  publisher,
  onProgress,
  repair,
  isForced = false,
}: Parts & { repair: boolean; isForced?: boolean }): Promise<VerifyReport> {
  const total = await countEditedItems(payload)
  const isPaused = isHeld(await latestPause(payload))
  const source = () =>
    counted(withComing(payload, allTruths(payload)), (done) => onProgress({ phase: 'verify', done, total }))
  const report = await publisher.verify(source, { repair: repair && !isPaused, isForced })
  await recordVerification(payload, report.problems, report.repaired)
  return report
}

/** The verification nobody waits for, at start and at night: one that cannot be done is an alarm too. */
export async function verifyUnattended(payload: Payload, publisher: Publisher, log: Log): Promise<void> {
  try {
    const report = await verifyPublicSide({ payload, publisher, onProgress: () => {}, repair: true })
    const { problems, repaired } = report
    if (problems.length > 0)
      log.warn('verification found the public side wrong', { problems: problems.slice(0, 20), repaired })
  } catch (err) {
    if (isStopped(err)) return
    log.error('verification failed', { err })
    const text = `Không đối soát được Cổng: ${err instanceof Error ? err.message : String(err)}`
    await openIncident(payload, { kind: 'verification', text, count: 0, openedAt: new Date().toISOString() })
  }
}

/** The process ends, or the thread was started again: the next start verifies. */
const isStopped = (err: unknown): boolean =>
  err instanceof PublicationError && err.code === 'publisher-stopped'

async function recordVerification(payload: Payload, problems: string[], repaired: number): Promise<void> {
  const at = new Date().toISOString()
  if (problems.length === 0) return endIncident(payload, 'verification', at)
  const text = `Đối soát thấy ${problems.length} chỗ sai trên Cổng, đã sửa ${repaired}`
  const details = problems.slice(0, 20)
  await openIncident(payload, {
    kind: 'verification',
    text,
    count: problems.length,
    details,
    openedAt: at,
  })
}

/** @param isFromEditions also makes every row anew, instead of carrying over those that are proved to be right. */
export async function rebuildPublicSide({
  payload,
  publisher,
  onProgress,
  isForced = false,
  isFromEditions = false,
}: Parts & { isForced?: boolean; isFromEditions?: boolean }): Promise<Rebuilt> {
  const total = await countEditedItems(payload)
  await publisher.setNotice(await currentNotice(payload))
  await publisher.setAnchors(await allAnchors(payload))
  return publisher.rebuild(
    () => allTruths(payload),
    ({ phase, ...counts }) => onProgress({ phase, ...counts, ...(phase === 'items' ? { total } : {}) }),
    { isForced, ...(isFromEditions ? {} : { heads: headSource(payload) }) },
  )
}

async function* counted<T extends ItemTruth>(
  truths: AsyncIterable<T>,
  onItem: (done: number) => void,
): AsyncIterable<T> {
  let done = 0
  for await (const truth of truths) {
    onItem(++done)
    yield truth
  }
}
