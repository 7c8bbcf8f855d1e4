import '#tests/support/cms-folders.ts'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { env } from '#cms/env.ts'
import { bodyOf, step } from '#tests/support/cms.ts'
import { openPublishingCms, until, type PublishingCms } from '#tests/support/publishing-cms.ts'

const hour = 3_600_000
let portal: PublishingCms
beforeAll(async () => {
  portal = await openPublishingCms()
}, 60_000)
afterEach(() => portal.stopRelay())
afterAll(() => portal.close())

const at = (ms: number) => new Date(portal.now().getTime() + ms)
const isLive = async (id: string) => (await portal.publication(id)).state === 'live'
const editions = async (id: string) =>
  (
    await portal.cms.payload.db.find<{ outcomes: { kind: string }[] }>({
      collection: 'editions',
      where: { item: { equals: id } },
      sort: 'number',
    })
  ).docs

it('a scheduled approval goes live within two seconds of its time, once', async () => {
  portal.startRelay()
  const due = at(2_500)
  const id = await portal.schedule('Tin hẹn giờ', due)
  expect((await portal.publication(id)).state).toBe('waiting')
  await until(() => isLive(id))
  const { liveAt, dueAt } = await portal.publication(id)
  expect(dueAt).toBe(due.toISOString())
  const late = Date.parse(liveAt ?? '') - due.getTime()
  expect(late).toBeGreaterThanOrEqual(0)
  expect(late).toBeLessThan(2_000)
  await portal.stopRelay()
  await portal.startRelay().idle()
  expect((await editions(id))[0]?.outcomes.map(({ kind }) => kind)).toEqual(['live'])
})

it('what came due while the system was down goes out at the start, in the order of the times, then of the approvals', async () => {
  const third = await portal.schedule('Hẹn thứ ba', at(3 * hour))
  const same = at(2 * hour)
  const first = await portal.schedule('Hẹn thứ nhất', at(hour))
  const second = await portal.schedule('Hẹn thứ nhì', same)
  const later = await portal.schedule('Hẹn cùng giờ, duyệt sau', same)
  const order: string[] = []
  const publishMany = portal.publisher.publishMany
  portal.publisher.publishMany = (requests) => {
    order.push(...requests.map(({ ref }) => ref.slice('news/'.length)))
    return publishMany(requests)
  }
  portal.jump(4 * hour)
  await portal.startRelay().idle()
  portal.publisher.publishMany = publishMany
  expect(order).toEqual([first, second, later, third])
  for (const id of order) expect(await isLive(id)).toBe(true)
})

it('a clock that is put back a day keeps nothing waiting', async () => {
  const approved = await portal.approve('Duyệt trước khi đồng hồ lùi')
  portal.jump(-24 * hour)
  await portal.startRelay().idle()
  expect(await isLive(approved)).toBe(true)
  portal.jump(24 * hour)
})

it('of a schedule and a withdrawal for the same minute the one given later holds', async () => {
  const live = async (title: string) => {
    const id = await portal.approve(title)
    await portal.startRelay().idle()
    await portal.stopRelay()
    return id
  }
  const schedule = async (id: string) => {
    await portal.cms.as.editor('PATCH', `/api/news/${id}`, { lead: 'Bản sửa, đã hẹn giờ.' })
    await step(portal.cms.as.editor, id, 'submit')
    const { status } = await step(portal.cms.as.moderator, id, 'schedule', { at: at(hour).toISOString() })
    expect(status).toBe(200)
  }
  const withdraw = async (id: string) =>
    expect((await step(portal.cms.as.moderator, id, 'withdraw', { note: 'Số liệu sai' })).status).toBe(200)
  const [first, second] = [await live('Hẹn rồi rút'), await live('Rút rồi hẹn')]
  await schedule(first)
  await withdraw(first)
  await withdraw(second)
  await schedule(second)
  portal.jump(2 * hour)
  await portal.startRelay().idle()
  const stateOf = async (id: string) =>
    (await portal.cms.as.moderator('GET', `/api/news/${id}/workflow`)).body
  expect(await stateOf(first)).toMatchObject({ state: 'draft', publicState: 'withdrawn' })
  expect((await editions(first)).map(({ outcomes }) => outcomes.map(({ kind }) => kind))).toEqual([
    ['live', 'withdrawn'],
    ['cancelled'],
  ])
  expect(await stateOf(second)).toMatchObject({ state: 'published', publicState: 'live' })
})

it('an approval scheduled by someone who has left goes out all the same', async () => {
  const id = await portal.schedule('Người hẹn đã nghỉ', at(hour))
  await portal.cms.payload.update({
    collection: 'users',
    id: portal.cms.ids.moderator,
    data: { isDisabled: true },
  })
  const orphan = await (async () => {
    const { status, body } = await portal.cms.as.editor('POST', '/api/news', {
      title: 'Người hẹn đã bị xóa',
      lead: 'Tóm tắt.',
      body: bodyOf('Nội dung.'),
      agency: portal.cms.agency,
      topics: [portal.cms.topic],
    })
    expect(status).toBe(201)
    await step(portal.cms.as.editor, body.doc.id, 'submit')
    const scheduled = await step(portal.cms.as.secondModerator, body.doc.id, 'schedule', {
      at: at(hour).toISOString(),
    })
    expect(scheduled.status).toBe(200)
    return String(body.doc.id)
  })()
  await portal.cms.payload.db.deleteOne({
    collection: 'users',
    where: { id: { equals: portal.cms.ids.secondModerator } },
  })
  portal.jump(2 * hour)
  await portal.startRelay().idle()
  expect(await isLive(id)).toBe(true)
  expect(await isLive(orphan)).toBe(true)
  const page = path.join(env.DATA_DIR, 'www/tin-tuc/nguoi-hen-da-bi-xoa/index.html')
  expect(await readFile(page, 'utf8')).toContain('Người hẹn đã bị xóa')
})
