/** The bytes on disk against a fresh rendering, variants included. */
import { readFileSync } from 'node:fs'
import { openReader } from '#published/reader.ts'
import type { Portal } from '#published/views.ts'
import { sha256 } from './atomic-files.ts'
import { quality } from './compressed.ts'
import { messageOf } from './errors.ts'
import type { OpenRelease } from './open-release.ts'
import { editionFile, hashOf, publishFile } from './public-files.ts'
import { fileOf } from './public-path.ts'
import { render } from './render.ts'
import { isFileRoute, mayBeAbsent } from './settle.ts'
import type { Finding } from './finding.ts'

/** In one turn of the publisher: nothing else changes the read model between two of the routes. */
export async function verifyFiles(release: OpenRelease, routes: string[], found: Finding): Promise<void> {
  const reader = openReader(release.model.db, { today: release.today, isFrozen: true })
  const portal = { ...release.portal, reader }
  for (const path of routes) {
    const row = release.model.queue.find(path)
    // Not there any more, or waiting for its turn: not a fault.
    if (!row || (row.stale === 1 && row.failed === null)) continue
    if (isFileRoute(path)) await verifyFile(release, path, found)
    else await verifyPage(release, portal, path, found)
  }
}

/** Static files of the site. */
export async function verifyAssets({ assets, tree }: OpenRelease, found: Finding): Promise<void> {
  for (const [route, file] of assets) {
    const bytes = readFileSync(file)
    if (tree.holds(route, bytes)) continue
    await found(`${route}: tệp của giao diện thiếu hoặc bị sửa`, () =>
      tree.write(route, bytes, quality.publishing),
    )
  }
}

async function verifyFile(
  { model, tree, mediaDir }: OpenRelease,
  path: string,
  found: Finding,
): Promise<void> {
  const expected = model.questions.publicFile(path)
  if (expected === null || hashOf(tree.files, fileOf(tree.root, path)) === expected) return
  await found(`${path}: tệp thiếu hoặc khác bản đăng`, () => {
    publishFile(tree.files, editionFile(mediaDir, expected), fileOf(tree.root, path), expected)
    model.queue.settle({ path, outcome: 'written', sha256: expected })
  })
}

async function verifyPage(release: OpenRelease, portal: Portal, path: string, found: Finding): Promise<void> {
  const { model, tree } = release
  const row = model.queue.find(path)
  let bytes: Buffer | null
  try {
    bytes = await render(release.site, portal, path)
    if (bytes === null && !mayBeAbsent(release, path))
      throw new Error('trang phải có mà trang công khai trả lời 404')
  } catch (error) {
    await found(`${path}: không dựng được trang (${messageOf(error)})`, () => {
      throw new Error('cần sửa giao diện của trang')
    })
    return
  }
  const expected = bytes === null ? null : sha256(bytes)
  const isBare = row?.isBare === 1
  const isOnDisk = bytes === null ? tree.read(path) === null : tree.holds(path, bytes, { isBare })
  if (isOnDisk && row?.sha256 === expected && row?.failed === null) return
  await found(`${path}: ${isOnDisk ? 'bảng địa chỉ ghi sai' : 'tệp thiếu hoặc khác nội dung đúng'}`, () => {
    if (bytes === null) tree.remove(path)
    else tree.write(path, bytes, release.compression)
    model.queue.settle({ path, outcome: 'written', sha256: expected })
  })
}
