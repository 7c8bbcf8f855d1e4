import '#tests/support/cms-folders.ts'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { writeFile } from 'node:fs/promises'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { env } from '#cms/env.ts'
import { startWitness, type Witness } from '#cms/jobs/witness.ts'
import { step } from '#tests/support/cms.ts'
import { startPublicWeb, type PublicWeb } from '#tests/support/public-web.ts'
import { openPublishingCms, quiet, until, type PublishingCms } from '#tests/support/publishing-cms.ts'

let portal: PublishingCms
let web: PublicWeb | null = null
let door: http.Server
let witness: Witness
/** One address whatever port the web server has: closed while there is none. */
beforeAll(async () => {
  portal = await openPublishingCms()
  door = http.createServer((request, response) => {
    if (!web) return void response.destroy()
    http
      .request(web.base + (request.url ?? ''), { headers: request.headers }, (answer) => {
        response.writeHead(answer.statusCode ?? 500, answer.headers)
        answer.pipe(response)
      })
      .end()
  })
  await new Promise<void>((resolve) => door.listen(0, '127.0.0.1', resolve))
  const webUrl = `http://127.0.0.1:${(door.address() as AddressInfo).port}`
  witness = startWitness({
    payload: portal.cms.payload,
    settings: { dataDir: env.DATA_DIR, webUrl },
    log: quiet,
  })
  portal.startRelay({ onLive: () => witness.look() })
}, 60_000)
afterEach(async () => {
  await web?.close()
  web = null
})
afterAll(async () => {
  await witness.stop()
  door.closeAllConnections()
  door.close()
  await portal.close()
})

const openWeb = async () => (web = await startPublicWeb(env.DATA_DIR))
const isLive = async (id: string) => (await portal.publication(id)).state === 'live'
const isSeen = async (id: string) => (await portal.publication(id)).isSeen === true
const receipt = async (id: string) =>
  (await portal.cms.as.moderator('GET', `/api/news/${id}/publication`)).body

it('a change is seen once the web server answers with its bytes, and the receipt says when', async () => {
  await openWeb()
  const id = await portal.approve('Tin được thấy')
  await until(() => isSeen(id))
  const { liveAt, seenAt } = await receipt(id)
  expect(Date.parse(seenAt)).toBeGreaterThanOrEqual(Date.parse(liveAt))
  expect(Date.parse(seenAt) - Date.parse(liveAt)).toBeLessThan(2_000)
})

it('while the web server is down a change is live, unseen, and seen when it is back', async () => {
  const id = await portal.approve('Tin lúc máy chủ web nghỉ')
  await until(() => isLive(id))
  await wait(300)
  expect(await receipt(id)).toMatchObject({ state: 'live', seenAt: null })
  await openWeb()
  await until(() => isSeen(id))
})

it('a removal is seen when its address answers 410, a move when it answers 301', async () => {
  await openWeb()
  const target = await portal.approve('Tin đích đến')
  const removed = await portal.approve('Tin sẽ gỡ')
  const moved = await portal.approve('Tin sẽ chuyển')
  await until(async () => (await isSeen(target)) && (await isSeen(removed)) && (await isSeen(moved)))
  await step(portal.cms.as.moderator, removed, 'remove', { note: 'Đăng nhầm' })
  await step(portal.cms.as.moderator, moved, 'redirect', { to: '/tin-tuc/tin-dich-den/' })
  await until(async () => (await isSeen(removed)) && (await isSeen(moved)))
  expect((await web?.get('/tin-tuc/tin-se-go/'))?.status).toBe(410)
})

it('other bytes than those on disk are not a proof', async () => {
  const id = await portal.approve('Tin bị máy chủ cũ giữ')
  await until(() => isLive(id))
  await openWeb()
  web = {
    ...(web as unknown as PublicWeb),
    base: await new Promise<string>((resolve) => {
      const stale = http.createServer((_request, response) => response.end('bản cũ'))
      stale.listen(0, '127.0.0.1', () => {
        stale.unref()
        resolve(`http://127.0.0.1:${(stale.address() as AddressInfo).port}`)
      })
    }),
  }
  witness.look()
  await wait(500)
  expect(await isSeen(id)).toBe(false)
  await writeFile(path.join(env.DATA_DIR, 'www/tin-tuc/tin-bi-may-chu-cu-giu/index.html'), 'bản cũ')
  witness.look()
  await until(() => isSeen(id))
})

it('of two changes the later one counts, also when the clock was put back between them', async () => {
  await openWeb()
  const id = await portal.approve('Tin lúc đồng hồ chạy trước')
  await until(() => isSeen(id))
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  const first = await portal.publication(id)
  await portal.cms.payload.db.updateOne({
    collection: 'publications',
    id: first.id,
    data: { requestedAt: tomorrow, dueAt: tomorrow, liveAt: tomorrow },
  })
  await web?.close()
  web = null
  await step(portal.cms.as.moderator, id, 'withdraw', { note: 'Đăng nhầm' })
  await until(() => isLive(id))
  expect(await receipt(id)).toMatchObject({ state: 'live', seenAt: null })
  await openWeb()
  await until(async () => (await receipt(id)).seenAt !== null)
  const { liveAt } = await receipt(id)
  expect(Date.parse(liveAt)).toBeLessThan(Date.now() + 60_000)
})
