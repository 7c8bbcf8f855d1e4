/** A full disk, for real: the folder lies on a small tmpfs (where root may mount one) that is filled to the last byte. */
import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { bodyOf } from '#tests/support/cms.ts'
import { removeFolder, startCms, type Folder } from '#tests/support/portal-processes.ts'
import { startPublicWeb } from '#tests/support/public-web.ts'
import { seedPortal, type SeededPortal } from '#tests/support/seeded-portal.ts'
import { expectWhole, settled } from '#tests/support/whole-again.ts'

const mountPoint = mkdtempSync(path.join(os.tmpdir(), 'portal-small-'))
const isMounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=24m', 'tmpfs', mountPoint]).status === 0

let portal: SeededPortal
let folder: Folder
beforeAll(async () => {
  portal = await seedPortal()
  folder = { root: mountPoint, data: path.join(mountPoint, 'var'), media: path.join(mountPoint, 'media') }
  mkdirSync(folder.data, { recursive: true })
  cpSync(portal.folder.root, mountPoint, { recursive: true, verbatimSymlinks: true })
}, 120_000)
afterAll(async () => {
  if (isMounted) execFileSync('umount', [mountPoint])
  rmSync(mountPoint, { recursive: true, force: true })
  await removeFolder(portal.folder)
})

it.runIf(isMounted)(
  'a full disk refuses saves in words, changes nothing public, and is forgotten once there is room',
  async () => {
    const cms = await startCms(folder)
    if (!cms) throw new Error('the cms did not start')
    await cms.idle()
    const web = await startPublicWeb(folder.data)
    const editor = await cms.signIn('editor@tinh.example')
    const moderator = await cms.signIn('moderator@tinh.example')
    const { revision } = (await moderator('GET', `/api/news/${portal.waiting}/workflow`)).body
    spawnSync('dd', ['if=/dev/zero', `of=${mountPoint}/filler`, 'bs=64k'])

    const answers = []
    for (let index = 0; index < 8; index += 1) {
      answers.push(
        await editor('POST', '/api/news', {
          title: `Tin to ${index}`,
          body: bodyOf('chữ '.repeat(50_000)),
          agency: portal.agency,
        }),
      )
    }
    const refused = answers.filter(({ status }) => status !== 201)
    expect(refused.length).toBeGreaterThan(0)
    for (const { status, body } of refused) expect([status, body.code]).toEqual([507, 'disk-full'])
    const stored = (await editor('GET', '/api/news?limit=0&where[title][contains]=Tin to')).body.totalDocs
    expect(stored).toBe(answers.length - refused.length)
    expect((await web.get('/tin-tuc/tin-dang-tren-cong/')).status).toBe(200)
    expect((await web.get('/')).status).toBe(200)

    rmSync(path.join(mountPoint, 'filler'))
    const approved = await moderator('POST', `/api/news/${portal.waiting}/transition`, {
      action: 'approve',
      revision,
    })
    expect(approved.status).toBe(200)
    await settled(cms)
    expect((await web.get('/tin-tuc/tin-cho-duyet/')).status).toBe(200)
    await web.close()
    await cms.stop()
    await (await expectWhole(folder, 'a full disk')).stop()
  },
)
