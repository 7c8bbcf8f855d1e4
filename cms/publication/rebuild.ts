/**
 * Makes the whole public side anew beside the present one: a fresh read model, from the editions or carried over and
 * proved, a fresh tree, everything synced and read back, and only then one rename. Readers keep the old release until
 * then.
 */
import { setImmediate as pause } from 'node:timers/promises'
import type { Anchor } from '#domain/anchors.ts'
import type { Notice } from '#domain/notice.ts'
import type { ItemTruth } from '#domain/item-truth.ts'
import { writeMeta } from '#published/open.ts'
import { transaction } from '#published/write.ts'
import { keptAnchors, putAnchors } from './anchors.ts'
import { load } from './apply.ts'
import { quality } from './compressed.ts'
import { messageOf } from './errors.ts'
import { makeRoutes, readBack } from './make-routes.ts'
import type { OpenRelease } from './open-release.ts'
import { openHere, openThreads, type RenderersFor } from './open-renderers.ts'
import type { HeadSource, RebuildProgress, TruthSource } from './protocol.ts'
import { countRoutes, eachPage } from './public-routes.ts'
import { countLost, refuseManyRemovals } from './removal-guard.ts'
import type { Renderers } from './render-messages.ts'
import { keptNotice, putNotice } from './notices.ts'
import { fillSearch } from './fill-search.ts'
import { proveRows } from './prove-rows.ts'
import { rowsVersion } from './rows-version.ts'
import { isFileRoute } from './settle.ts'
import { openStaticFiles } from './static-files.ts'
import { syncTree } from './sync-tree.ts'
import { together } from './together.ts'

const itemsAtOnce = 200

export type RebuildInput = Omit<RenderersFor, 'release'> & {
  fresh: OpenRelease
  /** Threads that were started for it before it was there. They are closed here. */
  renderers: Renderers | null
  /** What the pages show of the clock, see meta in schema.sql. */
  today: string
  minute: string
  /** `undefined`: the CMS has not told yet, so that the one of the previous release goes on. */
  notice: Notice | null | undefined
  /** The same of the audit's anchors. */
  anchors: Anchor[] | undefined
  source: TruthSource
  /** Of a release whose rows were carried over: what they are compared with. `null`: they are made from `source`. */
  carried: HeadSource | null
  onProgress: (progress: RebuildProgress) => void
  /** Goes on where the guard against removals would stop. */
  isForced: boolean
}

/**
 * Fills `fresh` completely and durably; the caller switches.
 * @throws PublicationError `too-many-removals`; `damaged-rows` when rows that were carried over are not sound.
 */
export async function fillRelease(input: RebuildInput): Promise<{ items: number; routes: number }> {
  const { fresh, carried, onProgress } = input
  const { db } = fresh.model
  // Nothing of it counts before the switch: synced once at the end, not at each commit.
  db.exec('PRAGMA synchronous = OFF; PRAGMA secure_delete = OFF; PRAGMA cache_size = -65536')
  noteFacts(input)
  let items = carried ? 0 : await loadItems(input)
  // Threads load the site while the routes are noted.
  const renderers = input.renderers ?? openRenderers(input, carried ? countRoutes(db) : items)
  try {
    const routes = noteRoutes(fresh)
    if (!carried) guardRemovals(input)
    const pages = makeRoutes(fresh.model, renderers, {
      onFailed: (route, reason) => failed(route, reason, input),
      onDone: (done) => onProgress({ phase: 'pages', done, total: routes }),
    })
    if (carried) {
      ;[, items] = await together([pages, proveRows(fresh, carried, pages)])
      guardRemovals(input)
    } else {
      await together([pages, fillSearch(db)])
    }
    writeAssets(input)
    // The disk works meanwhile: whether a write reached it, only the sync tells.
    await together([
      syncTree(fresh.release.directory),
      readBack(fresh.model, renderers, (done) => onProgress({ phase: 'check', done, total: routes })),
    ])
    db.exec('PRAGMA synchronous = FULL; PRAGMA secure_delete = ON; PRAGMA cache_size = -2000')
    return { items, routes }
  } finally {
    await renderers.close()
  }
}

function noteFacts({ fresh, previous, site, settings, today, minute, notice, anchors }: RebuildInput): void {
  const { db } = fresh.model
  writeMeta(db, 'as_of', today)
  writeMeta(db, 'as_of_minute', minute)
  putNotice(fresh.model, notice === undefined ? keptNotice(previous) : notice)
  putAnchors(fresh.model, anchors ?? keptAnchors(previous))
  writeMeta(db, 'site_version', site.version)
  writeMeta(db, 'public_url', settings.publicUrl)
  writeMeta(db, 'rows_version', rowsVersion())
}

function guardRemovals({ previous, fresh, isForced }: RebuildInput): void {
  if (previous && !isForced) refuseManyRemovals(countLost(previous, fresh.model), 'rebuild')
}

async function loadItems({ fresh, source, onProgress }: RebuildInput): Promise<number> {
  // Until threads read it, it is written once, not into a log first.
  fresh.model.db.exec('PRAGMA journal_mode = MEMORY')
  let items = 0
  let batch: ItemTruth[] = []
  const flush = async () => {
    load(fresh.model, batch, ({ path: route, ref }, error) => fresh.alarm(route ?? ref, messageOf(error)))
    items += batch.length
    batch = []
    onProgress({ phase: 'items', done: items, total: items })
    await pause()
  }
  for await (const truth of source()) {
    batch.push(truth)
    if (batch.length >= itemsAtOnce) await flush()
  }
  await flush()
  fresh.model.db.exec('PRAGMA journal_mode = WAL')
  return items
}

/**
 * All of them are made, in no order of urgency, so that none is put into the queue and taken out again.
 * @returns how many there are.
 */
function noteRoutes(fresh: OpenRelease): number {
  const { db } = fresh.model
  const note = db.prepare(
    'INSERT INTO routes (path, priority, stale) VALUES (?, 1, 0) ON CONFLICT DO NOTHING',
  )
  transaction(db, () => {
    db.exec('DELETE FROM routes')
    for (const path of eachPage(db)) note.run(path)
    db.exec(
      'INSERT INTO routes (path, priority, stale) SELECT DISTINCT path, 1, 0 FROM public_files WHERE true ON CONFLICT DO NOTHING',
    )
  })
  return countRoutes(db)
}

function openRenderers(input: RebuildInput, routes: number): Renderers {
  const wanted = { ...input, release: input.fresh.release }
  return openThreads(routes, wanted) ?? openHere(routes, wanted, input.fresh)
}

/** A page that cannot be drawn now keeps what readers see of it. */
function failed(route: string, reason: string, { fresh, previous }: RebuildInput): void {
  fresh.alarm(route, reason)
  const bytes = isFileRoute(route) || !previous ? null : openStaticFiles(previous.www).read(route)
  if (bytes) fresh.tree.write(route, bytes, quality.publishing)
}

function writeAssets({ fresh, site }: RebuildInput): void {
  for (const { route, bytes } of site.assets) fresh.tree.write(route, bytes, quality.rebuilding)
}
