/**
 * A rebuild beside the present release: publications go on, and what they did meanwhile is done again on the
 * fresh release before readers see it.
 */
import { crashAt } from '#cms/crash-points.ts'
import { localDay } from '#domain/dates.ts'
import { writeMeta } from '#published/open.ts'
import type { FileFunctions } from './atomic-files.ts'
import { loadSite } from './built-site.ts'
import { carriableRows } from './carry-rows.ts'
import { quality, type Compression } from './compressed.ts'
import { messageOf, PublicationError } from './errors.ts'
import { minuteOf } from './notices.ts'
import { openRelease, type OpenRelease } from './open-release.ts'
import { openThreads } from './open-renderers.ts'
import type { PresentRelease } from './present-release.ts'
import type { HeadSource, Publisher, PublisherSettings, PublishRequest } from './protocol.ts'
import { publishMany, settleUrgent, unitsOf } from './publish.ts'
import { fillRelease, type RebuildInput } from './rebuild.ts'
import type { Renderers } from './render-messages.ts'
import { currentRelease, nextRelease, pruneReleases, sweepRelease } from './releases.ts'
import type { Serial } from './serial.ts'
import { openStaticFiles } from './static-files.ts'
import { isDamage } from './sqlite-errors.ts'
import { putBeyondEditions, type NoticeAndAnchors } from './notice-and-anchors.ts'

/** A refused rebuild is not tried again by itself before this: each try reads every edition. */
const refusalHolds = 60_000

export type RebuildBeside = {
  rebuild: Publisher['rebuild']
  /** What is published while a rebuild runs has to be done on the fresh release too. */
  note(requests: PublishRequest[]): void
  isRunning(): boolean
  /** A repair that was refused counts as a refused rebuild. */
  noteRefusal(error: unknown): void
  /** Stops what still takes old trees away. */
  close(): Promise<void>
}

export type RebuildBesideOptions = {
  settings: PublisherSettings
  present: PresentRelease
  serial: Serial
  beyondEditions: NoticeAndAnchors
  now: () => Date
  /** Whether the time passed since then. Also true when the clock was put back since: a wait must not become a day. */
  hasPassed: (since: number, millis: number) => boolean
  alarm: (path: string, reason: string) => void
  files?: FileFunctions
  threads?: number
  compression?: Compression
}

const isOfCarriedRows = (error: unknown): boolean =>
  error instanceof PublicationError ? error.code === 'damaged-rows' : isDamage(error)

export function rebuildBeside(options: RebuildBesideOptions): RebuildBeside {
  const { settings, present, serial, beyondEditions, now, hasPassed, alarm, files } = options
  const { threads, compression } = options
  let during: PublishRequest[] | null = null
  /** Nobody waits for old trees to be gone, but for the next rebuild. */
  let pruning: Promise<void> = Promise.resolve()
  const closing = new AbortController()
  let refusal: { at: number; error: PublicationError } | null = null

  const rebuild: Publisher['rebuild'] = async (source, onProgress = () => {}, options = {}) => {
    const { isForced = false, heads = null } = options
    if (refusal && !isForced && !hasPassed(refusal.at, refusalHolds)) throw refusal.error
    if (during) throw new PublicationError('lock-held', 'Đang dựng lại; hãy đợi lần này xong.')
    during = []
    const work = { source, onProgress, isForced }
    try {
      return await make({ ...work, heads }).catch((error: unknown) => {
        if (!heads || !isOfCarriedRows(error)) throw error
        alarm('/', messageOf(error))
        return make({ ...work, heads: null })
      })
    } catch (error) {
      noteRefusal(error)
      throw error
    } finally {
      during = null
    }
  }

  type Work = Required<Pick<RebuildInput, 'source' | 'onProgress' | 'isForced'>> & {
    heads: HeadSource | null
  }

  /** One fresh release, filled and put in the place of the present one, or swept. */
  async function make({ heads, ...work }: Work): ReturnType<Publisher['rebuild']> {
    let fresh: OpenRelease | null = null
    let renderers: Renderers | null = null
    await pruning
    const previous = currentRelease(settings.dataDir)
    const next = await nextRelease(settings.dataDir)
    try {
      const site = await loadSite(settings.siteEntry)
      const rows = heads && carriableRows(previous)
      const toRender = { previous, settings, site, threads, compression }
      // Threads load the site while the rows are copied.
      renderers = rows && openThreads(rows.routes, { ...toRender, release: next })
      await rows?.copyTo(next)
      const open = { settings, site, files, alarm, compression: quality.publishing }
      fresh = openRelease(next, { ...open, isFresh: true, isCarried: rows !== null })
      const made = fresh
      const counts = await fillRelease({
        ...{ ...work, ...toRender, fresh: made, renderers, carried: rows && heads },
        today: localDay(now().toISOString()),
        minute: minuteOf(now().toISOString()),
        ...beyondEditions,
      })
      await serial(() => putInPlace(made))
      pruning = pruneReleases(settings.dataDir, closing.signal).catch((error: unknown) =>
        alarm('/', messageOf(error)),
      )
      work.onProgress({ phase: 'switch', done: 1, total: 1 })
      return { ...counts, release: made.release.name, isCarried: rows !== null }
    } catch (error) {
      await renderers?.close()
      if (!fresh || present.ifOpen()?.release.name !== next.name) {
        fresh?.close()
        if (currentRelease(settings.dataDir)?.name !== next.name) await sweepRelease(next)
      }
      throw error
    }
  }

  async function putInPlace(fresh: OpenRelease): Promise<void> {
    await catchUp(fresh, during ?? [])
    putBeyondEditions(fresh.model, beyondEditions, now().toISOString())
    await settleUrgent(durable(fresh))
    writeMeta(fresh.model.db, 'complete', 'yes')
    fresh.model.db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
    crashAt('rebuild-before-switch')
    present.replace(durable(fresh), () => crashAt('rebuild-after-switch'))
    refusal = null
  }

  async function catchUp(fresh: OpenRelease, requests: PublishRequest[]): Promise<void> {
    for (const unit of unitsOf(requests)) {
      const outcomes = await publishMany(durable(fresh), unit, now)
      // The source already gave something newer, or its own alarm was raised: neither stops the switch.
      const [fault] = outcomes.flatMap((outcome) => ('failure' in outcome ? outcome.failure : []))
      if (fault && !fault.code) throw new Error(fault.message)
    }
  }

  /** A fresh release once its tree was synced: from now on each file by itself. */
  const durable = (fresh: OpenRelease): OpenRelease => ({
    ...fresh,
    tree: openStaticFiles(fresh.release.www, { files }),
  })

  function noteRefusal(error: unknown): void {
    if (error === refusal?.error) return
    if (!(error instanceof PublicationError) || error.code !== 'too-many-removals') return
    refusal = { at: now().getTime(), error }
    alarm('/', error.message)
  }

  return {
    rebuild,
    note: (requests) => void during?.push(...requests),
    isRunning: () => during !== null,
    noteRefusal,
    async close() {
      closing.abort()
      await pruning
    },
  }
}
