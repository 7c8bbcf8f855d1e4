/** Publications from truth to bytes on disk, with the receipt that they are really there. */
import { apply } from './apply.ts'
import type { AffectedRoute } from './affected-route.ts'
import type { Affected } from './affected-routes.ts'
import { sha256 } from './atomic-files.ts'
import { messageOf, PublicationError } from './errors.ts'
import type { OpenRelease } from './open-release.ts'
import type { PublishFailure, PublishOutcome, PublishReceipt, PublishRequest } from './protocol.ts'
import { hashOf } from './public-files.ts'
import { fileOf } from './public-path.ts'
import type { Settled } from './route-queue.ts'
import { isFileRoute, settle } from './settle.ts'

const batch = 50

/**
 * @throws PublicationError `older-than-applied`, or `own-routes-failed` when the item's own page or files are
 * not on disk as they should be. Both leave everything repeatable.
 */
export async function publish(
  release: OpenRelease,
  request: PublishRequest,
  now: () => Date,
): Promise<PublishReceipt> {
  const [outcome] = await publishTogether(release, [request], now)
  if (!outcome || 'error' in outcome) throw outcome?.error
  return outcome.receipt
}

/** As they cross to the relay: an outcome for each request, in order. */
export async function publishMany(
  release: OpenRelease,
  requests: PublishRequest[],
  now: () => Date,
): Promise<PublishOutcome[]> {
  const outcomes = await publishTogether(release, requests, now)
  return outcomes.map((outcome) => ('receipt' in outcome ? outcome : { failure: failureOf(outcome.error) }))
}

type Outcome = { receipt: PublishReceipt } | { error: unknown }

/** Lists that several of them share are rendered once; one that fails holds no other up. */
async function publishTogether(
  release: OpenRelease,
  requests: PublishRequest[],
  now: () => Date,
): Promise<Outcome[]> {
  const applied = requests.map((request) => ({ request, ...attempt(() => apply(release.model, request)) }))
  // What one of them ended, a later one may have begun again: a list that was empty for a moment.
  const latest = new Map(
    applied.flatMap((result) =>
      'value' in result ? result.value.routes.map((route) => [route.path, route] as const) : [],
    ),
  )
  const settled = new Map((await settleUrgent(release)).map(({ path, outcome }) => [path, outcome]))
  return applied.map(({ request, ...result }) => {
    if ('error' in result) return result
    const receipt = attempt(() => receiptOf(release, request, asOf(latest, result.value), settled, now))
    return 'error' in receipt ? receipt : { receipt: receipt.value }
  })
}

const asOf = (latest: ReadonlyMap<string, AffectedRoute>, affected: Affected): Affected => ({
  ...affected,
  routes: affected.routes.map((route) => latest.get(route.path) ?? route),
})

function attempt<T>(work: () => T): { value: T } | { error: unknown } {
  try {
    return { value: work() }
  } catch (error) {
    return { error }
  }
}

const failureOf = (error: unknown): PublishFailure => ({
  message: messageOf(error),
  ...(error instanceof PublicationError ? { code: error.code } : {}),
})

/** @throws PublicationError `own-routes-failed`. */
function receiptOf(
  release: OpenRelease,
  { publicationId, ref, truth }: PublishRequest,
  affected: Affected,
  settled: ReadonlyMap<string, Settled['outcome']>,
  now: () => Date,
): PublishReceipt {
  const urgent = affected.routes.filter(({ priority }) => priority <= 2)
  confirm(release, ref, urgent)

  const rest = urgent.map(({ path }) => path).filter((path) => path !== truth?.path && !isFileRoute(path))
  const knockOn = affected.routes.filter(({ priority }) => priority === 3).length
  const count = (wanted: Settled['outcome']) =>
    urgent.filter(({ path }) => settled.get(path) === wanted).length
  return {
    publicationId,
    urls: [...(truth?.path ? [truth.path] : []), ...rest].map(
      (path) => release.portal.publicUrl + encodeURI(path),
    ),
    liveAt: now().toISOString(),
    written: count('written'),
    removed: count('removed'),
    knockOn: affected.isEveryPage ? release.model.queue.count().left : knockOn,
  }
}

/** Everything that a publication waits for, leftovers of a crash included. */
export async function settleUrgent(release: OpenRelease): Promise<Settled[]> {
  const results: Settled[] = []
  for (;;) {
    const stale = release.model.queue.urgent(batch)
    if (stale.length === 0) return results
    results.push(...(await settle(release, stale)))
  }
}

/** Reads back from disk. A list that failed raised its alarm and does not hold the item up. */
function confirm(release: OpenRelease, ref: string, routes: AffectedRoute[]): void {
  const wrong = routes.filter((route) => !isAsRecorded(release, route))
  const reasons = wrong.map(
    ({ path }) => `${path} (${release.model.queue.find(path)?.failed ?? 'không đúng trên đĩa'})`,
  )
  for (const { path, priority } of wrong) {
    const row = release.model.queue.find(path)
    if (row?.stale === 0) release.model.queue.markStale(path, priority)
  }
  if (wrong.length === 0) return
  throw new PublicationError('own-routes-failed', `${ref}: chưa đăng được ${reasons.join(', ')}`)
}

function isAsRecorded({ model, tree }: OpenRelease, { path, priority }: AffectedRoute): boolean {
  const row = model.queue.find(path)
  if (priority === 0) return row === null && tree.read(path) === null
  if (!row) return false
  if (row.failed !== null) return priority === 2
  if (isFileRoute(path)) return hashOf(tree.files, fileOf(tree.root, path)) === row.sha256
  const bytes = tree.read(path)
  return (bytes === null ? null : sha256(bytes)) === row.sha256
}
