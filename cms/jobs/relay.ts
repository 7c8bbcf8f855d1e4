/**
 * The relay, one runner: takes waiting publications in order, reads each item's public truth as it is now,
 * hands it to the publisher and writes the receipt. A publication may be taken twice or late; it carries no
 * content, so that is harmless (ARCHITECTURE, Publication).
 */
import type { Payload, Where } from 'payload'
import { localDay } from '#domain/dates.ts'
import { crashAt } from '../crash-points.ts'
import { PortalError } from '../errors.ts'
import type { Log } from '../log.ts'
import { PublicationError } from '#cms/publication/errors.ts'
import type { Publisher } from '#cms/publication/protocol.ts'
import { onCommitted } from '../workflow/after-commit.ts'
import type { PublicationRow } from '../workflow/publications.ts'
import { transition } from '../workflow/transition.ts'
import { sealAuditEvents } from './audit-seal.ts'
import { allTruths, truthOf } from './truth.ts'

export type Relay = {
  stop(): Promise<void>
  /** Resolves when nothing is waiting that could go now. */ idle(): Promise<void>
}

type Options = { payload: Payload; publisher: Publisher; log: Log; pollMs?: number; now?: () => Date }

const batch = 50
const knockOnBatch = 25

export function startRelay({
  payload,
  publisher,
  log,
  pollMs = 500,
  now = () => new Date(),
}: Options): Relay {
  let isStopped = false
  let wake: () => void = () => {}
  let isWoken = false
  const stopListening = onCommitted(() => {
    isWoken = true
    wake()
  })
  let markIdle: () => void = () => {}
  let whenIdle = new Promise<void>((resolve) => (markIdle = resolve))

  const sleep = () =>
    new Promise<void>((resolve) => {
      if (isWoken || isStopped) return resolve()
      const timer = setTimeout(resolve, pollMs)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const round = async (): Promise<boolean> => {
    await releaseDue(payload, now().toISOString(), log)
    const worked = await publishWaiting(payload, publisher, now, log)
    await sealAuditEvents(payload)
    if (worked > 0) return true
    await publisher.turnDay(localDay(now().toISOString()))
    const { left } = await publisher.renderStale(knockOnBatch)
    return left > 0
  }

  const run = async () => {
    while (!isStopped) {
      isWoken = false
      let hasMore = false
      try {
        hasMore = await round()
      } catch (err) {
        await recover(err, { payload, publisher, log })
      }
      if (hasMore) continue
      if (!isWoken) {
        markIdle()
        whenIdle = new Promise<void>((resolve) => (markIdle = resolve))
      }
      await sleep()
    }
  }
  const running = run()

  return {
    idle: () => {
      isWoken = true
      wake()
      return whenIdle
    },
    async stop() {
      isStopped = true
      stopListening()
      wake()
      await running
      markIdle()
    },
  }
}

/** A lost tree, or a read model that is ahead of a restored CMS, is made anew from the editions; anything else is tried again. */
async function recover(
  err: unknown,
  { payload, publisher, log }: Pick<Options, 'payload' | 'publisher' | 'log'>,
): Promise<void> {
  if (!needsRebuild(err)) return log.error('relay round failed', { err })
  log.warn('rebuilding the public tree', { err })
  try {
    await publisher.rebuild(() => allTruths(payload))
  } catch (failure) {
    log.error('rebuild failed', { err: failure })
  }
}

const needsRebuild = (err: unknown): boolean =>
  err instanceof PublicationError && (err.code === 'needs-rebuild' || err.code === 'older-than-applied')

const dueWhere = (now: string): Where => ({
  and: [
    { state: { equals: 'waiting' } },
    { or: [{ notBefore: { exists: false } }, { notBefore: { less_than_equal: now } }] },
    { or: [{ nextTryAt: { exists: false } }, { nextTryAt: { less_than_equal: now } }] },
  ],
})

/** Scheduled approvals whose time has come go live: a step of its own, by the system. */
async function releaseDue(payload: Payload, now: string, log: Log): Promise<void> {
  const { docs } = await payload.db.find<PublicationRow>({
    collection: 'publications',
    where: {
      and: [
        { state: { equals: 'waiting' } },
        { action: { equals: 'schedule' } },
        { notBefore: { less_than_equal: now } },
      ],
    },
    sort: ['notBefore', 'requestedAt'],
    limit: batch,
    pagination: false,
  })
  for (const { id, collection, item } of docs) {
    try {
      await transition({ payload, collection, id: item, input: { action: 'release' }, actor: 'system' })
    } catch (err) {
      // Already released (a repeated round), or the item was closed meanwhile: the truth decides what is shown.
      if (!(err instanceof PortalError) || err.code !== 'wrong-state') throw err
      log.info('scheduled edition was already released or its item closed', { publication: id })
    }
  }
}

async function publishWaiting(
  payload: Payload,
  publisher: Publisher,
  now: () => Date,
  log: Log,
): Promise<number> {
  const { docs } = await payload.db.find<PublicationRow>({
    collection: 'publications',
    where: dueWhere(now().toISOString()),
    sort: ['requestedAt', 'id'],
    limit: batch,
    pagination: false,
  })
  const byUrgency = [...docs].sort((a, b) => Number(isRemoval(b)) - Number(isRemoval(a)))
  for (const publication of byUrgency) await publishOne(payload, publisher, publication, now, log)
  return docs.length
}

/** Taking away is more urgent than adding. */
const isRemoval = ({ action }: PublicationRow): boolean =>
  action === 'withdraw' || action === 'remove' || action === 'redirect'

async function publishOne(
  payload: Payload,
  publisher: Publisher,
  publication: PublicationRow,
  now: () => Date,
  log: Log,
): Promise<void> {
  const { id, collection, item } = publication
  crashAt('relay-after-claim')
  try {
    const truth = await truthOf(payload, collection, item)
    const receipt = await publisher.publish({
      publicationId: String(id),
      ref: `${collection}/${item}`,
      truth,
    })
    crashAt('settle-before')
    const startedAt = publication.notBefore ?? publication.requestedAt
    await settle(payload, id, {
      state: 'live',
      urls: receipt.urls,
      liveAt: receipt.liveAt,
      millis: Math.max(0, Date.parse(receipt.liveAt) - Date.parse(startedAt)),
      lastError: null,
      nextTryAt: null,
    })
    crashAt('settle-after')
  } catch (err) {
    if (needsRebuild(err)) throw err
    const tries = (publication.tries ?? 0) + 1
    const delayMs = Math.min(60_000, 500 * 2 ** Math.min(tries, 7))
    log.error('publication failed', { err, publication: id, collection, item, tries })
    await settle(payload, id, {
      tries,
      lastError: err instanceof Error ? err.message : String(err),
      nextTryAt: new Date(now().getTime() + delayMs).toISOString(),
    })
  }
}

const settle = async (payload: Payload, id: string, data: Partial<PublicationRow>): Promise<void> => {
  await payload.db.updateOne({ collection: 'publications', id, data, returning: false })
}
