/**
 * Makes the whole public side anew beside the present one, from the editions: a fresh read model, a fresh
 * tree, everything read back, and only then one rename. Readers keep the old release until that instant.
 */
import { readFileSync } from 'node:fs'
import { open, readdir } from 'node:fs/promises'
import path from 'node:path'
import { setImmediate as pause } from 'node:timers/promises'
import type { ItemTruth } from '#domain/item-truth.ts'
import { writeMeta } from '#published/open.ts'
import { transaction } from '#published/write.ts'
import { load } from './apply.ts'
import { sha256 } from './atomic-files.ts'
import type { BuiltSite } from './built-site.ts'
import { quality } from './compressed.ts'
import { messageOf } from './errors.ts'
import type { OpenRelease } from './open-release.ts'
import type { RebuildProgress, TruthSource } from './protocol.ts'
import { linkFile } from './public-files.ts'
import { fileOf } from './public-path.ts'
import { allFiles, allRoutes } from './public-routes.ts'
import { isFileRoute, settle } from './settle.ts'

const itemsAtOnce = 200
const routesAtOnce = 50
/** Above this, the last tenth of compression costs minutes (18 ms a page) and is not worth it. */
const fewRoutes = 500

export type RebuildInput = {
  fresh: OpenRelease
  /** The release that readers see meanwhile, if there is one. */
  previous: OpenRelease | null
  site: BuiltSite
  today: string
  publicUrl: string
  source: TruthSource
  onProgress: (progress: RebuildProgress) => void
}

/** Fills `fresh` completely and durably; the caller switches. */
export async function fillRelease(input: RebuildInput): Promise<{ items: number; routes: number }> {
  const { fresh } = input
  const { db } = fresh.model
  writeMeta(db, 'as_of', input.today)
  writeMeta(db, 'site_version', input.site.version)
  writeMeta(db, 'public_url', input.publicUrl)

  const items = await loadItems(input)
  const routes = allRoutes(db)
  transaction(db, () => routes.forEach((route) => fresh.model.queue.markStale(route, 1)))
  linkFiles(input)
  await makeRoutes(input, routes.length)
  writeAssets(input)
  readBack(fresh)
  await syncTree(fresh.release.directory)
  return { items, routes: routes.length }
}

async function loadItems({ fresh, source, onProgress }: RebuildInput): Promise<number> {
  let items = 0
  let batch: ItemTruth[] = []
  const flush = async () => {
    load(fresh.model, batch, ({ path: route }, error) => fresh.alarm(route, messageOf(error)))
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
  return items
}

function linkFiles({ fresh, previous, onProgress }: RebuildInput): void {
  const files = allFiles(fresh.model.db)
  let done = 0
  for (const [route, hash] of previous ? files : []) {
    const [from, to] = [fileOf(previous?.tree.root ?? '', route), fileOf(fresh.tree.root, route)]
    linkFile(fresh.tree.files, from, to, hash)
    onProgress({ phase: 'files', done: ++done, total: files.size })
  }
}

async function makeRoutes({ fresh, previous, onProgress }: RebuildInput, total: number): Promise<void> {
  const shop = { ...fresh, brotliQuality: total <= fewRoutes ? quality.rebuilding : quality.publishing }
  let done = 0
  for (;;) {
    const stale = fresh.model.queue.waiting(routesAtOnce)
    if (stale.length === 0) return
    for (const result of await settle(shop, stale)) {
      if (result.outcome === 'failed') keepLastGood(result.path, fresh, previous)
    }
    done += stale.length
    onProgress({ phase: 'pages', done, total })
    await pause()
  }
}

/** A page that cannot be drawn now keeps what readers see of it. */
function keepLastGood(route: string, fresh: OpenRelease, previous: OpenRelease | null): void {
  const bytes = isFileRoute(route) ? null : (previous?.tree.read(route) ?? null)
  if (bytes) fresh.tree.write(route, bytes, quality.publishing)
}

function writeAssets({ fresh, site }: RebuildInput): void {
  for (const { route, file } of site.assets) fresh.tree.write(route, readFileSync(file), quality.rebuilding)
}

/** @throws Error when a file that was just written does not hold what was written. */
function readBack({ model, tree }: OpenRelease): void {
  const rows = model.db
    .prepare('SELECT path, sha256 FROM routes WHERE stale = 0 AND sha256 IS NOT NULL')
    .iterate()
  for (const { path: route, sha256: expected } of rows as Iterable<{ path: string; sha256: string }>) {
    if (isFileRoute(route)) continue
    const bytes = tree.read(route)
    if (!bytes || sha256(bytes) !== expected) throw new Error(`Bản dựng lại không đúng trên đĩa: ${route}`)
  }
}

/** Makes a whole tree durable, deepest first, eight files at a time so that the disk can join its writes. */
async function syncTree(directory: string): Promise<void> {
  const entries = await readdir(directory, { withFileTypes: true })
  for (const entry of entries.filter((found) => found.isDirectory()))
    await syncTree(path.join(directory, entry.name))
  const files = entries.filter((found) => found.isFile()).map((entry) => path.join(directory, entry.name))
  for (let at = 0; at < files.length; at += 8) await Promise.all(files.slice(at, at + 8).map(syncFile))
  await syncFile(directory)
}

async function syncFile(file: string): Promise<void> {
  // Closing a second descriptor of an open SQLite file would drop its locks; SQLite syncs its own files.
  if (/published\.sqlite(-wal|-shm)?$/.test(file)) return
  const handle = await open(file, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}
