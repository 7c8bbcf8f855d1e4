/**
 * The publisher: the one writer of the read model and the public tree. Everything that touches the present
 * release runs one after the other; a rebuild works beside it, so that a removal never waits for one.
 */
import type { ItemRef } from '#domain/collections.ts'
import type { Anchor } from '#domain/anchors.ts'
import type { Notice } from '#domain/notice.ts'
import { localDay } from '#domain/dates.ts'
import { writeMeta } from '#published/open.ts'
import {
  currentRelease,
  earlierRelease,
  fixLinks,
  nextRelease,
  pruneReleases,
  switchTo,
  sweepRelease,
} from './releases.ts'
import { changeAnchors } from './anchors.ts'
import type { FileFunctions } from './atomic-files.ts'
import { loadSite } from './built-site.ts'
import { quality, type Compression } from './compressed.ts'
import { crashAt } from '#cms/crash-points.ts'
import { PublicationError } from './errors.ts'
import { fillVariants } from './fill-variants.ts'
import { heldError, heldRelease, heldSentence, hold, letGo } from './held.ts'
import { takeLock, type LockOptions } from './lock.ts'
import { changeNotice, minuteOf, turnClock } from './notices.ts'
import { isComplete, mismatch } from './needs-rebuild.ts'
import { openRelease, type OpenRelease } from './open-release.ts'
import type {
  Publisher,
  PublisherSettings,
  PublishRequest,
  RebuildProgress,
  TruthSource,
} from './protocol.ts'
import { publish, publishMany, settleUrgent, unitsOf } from './publish.ts'
import { fillRelease } from './rebuild.ts'
import type { StaleRoute } from './route-queue.ts'
import { createSerial } from './serial.ts'
import { settle } from './settle.ts'
import { openStaticFiles } from './static-files.ts'
import { turnDay } from './turn-day.ts'
import { verify } from './verify.ts'

const retryEvery = 15_000
/** A refused rebuild is not tried again by itself before this: each try reads every edition. */
const refusalHolds = 60_000

export type Alarm = { path: string; reason: string }

export type PublisherOptions = {
  now?: () => Date
  onAlarm?: (alarm: Alarm) => void
  lock?: LockOptions
  /** Fault tests hand in file functions that fail. */
  files?: FileFunctions
  /** Threads of a rebuild; default: all cores for a large one. */
  renderThreads?: number
  /** Variants of a rebuild; default: at once for a small one, after the switch for a large one. */
  rebuildCompression?: Compression
}

/** A site that was not built is told by whoever asks for a page; any other failure is a bug of the site. */
function withoutSite(error: unknown): null {
  if (error instanceof PublicationError) return null
  throw error
}

/** Takes the lock (waiting for it unless told otherwise) and opens the present release, if it is fit. */
export async function openPublisher(
  settings: PublisherSettings,
  options: PublisherOptions = {},
): Promise<Publisher> {
  const { now = () => new Date(), onAlarm = () => {}, files, renderThreads, rebuildCompression } = options
  const alarm = (path: string, reason: string) => onAlarm({ path, reason })
  const today = () => localDay(now().toISOString())
  const serial = createSerial()
  const lock = await takeLock(settings.dataDir, options.lock)
  let held = heldRelease(settings.dataDir)
  let refusal: { at: number; error: PublicationError } | null = null
  let current: OpenRelease | null = await openCurrent()
  /** What was published while a rebuild runs: done again on the fresh release before the switch. */
  let during: PublishRequest[] | null = null
  /** What was published while a verification runs: its truth was read before, and says nothing about these. */
  let changed: Set<ItemRef> | null = null
  let retriedAt = -Infinity
  /** The notice as the CMS last told it; `undefined` until it has. */
  let notice: Notice | null | undefined
  /** Likewise the anchors of the audit. */
  let anchors: Anchor[] | undefined

  /** Also when the clock was put back since: a wait must not become a day. */
  function hasPassed(since: number, millis: number): boolean {
    const passed = now().getTime() - since
    return passed >= millis || passed < 0
  }

  async function openCurrent(): Promise<OpenRelease | null> {
    const release = currentRelease(settings.dataDir)
    if (!release || held) return null
    const site = await loadSite(settings.siteEntry).catch(withoutSite)
    if (!site || mismatch(release, settings, site.version)) return null
    fixLinks(settings.dataDir)
    return openRelease(release, { settings, site, files, alarm, compression: quality.publishing })
  }

  function present(): OpenRelease {
    if (held) throw heldError(held)
    if (current?.isIntact()) {
      if (currentRelease(settings.dataDir)?.name !== current.release.name)
        switchTo(settings.dataDir, current.release)
      fixLinks(settings.dataDir)
      return current
    }
    current?.close()
    current = null
    throw new PublicationError(
      'needs-rebuild',
      'Phần công khai chưa có hoặc đã mất. Hãy chạy: npm run portal -- rebuild',
    )
  }

  /** A page that failed is tried again now and then: a full disk gets space, a template does not mend itself. */
  function failingAgain({ model }: OpenRelease, limit: number): StaleRoute[] {
    if (limit <= 0 || !hasPassed(retriedAt, retryEvery)) return []
    retriedAt = now().getTime()
    return model.queue.failing(limit)
  }

  async function rebuild(
    source: TruthSource,
    onProgress: (progress: RebuildProgress) => void = () => {},
    { isForced = false }: { isForced?: boolean } = {},
  ) {
    if (refusal && !isForced && !hasPassed(refusal.at, refusalHolds)) throw refusal.error
    if (during) throw new PublicationError('lock-held', 'Đang dựng lại; hãy đợi lần này xong.')
    during = []
    let fresh: OpenRelease | null = null
    try {
      const site = await loadSite(settings.siteEntry)
      const open = { settings, site, files, alarm, compression: quality.publishing }
      fresh = openRelease(nextRelease(settings.dataDir), { ...open, isFresh: true })
      const made = fresh
      const counts = await fillRelease({
        fresh: made,
        previous: currentRelease(settings.dataDir),
        settings,
        site,
        today: today(),
        minute: minuteOf(now().toISOString()),
        notice,
        anchors,
        source,
        onProgress,
        isForced,
        // Fault tests' file functions do not cross into threads.
        threads: files ? 0 : renderThreads,
        compression: rebuildCompression,
      })
      await serial(async () => {
        await catchUp(made, during ?? [])
        if (notice !== undefined) changeNotice(made.model, notice, now().toISOString())
        else turnClock(made.model, now().toISOString())
        if (anchors !== undefined) changeAnchors(made.model, anchors)
        await settleUrgent(durable(made))
        writeMeta(made.model.db, 'complete', 'yes')
        made.model.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
        crashAt('rebuild-before-switch')
        switchTo(settings.dataDir, made.release)
        crashAt('rebuild-after-switch')
        letGo(settings.dataDir)
        held = null
        refusal = null
        current?.close()
        current = durable(made)
        pruneReleases(settings.dataDir)
      })
      onProgress({ phase: 'switch', done: 1, total: 1 })
      return { ...counts, release: made.release.name }
    } catch (error) {
      if (fresh && current?.release.name !== fresh.release.name) {
        fresh.close()
        if (currentRelease(settings.dataDir)?.name !== fresh.release.name) sweepRelease(fresh.release)
      }
      noteRefusal(error)
      throw error
    } finally {
      during = null
    }
  }

  async function settled(marked: number): Promise<number> {
    if (marked > 0) await settleUrgent(present())
    return marked
  }

  function noteRefusal(error: unknown): void {
    if (!(error instanceof PublicationError) || error.code !== 'too-many-removals') return
    refusal = { at: now().getTime(), error }
    alarm('/', error.message)
  }

  function rollback(): { release: string; from: string } {
    if (during) throw new PublicationError('lock-held', 'Đang dựng lại; hãy đợi lần này xong.')
    const from = currentRelease(settings.dataDir)
    const target = from && earlierRelease(settings.dataDir, isComplete)
    if (!target) {
      throw new PublicationError('no-earlier-release', 'Không còn giữ bản phát hành nào trước bản đang dùng.')
    }
    held = { release: target.name, from: from.name, at: now().toISOString() }
    hold(settings.dataDir, held)
    switchTo(settings.dataDir, target)
    current?.close()
    current = null
    return { release: target.name, from: from.name }
  }

  /** A fresh release once its tree was synced: from now on each file by itself. */
  const durable = (fresh: OpenRelease): OpenRelease => ({
    ...fresh,
    tree: openStaticFiles(fresh.release.www, { files }),
  })

  async function catchUp(fresh: OpenRelease, requests: PublishRequest[]): Promise<void> {
    const done = durable(fresh)
    for (const unit of unitsOf(requests)) {
      const outcomes = await publishMany(done, unit, now)
      // The source already gave something newer, or its own alarm was raised: neither stops the switch.
      const [fault] = outcomes.flatMap((outcome) => ('failure' in outcome ? outcome.failure : []))
      if (fault && !fault.code) throw new Error(fault.message)
    }
  }

  return {
    publish: (request) =>
      serial(async () => {
        during?.push(request)
        changed?.add(request.ref)
        return publish(present(), request, now)
      }),
    publishMany: (requests) =>
      serial(async () => {
        const release = present()
        during?.push(...requests)
        for (const { ref } of requests) changed?.add(ref)
        return publishMany(release, requests, now)
      }),
    renderStale: (limit) =>
      serial(async () => {
        if (held) return { left: 0, failed: 0 }
        const release = present()
        const { queue } = release.model
        const waiting = queue.waiting(limit)
        const again = failingAgain(release, limit - waiting.length)
        await settle(release, [...waiting, ...again], serial.isAwaited)
        if (waiting.length < limit) await fillVariants(release, limit - waiting.length, serial.isAwaited)
        return queue.count()
      }),
    turnDay: (day) => serial(() => (held ? 0 : turnDay(present().model, day))),
    setNotice: (wanted) =>
      serial(async () => {
        notice = wanted
        return current && !held ? settled(changeNotice(present().model, wanted, now().toISOString())) : 0
      }),
    setAnchors: (wanted) =>
      serial(() => {
        anchors = wanted
        return current && !held ? changeAnchors(present().model, wanted) : 0
      }),
    turnClock: (nowIso) =>
      serial(async () => (current && !held ? settled(turnClock(present().model, nowIso)) : 0)),
    async verify(source, verifyOptions) {
      if (held) return { items: 0, routes: 0, problems: [heldSentence(held)], repaired: 0 }
      changed = new Set()
      try {
        return await verify({
          settings,
          source,
          serial,
          present,
          rebuild,
          options: verifyOptions,
          wasChanged: (ref) => changed?.has(ref) ?? false,
        })
      } catch (error) {
        if (error !== refusal?.error) noteRefusal(error)
        throw error
      } finally {
        changed = null
      }
    },
    rebuild,
    rollback: () => serial(rollback),
    close: () =>
      serial(() => {
        current?.close()
        current = null
        lock.release()
      }),
  }
}
