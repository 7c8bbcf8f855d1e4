/** Each named point once: the process dies there, comes back, and nothing is missing, wrong or public too early. */
import { existsSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { crashPoints, type CrashPoint } from '#cms/publication/protocol.ts'
import {
  copyFolder,
  leaks,
  removeFolder,
  startCms,
  treeOf,
  type Folder,
} from '#tests/support/portal-processes.ts'
import { canaries, seedPortal, type SeededPortal } from '#tests/support/seeded-portal.ts'

let portal: SeededPortal
beforeAll(async () => {
  portal = await seedPortal()
}, 120_000)
afterAll(() => removeFolder(portal.folder))

const words = Object.values(canaries)
const isRebuildPoint = (point: CrashPoint) => point.startsWith('rebuild-')
/** Rows are copied only from a release that is there; a new public address has it made anew. */
const elsewhere = { PUBLIC_URL: 'http://localhost:3999' }

async function dieAt(point: CrashPoint, folder: Folder): Promise<NodeJS.Signals | null> {
  const isCopying = point === 'rebuild-after-copy'
  if (isRebuildPoint(point) && !isCopying)
    await rm(path.join(folder.data, 'releases'), { recursive: true, force: true })
  const cms = await startCms(folder, { CRASH_AT: point, ...(isCopying ? elsewhere : {}) })
  if (!cms) return 'SIGKILL'
  if (!isRebuildPoint(point)) {
    const moderator = await cms.signIn('moderator@tinh.example')
    const { body } = await moderator('GET', `/api/news/${portal.waiting}/workflow`)
    await moderator('POST', `/api/news/${portal.waiting}/transition`, {
      action: 'approve',
      revision: body.revision,
    }).catch(() => null)
  }
  return (await cms.exited).signal
}

describe('after kill -9', () => {
  it.each(crashPoints.map((point) => [point]))('at %s the portal is whole again', async (point) => {
    const folder = await copyFolder(portal.folder)
    const before = await treeOf(path.join(folder.data, 'www'))
    expect(await dieAt(point, folder)).toBe('SIGKILL')
    expect(await leaks(folder, words)).toEqual([])

    const cms = await startCms(folder)
    expect(cms).not.toBeNull()
    await cms?.idle()
    const report = await cms?.verify()
    expect(report?.problems).toEqual([])
    const moderator = await cms?.signIn('moderator@tinh.example')
    const { body } = await moderator!('GET', `/api/news/${portal.waiting}/workflow`)
    const isApproved = point !== 'transition-before-commit' && !isRebuildPoint(point)
    expect(body).toMatchObject(
      isApproved ? { state: 'published', publicState: 'live' } : { state: 'submitted', publicState: 'none' },
    )
    expect(existsSync(path.join(folder.data, 'www/tin-tuc/tin-cho-duyet/index.html'))).toBe(isApproved)
    if (isApproved)
      expect((await moderator!('GET', `/api/news/${portal.waiting}/publication`)).body).toMatchObject({
        state: 'live',
      })
    else expect(await treeOf(path.join(folder.data, 'www'))).toEqual(before)
    await cms?.stop()
    expect(await leaks(folder, words)).toEqual([])
    await removeFolder(folder)
  })
})
