/** The bytes on disk against a fresh rendering, variants included. */
import { openReader } from '#published/reader.ts'
import type { Portal } from '#published/views.ts'
import { sha256 } from './atomic-files.ts'
import { comparePage, isJudged, missingFile, type ComparedPage } from './compare-route.ts'
import { quality } from './compressed.ts'
import { messageOf } from './errors.ts'
import type { OpenRelease } from './open-release.ts'
import { editionFile, publishFile } from './public-files.ts'
import { fileOf } from './public-path.ts'
import { isFileRoute } from './settle.ts'
import type { Finding } from './finding.ts'

/** In one turn of the publisher: nothing else changes the read model between two of the routes. */
export async function verifyFiles(release: OpenRelease, routes: string[], found: Finding): Promise<void> {
  const reader = openReader(release.model.db, { today: release.today, isFrozen: true })
  const portal = { ...release.portal, reader }
  for (const path of routes) {
    if (isFileRoute(path)) await verifyFile(release, path, found)
    else await verifyPage(release, portal, path, found)
  }
}

/** Static files of the site. */
export async function verifyAssets({ assets, tree }: OpenRelease, found: Finding): Promise<void> {
  for (const [route, bytes] of assets) {
    if (tree.holds(route, bytes)) continue
    await found(`${route}: tệp của giao diện thiếu hoặc bị sửa`, () =>
      tree.write(route, bytes, quality.publishing),
    )
  }
}

async function verifyFile(release: OpenRelease, path: string, found: Finding): Promise<void> {
  const { model, tree, mediaDir } = release
  const missing = isJudged(model.queue.find(path)) ? missingFile(release, path) : null
  if (missing === null) return
  await found(`${path}: tệp thiếu hoặc khác bản đăng`, () => {
    publishFile(tree.files, editionFile(mediaDir, missing), fileOf(tree.root, path), missing)
    model.queue.settle({ path, outcome: 'written', sha256: missing })
  })
}

async function verifyPage(release: OpenRelease, portal: Portal, path: string, found: Finding): Promise<void> {
  const { model, tree } = release
  const row = model.queue.find(path)
  if (!isJudged(row)) return
  let page: ComparedPage
  try {
    page = await comparePage(release, portal, path, row)
  } catch (error) {
    await found(`${path}: không dựng được trang (${messageOf(error)})`, () => {
      throw new Error('cần sửa giao diện của trang')
    })
    return
  }
  if (page.isRight) return
  const { expected, isOnDisk } = page
  await found(`${path}: ${isOnDisk ? 'bảng địa chỉ ghi sai' : 'tệp thiếu hoặc khác nội dung đúng'}`, () => {
    if (expected === null) tree.remove(path)
    else tree.write(path, expected, release.compression)
    model.queue.settle({ path, outcome: 'written', sha256: expected && sha256(expected) })
  })
}
