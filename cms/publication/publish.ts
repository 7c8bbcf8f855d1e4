/** Publications from truth to bytes on disk, with the receipt that they are really there. */
import { apply } from './apply.ts'
import { applySet } from './apply-set.ts'
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

type Applied = { request: PublishRequest } & ({ value: Affected } | { error: unknown })

/** Lists that several of them share are rendered once; one that fails holds no other up, save those of its set. */
async function publishTogether(
  release: OpenRelease,
  requests: PublishRequest[],
  now: () => Date,
): Promise<Outcome[]> {
  const applied: Applied[] = []
  for (const unit of unitsOf(requests)) applied.push(...(await applyUnit(release, unit)))
  const outcomes = new Map<PublishRequest, Outcome>()
  const receipts = await receiptsOf(release, applied, now)
  applied.forEach(({ request }, index) => outcomes.set(request, receipts[index]!))
  return requests.map((request) => outcomes.get(request)!)
}

/** A request by itself, or all requests of one set; in the order of their first. */
export function unitsOf(requests: readonly PublishRequest[]): PublishRequest[][] {
  const units = new Map<string, PublishRequest[]>()
  requests.forEach((request, index) => {
    const key = request.set === undefined ? `alone ${index}` : `set ${request.set}`
    units.set(key, [...(units.get(key) ?? []), request])
  })
  return [...units.values()]
}

async function applyUnit(release: OpenRelease, unit: PublishRequest[]): Promise<Applied[]> {
  const [first] = unit
  if (first && first.set === undefined)
    return [{ request: first, ...attempt(() => apply(release.model, first)) }]
  try {
    // What others left behind must not be drawn as if it were the set's.
    await settleUrgent(release)
    const values = await applySet(release, unit)
    return unit.map((request, index) => ({ request, value: values[index]! }))
  } catch (error) {
    return unit.map((request) => ({ request, error }))
  }
}

async function receiptsOf(release: OpenRelease, applied: Applied[], now: () => Date): Promise<Outcome[]> {
  // What one of them ended, a later one may have begun again: a list that was empty for a moment.
  const latest = new Map(
    applied.flatMap((result) =>
      'value' in result ? result.value.routes.map((route) => [route.path, route] as const) : [],
    ),
  )
  const settled = new Map((await settleUrgent(release)).map(({ path, outcome }) => [path, outcome]))
  const outcomes = applied.map(({ request, ...result }): Outcome => {
    if ('error' in result) return result
    const receipt = attempt(() => receiptOf(release, request, asOf(latest, result.value), settled, now))
    return 'error' in receipt ? receipt : { receipt: receipt.value }
  })
  return outcomes.map(
    (outcome, index) => failureInSet(applied, outcomes, applied[index]?.request.set) ?? outcome,
  )
}

/** No member of a set is live while one of them is not on disk. */
function failureInSet(applied: Applied[], outcomes: Outcome[], set: string | undefined): Outcome | undefined {
  if (set === undefined) return undefined
  return outcomes.find((outcome, index) => 'error' in outcome && applied[index]?.request.set === set)
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
