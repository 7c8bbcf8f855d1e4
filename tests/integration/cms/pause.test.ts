import '#tests/support/cms-folders.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { setTimeout as wait } from 'node:timers/promises'
import { step } from '#tests/support/cms.ts'
import { openPublishingCms, type PublishingCms } from '#tests/support/publishing-cms.ts'

let portal: PublishingCms
beforeAll(async () => {
  portal = await openPublishingCms()
}, 60_000)
afterAll(() => portal.close())

const pause = (as: 'editor' | 'moderator' | 'administrator' | 'anonymous', reason?: unknown) =>
  portal.cms.as[as]('POST', '/api/publications/pause', reason === undefined ? {} : { reason })
const resume = (as: 'editor' | 'moderator' | 'administrator') =>
  portal.cms.as[as]('POST', '/api/publications/resume')
const control = async () => (await portal.cms.as.editor('GET', '/api/publications/control')).body
const health = async () => (await portal.cms.as.anonymous('GET', '/healthz')).body
const stateOf = async (id: string) => (await portal.publication(id)).state

it('only the office and administrators may pause, and only with a reason', async () => {
  expect((await pause('anonymous', 'x')).status).toBe(401)
  expect((await pause('editor', 'Tôi muốn dừng')).status).toBe(403)
  expect((await pause('moderator')).body).toMatchObject({ code: 'missing-note' })
  expect((await pause('moderator', '   ')).body).toMatchObject({ code: 'missing-note' })
  expect((await pause('moderator', 12)).body).toMatchObject({ code: 'broken-request' })
  expect((await resume('moderator')).body).toMatchObject({ code: 'not-paused' })
  expect(await control()).toEqual({ isPaused: false, pause: null })
})

it('a pause is written nowhere but by its own door', async () => {
  const forged = { number: 1, reason: 'Lén', pausedAt: new Date().toISOString() }
  expect((await portal.cms.as.administrator('POST', '/api/pauses', forged)).status).toBe(403)
  expect((await portal.cms.as.moderator('POST', '/api/incidents', {})).status).toBe(403)
})

it('while paused nothing leaves, removals and scheduled approvals included; afterwards everything does, in order', async () => {
  const relay = portal.startRelay()
  const standing = await portal.approve('Tin đang đứng')
  await relay.idle()
  expect(await stateOf(standing)).toBe('live')

  expect((await pause('administrator', 'Diễn tập an toàn thông tin')).body).toMatchObject({
    isPaused: true,
    pause: { reason: 'Diễn tập an toàn thông tin', pausedByName: 'administrator' },
  })
  expect((await pause('moderator', 'Lần nữa')).body).toMatchObject({ code: 'already-paused' })
  expect(await control()).toMatchObject({ isPaused: true, pause: { pausedByName: 'administrator' } })
  expect(await health()).toMatchObject({ status: 'ok', paused: true })

  const scheduled = await portal.schedule('Hẹn trong lúc dừng', new Date(Date.now() + 400))
  const first = await portal.approve('Duyệt trong lúc dừng, thứ nhất')
  const second = await portal.approve('Duyệt trong lúc dừng, thứ nhì')
  await step(portal.cms.as.moderator, standing, 'withdraw', { note: 'Số liệu sai' })
  await wait(900)
  for (const id of [scheduled, first, second, standing]) expect(await stateOf(id)).toBe('waiting')

  const order: string[] = []
  const { publishMany } = portal.publisher
  portal.publisher.publishMany = (requests) => {
    order.push(...requests.map(({ ref }) => ref.slice('news/'.length)))
    return publishMany(requests)
  }
  expect((await resume('moderator')).body).toMatchObject({
    isPaused: false,
    pause: { endedByName: 'moderator' },
  })
  await relay.idle()
  portal.publisher.publishMany = publishMany
  for (const id of [scheduled, first, second, standing]) expect(await stateOf(id)).toBe('live')
  expect([...new Set(order)][0]).toBe(standing)
  expect(order.indexOf(first)).toBeLessThan(order.indexOf(second))
  expect((await resume('moderator')).body).toMatchObject({ code: 'not-paused' })

  const { body } = await portal.cms.as.moderator(
    'GET',
    '/api/audit-events?where[action][in]=pause,resume&sort=at',
  )
  expect(body.docs).toMatchObject([
    { action: 'pause', actorEmail: 'administrator@tinh.example', note: 'Diễn tập an toàn thông tin' },
    { action: 'resume', actorEmail: 'moderator@tinh.example' },
  ])
})
