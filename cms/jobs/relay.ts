/**
 * The relay, one runner: takes waiting publications in order, hands them to the publisher and writes their
 * receipts; then what a new day changes, and the background's renders. A publication may be taken twice or
 * late; it carries no content, so that is harmless (ARCHITECTURE, Publication).
 *
 * It compares the wall clock at every turn and sets no long timers, so that a clock that jumps and a machine
 * that slept are nothing special. An idle turn asks the database one question, every second one two.
 */
import { localDay } from '#domain/dates.ts'
import { PublicationError } from '#cms/publication/errors.ts'
import { onCommitted } from '../workflow/after-commit.ts'
import { isHeld, latestPause } from '../workflow/pause.ts'
import { flushRefusals } from '../workflow/refusals.ts'
import { anchoring } from './audit-anchors.ts'
import { sealAuditEvents } from './audit-seal.ts'
import { passingNotice } from './pass-notice.ts'
import { publishingDue, type Relaying } from './publish-due.ts'
import { allTruths } from './truth.ts'

export type Relay = {
  stop(): Promise<void>
  /** Resolves when nothing is waiting that could go now. */ idle(): Promise<void>
}

type Options = Omit<Relaying, 'now'> & { pollMs?: number; now?: () => Date }

const knockOnBatch = 100
/** An audit event must be sealed within a second, also one that another process wrote. */
const sealEveryMs = 900
/** Renders that failed are asked for again now and then, whatever this process knows of them. */
const askStaleEveryMs = 15_000
const sameFaultMs = 60_000
/** A rebuild that failed is tried again after a pause that doubles up to this. */
const longestRebuildPauseMs = 60_000

export function startRelay({ pollMs = 500, now = () => new Date(), ...options }: Options): Relay {
  const relaying: Relaying = { ...options, now }
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

  const passNotice = passingNotice(relaying)
  const publishing = publishingDue(relaying)
  const seal = sealing(relaying)
  const anchor = anchoring(relaying)
  const background = rendering(relaying)
  const recover = recovering(relaying)

  /** `isFollowUp`: something happened just before, so that there may be events to seal. */
  const round = async (isFollowUp: boolean): Promise<boolean> => {
    if (await passNotice({ isUrgent: isFollowUp })) background.mayHaveMore()
    const { done, isHeld: isPaused } = await publishing.turn()
    await seal({ isUrgent: done === 0 && isFollowUp })
    if (await anchor()) background.mayHaveMore()
    if (done > 0) {
      background.mayHaveMore()
      return true
    }
    return isPaused ? false : background.work()
  }

  const run = async () => {
    let hasMore = true
    while (!isStopped) {
      const isFollowUp = isWoken || hasMore
      isWoken = false
      hasMore = false
      try {
        hasMore = await round(isFollowUp)
      } catch (err) {
        await recover(err)
        background.mayHaveMore()
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
      await publishing.land().catch((err: unknown) => relaying.log.error('relay round failed', { err }))
      markIdle()
    },
  }
}

/** Seals at once when a step woke the relay and it has nothing better to do, else about every second; counted refusals first. */
function sealing({ payload, now }: Relaying): (turn: { isUrgent: boolean }) => Promise<void> {
  let sealedAt = -Infinity
  return async ({ isUrgent }) => {
    if (!isUrgent && performance.now() - sealedAt < sealEveryMs) return
    await flushRefusals(payload, now())
    await sealAuditEvents(payload)
    sealedAt = performance.now()
  }
}

/** What goes on at low priority: the turn of the day, knock-on renders. Asks the publisher only when there may be some. */
function rendering({ payload, publisher, now }: Relaying) {
  let day = ''
  let left = Infinity
  let askedAt = -Infinity
  return {
    mayHaveMore: () => void (left = Infinity),
    async work(): Promise<boolean> {
      const today = localDay(now().toISOString())
      const isQuiet = today === day && left === 0 && performance.now() - askedAt < askStaleEveryMs
      if (isQuiet || isHeld(await latestPause(payload))) return false
      if (today !== day) await publisher.turnDay(today)
      day = today
      askedAt = performance.now()
      left = (await publisher.renderStale(knockOnBatch)).left
      return left > 0
    },
  }
}

/** A lost tree, or a read model that is ahead of a restored CMS, is made anew from the editions; anything else is tried again. */
function recovering({ payload, publisher, log }: Relaying): (err: unknown) => Promise<void> {
  let said = ''
  let saidAt = -Infinity
  let failedAt = -Infinity
  let pauseMs = 0
  return async (err) => {
    if (!needsRebuild(err)) {
      // Tried twice a second: the same fault is told once a minute.
      if (String(err) === said && performance.now() - saidAt < sameFaultMs) return
      said = String(err)
      saidAt = performance.now()
      return log.error('relay round failed', { err })
    }
    if (performance.now() - failedAt < pauseMs) return
    log.warn('rebuilding the public tree', { err })
    try {
      await publisher.rebuild(() => allTruths(payload))
      pauseMs = 0
    } catch (failure) {
      failedAt = performance.now()
      pauseMs = Math.min(longestRebuildPauseMs, Math.max(500, pauseMs * 2))
      log.error('rebuild failed', { err: failure })
    }
  }
}

const needsRebuild = (err: unknown): boolean =>
  err instanceof PublicationError && (err.code === 'needs-rebuild' || err.code === 'older-than-applied')
