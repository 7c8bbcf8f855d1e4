/** The files of the built site go while the portal runs, as they do below every build: nobody notices. */
import { cpSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildIfNeeded, builds } from '#cms/commands/build-if-needed.ts'
import { removeFolder, runningCms, type CmsProcess } from '#tests/support/portal-processes.ts'
import { seedPortal, step, type SeededPortal } from '#tests/support/seeded-portal.ts'
import { startWebProcess, type WebProcess } from '#tests/support/web-process.ts'
import { settled, until } from '#tests/support/whole-again.ts'

const root = path.resolve(import.meta.dirname, '../../..')
let portal: SeededPortal
let site: string
let cms: CmsProcess
let web: WebProcess
const settings = () => ({ SITE_ENTRY: path.join(site, 'dist/server/entry.mjs') })

beforeAll(async () => {
  await buildIfNeeded({ wanted: builds.filter(({ name }) => name === 'site') })
  portal = await seedPortal()
  // Within the repository: its modules find their packages from there.
  mkdirSync(path.join(root, 'tests/.output'), { recursive: true })
  site = mkdtempSync(path.join(root, 'tests/.output/site-'))
  cpSync(path.join(root, 'site/dist'), path.join(site, 'dist'), { recursive: true })
  cms = await runningCms(portal.folder, settings())
  await cms.idle()
  web = await startWebProcess(portal.folder.data, settings())
}, 120_000)
afterAll(async () => {
  await web.stop()
  await cms.stop()
  await removeFolder(portal.folder)
  rmSync(site, { recursive: true, force: true })
})

async function ask(address: string) {
  const answer = await fetch(web.base + address)
  return { status: answer.status, text: await answer.text() }
}

it('an article goes live, and searches, absent and removed addresses answer as before', async () => {
  const [search, absent] = ['/tim-kiem/?q=khong+co+chu+nay', '/khong-co/']
  const before = [await ask(search), await ask(absent)]
  expect(before.map(({ status }) => status)).toEqual([200, 404])
  renameSync(path.join(site, 'dist'), path.join(site, 'away'))

  const moderator = await cms.signIn('moderator@tinh.example')
  await step(moderator, portal.waiting, 'approve')
  await settled(cms)
  const article = await ask('/tin-tuc/tin-cho-duyet/')
  expect(article).toMatchObject({ status: 200, text: expect.stringContaining('Tin chờ duyệt') as string })
  const [style = ''] = /\/_astro\/[^"]+\.css/.exec(article.text) ?? []
  expect((await ask(style)).status).toBe(200)

  expect([await ask(search), await ask(absent)]).toEqual(before)
  expect((await ask('/tim-kiem/?q=cho+duyet')).text).toContain('/tin-tuc/tin-cho-duyet/')

  await step(moderator, portal.live, 'remove', { note: 'Đăng nhầm.' })
  await settled(cms)
  const removed = await ask('/tin-tuc/tin-dang-tren-cong/')
  expect(removed).toMatchObject({ status: 410, text: expect.stringContaining('Đăng nhầm.') as string })
  // Drawn by the site: the plain page that stands in for it has no style sheet.
  expect(removed.text).toContain(style)
  expect((await cms.verify()).problems).toEqual([])
})

it('styles of what the web server draws are there while the tree has those of another build', async () => {
  const [style = ''] = /\/_astro\/[^"]+\.css/.exec((await ask('/tim-kiem/?q=tin')).text) ?? []
  const inTree = await ask(style)
  const folder = path.join(portal.folder.data, 'www/_astro')
  renameSync(folder, `${folder}-away`)
  const answer = await fetch(web.base + style)
  renameSync(`${folder}-away`, folder)
  expect({ status: answer.status, text: await answer.text() }).toEqual(inTree)
  expect(answer.headers.get('content-type')).toContain('text/css')
  expect(answer.headers.get('cache-control')).toContain('immutable')
  expect((await ask('/_astro/khong-co.css')).status).toBe(404)
})

it('a start without it says what is missing, and goes on by itself once it is there', async () => {
  await cms.stop()
  cms = await runningCms(portal.folder, settings())
  await cms.idle()
  expect((await cms.verify()).problems).toEqual([
    expect.stringContaining('Chưa có trang công khai đã dựng') as string,
  ])
  expect((await ask('/tin-tuc/tin-cho-duyet/')).status).toBe(200)
  renameSync(path.join(site, 'away'), path.join(site, 'dist'))
  await until('the publisher has its release', async () => (await cms.verify()).problems.length === 0)
})
