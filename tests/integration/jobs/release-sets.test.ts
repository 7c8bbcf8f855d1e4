/** Several items through the workflow and onto the portal together, or none of them (issue 5, point 3). */
import '#tests/support/cms-folders.ts'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { existsSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { env } from '#cms/env.ts'
import type { PublishRequest } from '#cms/publication/protocol.ts'
import { readyNews, step, type Answer, type Ask } from '#tests/support/cms.ts'
import { openPublishingCms, until, type PublishingCms } from '#tests/support/publishing-cms.ts'

let portal: PublishingCms
beforeAll(async () => {
  portal = await openPublishingCms()
}, 60_000)
afterEach(() => portal.stopRelay())
afterAll(() => portal.close())

const people = () => portal.cms.as

async function makeSet(title: string, count = 3): Promise<{ set: string; ids: string[] }> {
  const ids: string[] = []
  for (let at = 1; at <= count; at += 1) ids.push(await readyNews(portal.cms, { title: `${title} ${at}` }))
  const members = ids.map((value) => ({ relationTo: 'news', value }))
  const { status, body } = await people().editor('POST', '/api/release-sets', { title, members })
  expect(body).toMatchObject({ doc: { title } })
  expect(status).toBe(201)
  return { set: body.doc.id, ids }
}

async function seen(ask: Ask, set: string): Promise<Answer['body']> {
  const { status, body } = await ask('GET', `/api/release-sets/${set}/workflow`)
  expect(status).toBe(200)
  return body
}

async function move(ask: Ask, set: string, action: string, more: object = {}): Promise<Answer> {
  const { items } = await seen(ask, set)
  const named = items.map(({ collection, id, revision }: Record<string, string>) => ({
    ...{ collection, id, revision },
  }))
  return ask('POST', `/api/release-sets/${set}/transition`, { action, items: named, ...more })
}

async function submitted(title: string, count?: number) {
  const made = await makeSet(title, count)
  expect((await move(people().editor, made.set, 'submit')).status).toBe(200)
  return made
}

const stateOf = async (id: string) => (await people().moderator('GET', `/api/news/${id}/workflow`)).body.state
const editionsOf = async (id: string) =>
  (await portal.cms.payload.db.count({ collection: 'editions', where: { item: { equals: id } } })).totalDocs
const file = (slug: string) => path.join(env.DATA_DIR, 'www/tin-tuc', slug, 'index.html')

it('three items are submitted, approved and live together, each with its own edition and event', async () => {
  const { set, ids } = await submitted('Bộ chỉ thị')
  expect(await seen(people().moderator, set)).toMatchObject({ state: 'submitted' })
  const asked: PublishRequest[][] = []
  const { publishMany } = portal.publisher
  portal.publisher.publishMany = (requests) => {
    asked.push(requests)
    return publishMany(requests)
  }
  const answer = await move(people().moderator, set, 'approve')
  expect(answer).toMatchObject({ status: 200, body: { state: 'released' } })
  await portal.startRelay().idle()
  portal.publisher.publishMany = publishMany
  expect(asked.filter(({ length }) => length > 0).map(({ length }) => length)).toEqual([3])
  for (const [index, id] of ids.entries()) {
    expect(await editionsOf(id)).toBe(1)
    expect(await portal.publication(id)).toMatchObject({ state: 'live', releaseSet: set })
    expect(existsSync(file(`bo-chi-thi-${index + 1}`))).toBe(true)
  }
  const { docs } = await portal.cms.payload.db.find<{ action: string }>({
    collection: 'audit-events',
    where: { item: { in: [set, ...ids] } },
    limit: 0,
  })
  expect(docs.filter(({ action }) => action === 'approve')).toHaveLength(3)
  expect(docs.filter(({ action }) => action === 'set-approve')).toHaveLength(1)
})

it('one member that changed refuses the whole step, named by its title, and nothing moves', async () => {
  const { set, ids } = await submitted('Bộ bị đổi')
  const { items } = await seen(people().moderator, set)
  await step(people().editor, ids[1]!, 'recall')
  await people().editor('PATCH', `/api/news/${ids[1]}`, { lead: 'Câu khác hẳn.' })
  await step(people().editor, ids[1]!, 'submit')
  const answer = await people().moderator('POST', `/api/release-sets/${set}/transition`, {
    action: 'approve',
    items: items.map(({ collection, id, revision }: Record<string, string>) => ({
      ...{ collection, id, revision },
    })),
  })
  expect(answer).toMatchObject({
    status: 409,
    body: { code: 'moved-on', problems: [{ field: `news/${ids[1]}`, code: 'moved-on' }] },
  })
  expect(answer.body.problems[0].message).toContain('Bộ bị đổi 2')
  for (const id of ids) {
    expect(await stateOf(id)).toBe('submitted')
    expect(await editionsOf(id)).toBe(0)
  }
})

it('a member of an open set is not approved, scheduled or rushed out alone', async () => {
  const { set, ids } = await submitted('Bộ giữ nhau', 2)
  const at = new Date(portal.now().getTime() + 3_600_000).toISOString()
  for (const [action, more] of [
    ['approve', {}],
    ['schedule', { at }],
    ['emergency-publish', { note: 'gấp' }],
  ] as const) {
    const answer = await step(people().moderator, ids[0]!, action, more)
    expect(answer).toMatchObject({ status: 409, body: { code: 'in-release-set' } })
    expect(answer.body.message).toContain('Bộ giữ nhau')
  }
  const { body } = await people().moderator('GET', `/api/news/${ids[0]}/workflow`)
  expect(body).toMatchObject({ releaseSet: { id: set, title: 'Bộ giữ nhau' } })
  expect(body.allowed).not.toContain('approve')
  expect(await people().editor('PATCH', `/api/release-sets/${set}`, { members: [] })).toMatchObject({
    status: 409,
    body: { code: 'set-locked' },
  })
  expect((await move(people().moderator, set, 'return', { note: 'Sửa lại' })).status).toBe(200)
  for (const id of ids) expect(await stateOf(id)).toBe('returned')
})

it('nobody approves a set with a text of their own in it', async () => {
  const { set, ids } = await makeSet('Bộ của người duyệt', 2)
  await people().moderator('PATCH', `/api/news/${ids[0]}`, { lead: 'Người duyệt sửa.' })
  expect((await move(people().editor, set, 'submit')).status).toBe(200)
  expect(await move(people().moderator, set, 'approve')).toMatchObject({
    status: 403,
    body: { code: 'own-text' },
  })
  expect(await editionsOf(ids[1]!)).toBe(0)
  expect((await move(people().secondModerator, set, 'approve')).status).toBe(200)
})

it('of twenty approvals at once one wins, and each member has one edition', async () => {
  const { set, ids } = await submitted('Bộ đua', 2)
  const { items } = await seen(people().moderator, set)
  const body = {
    action: 'approve',
    items: items.map(({ collection, id, revision }: Record<string, string>) => ({
      ...{ collection, id, revision },
    })),
  }
  const answers = await Promise.all(
    Array.from({ length: 20 }, () => people().moderator('POST', `/api/release-sets/${set}/transition`, body)),
  )
  const statuses = answers.map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(statuses.filter((status) => status === 409)).toHaveLength(19)
  for (const id of ids) expect(await editionsOf(id)).toBe(1)
})

it('a scheduled set goes live together at its time', async () => {
  const { set, ids } = await submitted('Bộ hẹn giờ')
  const at = new Date(portal.now().getTime() + 3_600_000).toISOString()
  expect(await move(people().moderator, set, 'schedule', { at })).toMatchObject({
    status: 200,
    body: { state: 'scheduled' },
  })
  expect(await step(people().moderator, ids[0]!, 'unschedule')).toMatchObject({
    body: { code: 'in-release-set' },
  })
  portal.startRelay()
  portal.jump(2 * 3_600_000)
  await until(async () => (await portal.publication(ids[2]!)).state === 'live')
  for (const id of ids) expect(await portal.publication(id)).toMatchObject({ state: 'live', releaseSet: set })
  expect(await seen(people().moderator, set)).toMatchObject({ state: 'released' })
})

it('an editor puts nobody else’s item into a set, and no item into two', async () => {
  const { ids } = await makeSet('Bộ thứ nhất', 1)
  const members = [{ relationTo: 'news', value: ids[0] }]
  expect(await people().editor('POST', '/api/release-sets', { title: 'Bộ thứ hai', members })).toMatchObject({
    status: 422,
    body: { problems: [{ code: 'in-release-set' }] },
  })
  expect(await people().otherEditor('POST', '/api/release-sets', { title: 'Bộ lạ', members })).toMatchObject({
    status: 422,
  })
  const gone = [{ relationTo: 'news', value: 'khong-co' }]
  expect(await people().editor('POST', '/api/release-sets', { title: 'Bộ', members: gone })).toMatchObject({
    status: 422,
  })
})

it('the page of a member is read from disk before any is called live', () => {
  expect(readFileSync(file('bo-chi-thi-1'), 'utf8')).toContain('Bộ chỉ thị 1')
})
