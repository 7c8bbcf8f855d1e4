/**
 * The publisher: the one writer of the read model and the public tree. Everything that touches the present
 * release runs one after the other; a rebuild works beside it, so that a removal never waits for one.
 */
import type { ItemRef } from '#domain/collections.ts'
import { changeAnchors } from './anchors.ts'
import type { FileFunctions } from './atomic-files.ts'
import type { Compression } from './compressed.ts'
import { PublicationError } from './errors.ts'
import { fillVariants } from './fill-variants.ts'
import { heldSentence } from './held.ts'
import { takeLock, type LockOptions } from './lock.ts'
import { changeNotice, turnClock } from './notices.ts'
import type { OpenRelease } from './open-release.ts'
import { openPresentRelease } from './present-release.ts'
import type { Publisher, PublisherSettings } from './protocol.ts'
import { publish, publishMany, settleUrgent } from './publish.ts'
import { rebuildBeside } from './rebuild-beside.ts'
import type { StaleRoute } from './route-queue.ts'
import { createSerial } from './serial.ts'
import { settle } from './settle.ts'
import type { NoticeAndAnchors } from './notice-and-anchors.ts'
import { turnDay } from './turn-day.ts'
import { verify } from './verify.ts'

const retryEvery = 15_000

export type Alarm = { path: string; reason: string }

export type PublisherOptions = {
  now?: () => Date
  onAlarm?: (alarm: Alarm) => void
  lock?: LockOptions
  /** Fault tests hand in file functions that fail. */
  files?: FileFunctions
  /** Threads of a rebuild or a verification; default: none for a small portal, all cores for a large one. */
  renderThreads?: number
  /** Variants of a rebuild; default: at once for a small one, after the switch for a large one. */
  rebuildCompression?: Compression
}

/** Takes the lock (waiting for it unless told otherwise) and opens the present release, if it is fit. */
export async function openPublisher(
  settings: PublisherSettings,
  options: PublisherOptions = {},
): Promise<Publisher> {
  const { now = () => new Date(), onAlarm = () => {}, files, rebuildCompression: compression } = options
  // Fault tests' file functions do not cross into threads.
  const threads = files ? 0 : options.renderThreads
  const alarm = (path: string, reason: string) => onAlarm({ path, reason })
  const serial = createSerial()
  const lock = await takeLock(settings.dataDir, options.lock)
  const present = await openPresentRelease(settings, { files, alarm })
  const beyondEditions: NoticeAndAnchors = { notice: undefined, anchors: undefined }
  const hasPassed = (since: number, millis: number) => {
    const passed = now().getTime() - since
    return passed >= millis || passed < 0
  }
  const beside = rebuildBeside({
    ...{ settings, present, serial, beyondEditions, now, hasPassed, alarm, files, threads, compression },
  })
  /** What was published while a verification runs: its truth was read before, and says nothing about these. */
  let changed: Set<ItemRef> | null = null
  let retriedAt = -Infinity

  /** A page that failed is tried again now and then: a full disk gets space, a template does not mend itself. */
  function failingAgain({ model }: OpenRelease, limit: number): StaleRoute[] {
    if (limit <= 0 || !hasPassed(retriedAt, retryEvery)) return []
    retriedAt = now().getTime()
    return model.queue.failing(limit)
  }

  async function renderSome(release: OpenRelease, limit: number): Promise<void> {
    const waiting = release.model.queue.waiting(limit)
    const again = failingAgain(release, limit - waiting.length)
    await settle(release, [...waiting, ...again], serial.isAwaited)
    if (waiting.length < limit) await fillVariants(release, limit - waiting.length, serial.isAwaited)
  }

  /** 0 while there is no release to change. */
  const ifPresent = (change: (release: OpenRelease) => Promise<number> | number) =>
    present.ifOpen() ? change(present.open()) : 0

  async function settled(release: OpenRelease, marked: number): Promise<number> {
    if (marked > 0) await settleUrgent(release)
    return marked
  }

  return {
    publish: (request) =>
      serial(() => {
        beside.note([request])
        changed?.add(request.ref)
        return publish(present.open(), request, now)
      }),
    publishMany: (requests) =>
      serial(() => {
        const release = present.open()
        beside.note(requests)
        for (const { ref } of requests) changed?.add(ref)
        return publishMany(release, requests, now)
      }),
    renderStale: (limit) =>
      serial(async () => {
        if (present.held()) return { left: 0, failed: 0 }
        const release = present.open()
        await renderSome(release, limit)
        return release.model.queue.count()
      }),
    turnDay: (day) => serial(() => (present.held() ? 0 : turnDay(present.open().model, day))),
    setNotice: (notice) =>
      serial(() => {
        beyondEditions.notice = notice
        return ifPresent((release) =>
          settled(release, changeNotice(release.model, notice, now().toISOString())),
        )
      }),
    setAnchors: (anchors) =>
      serial(() => {
        beyondEditions.anchors = anchors
        return ifPresent((release) => changeAnchors(release.model, anchors))
      }),
    turnClock: (nowIso) =>
      serial(() => ifPresent((release) => settled(release, turnClock(release.model, nowIso)))),
    async verify(source, verifyOptions) {
      const held = present.held()
      if (held) return { items: 0, routes: 0, problems: [heldSentence(held)], repaired: 0 }
      changed = new Set()
      try {
        return await verify({
          ...{ settings, source, serial, threads, rebuild: beside.rebuild, options: verifyOptions },
          present: present.open,
          wasChanged: (ref) => changed?.has(ref) ?? false,
        })
      } catch (error) {
        beside.noteRefusal(error)
        throw error
      } finally {
        changed = null
      }
    },
    rebuild: beside.rebuild,
    rollback: () =>
      serial(() => {
        if (beside.isRunning())
          throw new PublicationError('lock-held', 'Đang dựng lại; hãy đợi lần này xong.')
        return present.rollBack(now().toISOString())
      }),
    close: () =>
      serial(async () => {
        await beside.close()
        present.close()
        lock.release()
      }),
  }
}
