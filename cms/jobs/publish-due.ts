/**
 * The relay's turns over the outbox: releases what was scheduled, reads each item's public truth as it is
 * now, hands a few items together to the publisher, and writes the receipts. Any of it may be repeated.
 */
import type { Payload } from 'payload'
import { crashAt } from '../crash-points.ts'
import { PortalError } from '../errors.ts'
import type { Log } from '../log.ts'
import { PublicationError } from '#cms/publication/errors.ts'
import type {
  Publisher,
  PublishFailure,
  PublishOutcome,
  PublishReceipt,
  PublishRequest,
} from '#cms/publication/protocol.ts'
import { isHeld, latestPause } from '../workflow/pause.ts'
import type { PublicationRow } from '../workflow/publications.ts'
import { releaseSet } from '../workflow/release-sets/transition-set.ts'
import { transition } from '../workflow/transition.ts'
import { duePublications, withWholeSets } from './due-publications.ts'
import { truthOf } from './truth.ts'

export type Relaying = {
  payload: Payload
  publisher: Publisher
  log: Log
  now: () => Date
  /** Told after publications became live. */
  onLive?: () => void
}

/**
 * Small, so that a removal or a pause that comes now waits for a fraction of a second; large enough that the
 * lists which many items share are rendered once for all of them.
 */
const together = 30

export type Turn = { done: number; isHeld: boolean }

export type DuePublishing = {
  /**
   * Takes the next few and sends them off; settles those sent before. `done` counts both, so that it is 0
   * only when nothing is waiting and nothing is under way.
   * @throws PublicationError when the publisher as a whole cannot work (`stopsEverything`).
   */
  turn(): Promise<Turn>
  /** Waits for what is under way. */
  land(): Promise<number>
}

type Claimed = { row: PublicationRow; request: PublishRequest }
type Flight = { claimed: Claimed[]; outcomes: Promise<PublishOutcome[]> }

/** Two hands: while the publisher's thread writes some, the next are released and read here. */
export function publishingDue(relaying: Relaying): DuePublishing {
  const { payload, publisher, now } = relaying
  let flight: Flight | null = null

  async function land(): Promise<number> {
    const landing = flight
    flight = null
    if (!landing) return 0
    const { claimed, outcomes } = landing
    await settleAll(relaying, claimed, await outcomes)
    return claimed.length
  }

  return {
    land,
    async turn() {
      const flying = new Set(flight?.claimed.map(({ row }) => row.id))
      const due = await duePublications(payload, now(), together + flying.size)
      const next = due.filter(({ id }) => !flying.has(id)).slice(0, together)
      const rows = (await withWholeSets(payload, next, now())).filter(({ id }) => !flying.has(id))
      const isPaused = rows.length > 0 && isHeld(await latestPause(payload))
      if (rows.length === 0 || isPaused) return { done: await land(), isHeld: isPaused }
      const claimed: Claimed[] = []
      try {
        for (const row of rows) {
          crashAt('relay-after-claim')
          const request = await prepare(relaying, row)
          if (request) claimed.push({ row, request })
        }
        await holdBrokenSets(relaying, rows, claimed)
      } finally {
        await land()
      }
      const outcomes = publisher.publishMany(claimed.map(({ request }) => request))
      // Whoever lands it meets the failure; until then it must not count as unheard.
      outcomes.catch(() => {})
      flight = { claimed, outcomes }
      return { done: rows.length, isHeld: false }
    },
  }
}

/** A set of which one could not be prepared waits with it: they are taken again together, after the same pause. */
async function holdBrokenSets(
  relaying: Relaying,
  rows: readonly PublicationRow[],
  claimed: Claimed[],
): Promise<void> {
  const ready = new Set(claimed.map(({ row }) => row.id))
  const broken = new Set(rows.flatMap(({ id, releaseSet: set }) => (set && !ready.has(id) ? [set] : [])))
  for (const held of claimed.filter(({ row }) => row.releaseSet && broken.has(row.releaseSet))) {
    claimed.splice(claimed.indexOf(held), 1)
    await settleFailed(relaying, held.row, new Error('đợi mục khác của cùng bộ'))
  }
}

async function settleAll(relaying: Relaying, claimed: Claimed[], outcomes: PublishOutcome[]): Promise<void> {
  crashAt('settle-before')
  for (const [index, { row }] of claimed.entries()) {
    const outcome = outcomes[index]
    if (!outcome) continue
    if ('receipt' in outcome) await settleLive(relaying, row, outcome.receipt)
    else await settleFailed(relaying, row, refused(outcome.failure))
  }
  crashAt('settle-after')
  relaying.onLive?.()
}

/** `null`: this one could not be prepared and is tried again later. */
async function prepare(relaying: Relaying, row: PublicationRow): Promise<PublishRequest | null> {
  const { id, collection, item, action, releaseSet: set } = row
  try {
    if (action === 'schedule' && set) await releaseSet(relaying.payload, set)
    if (action === 'schedule' && !(await release(relaying, row))) return null
    const truth = await truthOf(relaying.payload, collection, item)
    return { publicationId: id, ref: `${collection}/${item}`, truth, ...(set ? { set } : {}) }
  } catch (err) {
    await settleFailed(relaying, row, err)
    return null
  }
}

/**
 * The time of a scheduled approval has come: a step of its own, by the system, whoever scheduled it is now.
 * @returns false when the schedule was cancelled after it was taken from the outbox.
 */
async function release(
  { payload, log }: Relaying,
  { id, collection, item }: PublicationRow,
): Promise<boolean> {
  try {
    await transition({ payload, collection, id: item, input: { action: 'release' }, actor: 'system' })
    return true
  } catch (err) {
    // Already released (a repeated turn), or the item was closed meanwhile: the truth decides what is shown.
    if (!(err instanceof PortalError) || err.code !== 'wrong-state') throw err
    log.info('scheduled edition was already released or its item closed', { publication: id })
    const row = await payload.db.findOne<PublicationRow>({
      collection: 'publications',
      where: { id: { equals: id } },
    })
    return row?.state === 'waiting'
  }
}

async function settleLive(
  { payload }: Relaying,
  { id, notBefore, requestedAt }: PublicationRow,
  { urls, liveAt }: PublishReceipt,
): Promise<void> {
  await settle(payload, id, {
    state: 'live',
    urls,
    liveAt,
    millis: Math.max(0, Date.parse(liveAt) - Date.parse(notBefore ?? requestedAt)),
    lastError: null,
    nextTryAt: null,
    // Without an address nothing of the item was ever public: there is nothing to see.
    isSeen: urls.length === 0,
  })
}

async function settleFailed(
  { payload, log, now }: Relaying,
  row: PublicationRow,
  err: unknown,
): Promise<void> {
  if (stopsEverything(err)) throw err
  const { id, collection, item } = row
  const tries = (row.tries ?? 0) + 1
  const delayMs = Math.min(60_000, 500 * 2 ** Math.min(tries, 7))
  log.error('publication failed', { err, publication: id, collection, item, tries })
  await settle(payload, id, {
    tries,
    lastError: err instanceof Error ? err.message : String(err),
    nextTryAt: new Date(now().getTime() + delayMs).toISOString(),
  })
}

const settle = async (payload: Payload, id: string, data: Partial<PublicationRow>): Promise<void> => {
  await payload.db.updateOne({ collection: 'publications', id, data, returning: false })
}

const refused = ({ code, message }: PublishFailure): Error =>
  code ? new PublicationError(code, message) : new Error(message)

/** No fault of one item: trying the next would only fail the same way. */
export const stopsEverything = (err: unknown): boolean =>
  err instanceof PublicationError &&
  ['needs-rebuild', 'older-than-applied', 'held', 'publisher-stopped'].includes(err.code)
