/**
 * Works through stale routes: removes, copies or renders and writes each, then notes what stands on disk. A
 * route that fails keeps its last good bytes, raises an alarm, and holds nothing else up.
 */
import { setImmediate as pause } from 'node:timers/promises'
import { fixedPages } from '#published/fixed-pages.ts'
import { transaction } from '#published/write.ts'
import type { DrawSite, Portal } from '#published/views.ts'
import { sha256 } from './atomic-files.ts'
import type { ReadModel } from './apply.ts'
import { crashAt } from '#cms/crash-points.ts'
import type { Compression } from './compressed.ts'
import { messageOf } from './errors.ts'
import { editionFile, publishFile } from './public-files.ts'
import { fileOf } from './public-path.ts'
import { render } from './render.ts'
import type { Settled, StaleRoute } from './route-queue.ts'
import type { StaticFiles } from './static-files.ts'

export type Workshop = {
  model: ReadModel
  tree: StaticFiles
  site: DrawSite
  portal: Portal
  mediaDir: string
  compression: Compression
  /** Called when a route could not be made, once for each reason. */
  alarm(path: string, reason: string): void
}

export const isFileRoute = (path: string): boolean => path.startsWith('/tep/')

/**
 * @param isAwaited for work of the background: asked between two pages, so that a publication waits for one
 * page at most. What was left undone stays stale.
 * @returns what became of each route, in the order given.
 */
export async function settle(
  shop: Workshop,
  stale: StaleRoute[],
  isAwaited?: () => boolean,
): Promise<Settled[]> {
  const results: Settled[] = []
  for (const route of stale) {
    // Messages to this thread come in only between turns of the event loop, and pages are drawn within one.
    if (isAwaited) await pause()
    if (results.length > 0 && isAwaited?.()) break
    results.push(await makeRoute(shop, route))
  }
  // One transaction for all: a crash before it only means that equal bytes are found again.
  transaction(shop.model.db, () => results.forEach(shop.model.queue.settle))
  return results
}

/** One route on disk as the rows say; what became of it is for the caller to note. */
export async function makeRoute(
  shop: Workshop,
  { path, priority, sha256: known }: StaleRoute,
): Promise<Settled> {
  try {
    if (priority === 0) {
      shop.tree.remove(path)
      return { path, outcome: 'removed' }
    }
    return isFileRoute(path) ? settleFile(shop, path) : await settlePage(shop, path, known)
  } catch (error) {
    const reason = messageOf(error)
    if (shop.model.queue.find(path)?.failed !== reason) shop.alarm(path, reason)
    return { path, outcome: 'failed', error: reason }
  }
}

function settleFile({ model, tree, mediaDir }: Workshop, path: string): Settled {
  const hash = model.questions.publicFile(path)
  if (hash === null) {
    tree.remove(path)
    return { path, outcome: 'removed' }
  }
  const isWritten = publishFile(
    tree.files,
    editionFile(mediaDir, hash),
    fileOf(tree.root, path),
    hash,
    tree.isDurable,
  )
  return { path, outcome: isWritten ? 'written' : 'unchanged', sha256: hash }
}

/**
 * What should stand at an address: `null` where nothing needs to.
 * @throws Error when a page that must be there is not, or cannot be drawn.
 */
export async function drawPage(
  shop: Pick<Workshop, 'model' | 'site'>,
  portal: Portal,
  path: string,
): Promise<Buffer | null> {
  const bytes = await render(shop.site, portal, path)
  if (bytes === null && !mayBeAbsent(shop, path))
    throw new Error('trang phải có mà trang công khai trả lời 404')
  return bytes
}

async function settlePage(shop: Workshop, path: string, known: string | null): Promise<Settled> {
  const bytes = await drawPage(shop, shop.portal, path)
  crashAt('render-after')
  if (bytes === null) {
    shop.tree.remove(path)
    return { path, outcome: 'absent', sha256: null }
  }
  const hash = sha256(bytes)
  const written = shop.tree.write(path, bytes, shop.compression, hash)
  const outcome = written !== 'unchanged' || hash !== known ? 'written' : 'unchanged'
  return { path, outcome, sha256: hash, isBare: written === 'bare' }
}

/** The front of an empty section need not exist; everything else that is expected must. */
export const mayBeAbsent = ({ model }: Pick<Workshop, 'model'>, path: string): boolean =>
  fixedPages.some(
    (page) => page.path === path && page.list !== undefined && model.questions.isEmpty(page.list),
  ) ||
  (path.endsWith('/rss.xml') && path.startsWith('/tin-tuc/chuyen-muc/') && isQuietTopicFeed(model, path))

function isQuietTopicFeed(model: ReadModel, path: string): boolean {
  const topic = model.db.prepare('SELECT ref FROM items WHERE path = ?').get(path.slice(0, -'rss.xml'.length))
  const ref = (topic as { ref: string } | undefined)?.ref
  return ref === undefined || model.questions.isEmpty(`topic/${ref.slice('topics/'.length)}`)
}
