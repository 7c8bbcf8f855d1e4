/** Editors who leave: a moderator hands what they had in work to somebody who can go on with it. */
import '#tests/support/cms-folders.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { statesInWork } from '#domain/handover.ts'
import {
  asker,
  logIn,
  openTestCms,
  password,
  readyNews,
  step,
  type Ask,
  type TestCms,
} from '#tests/support/cms.ts'

type Leaver = { id: string; ask: Ask }

let cms: TestCms
let made = 0
const person = async (agencies: string[]): Promise<Leaver> => {
  const email = `bg${++made}@tinh.example`
  const data = { name: `Người ${made}`, email, password, role: 'editor', agencies }
  const { id } = await cms.payload.create({ collection: 'users', data })
  return { id: String(id), ask: asker(cms.base, await logIn(cms.base, email)) }
}
const write = async ({ ask }: Leaver, title: string): Promise<string> => {
  const ready = await cms.payload.findByID({ collection: 'news', id: await readyNews(cms), depth: 0 })
  const { lead, body, topics } = ready as unknown as Record<string, unknown>
  const answer = await ask('POST', '/api/news', { title, lead, body, topics, agency: cms.agency })
  if (answer.status !== 201) throw new Error(JSON.stringify(answer.body))
  return String(answer.body.doc.id)
}
const disable = (id: string) => cms.payload.update({ collection: 'users', id, data: { isDisabled: true } })
const handOver = (id: string, to: string, as: Ask = cms.as.moderator, note = 'Chị Lan nghỉ việc.') =>
  as('POST', `/api/news/${id}/handover`, { to, note })
const rowOf = async (id: string) => {
  const row: unknown = await cms.payload.findByID({ collection: 'news', id, depth: 0 })
  return row as Record<string, unknown> & { contributors: string[] }
}
const eventsOf = async (item: string) =>
  (
    await cms.payload.db.find<{
      id: string
      action: string
      actor: string
      note?: string
      details?: unknown
    }>({
      collection: 'audit-events',
      where: { and: [{ item: { equals: item } }, { action: { equals: 'hand-over' } }] },
      pagination: false,
    })
  ).docs
const mailsOf = async (to: string) =>
  (
    await cms.payload.db.find<{ id: string; kind: string; subject: string; item?: string; body: unknown[] }>({
      collection: 'mails',
      where: { person: { equals: to } },
      pagination: false,
    })
  ).docs

beforeAll(async () => {
  cms = await openTestCms()
}, 60_000)
afterAll(() => cms.close())

/** One item in each state that is in work, all written by the same person. */
async function desk(leaver: Leaver) {
  const items: Record<string, string> = {}
  for (const state of statesInWork) {
    const id = await write(leaver, `Bài ở trạng thái ${state}`)
    items[state] = id
    if (state === 'draft') continue
    await step(leaver.ask, id, 'submit')
    if (state === 'returned') await step(cms.as.moderator, id, 'return', { note: 'Sửa đi.' })
    if (state === 'scheduled')
      await step(cms.as.moderator, id, 'schedule', { at: new Date(Date.now() + 3_600_000).toISOString() })
  }
  return items
}

describe('a handover', () => {
  it('changes who answers for each item, and nothing else of it', async () => {
    const [leaver, heir] = [await person([cms.agency]), await person([cms.agency])]
    const items = await desk(leaver)
    await disable(leaver.id)
    for (const [state, id] of Object.entries(items)) {
      const before = await rowOf(id)
      expect([state, before.holder, before.state]).toEqual([state, leaver.id, state])
      const { status, body } = await handOver(id, heir.id)
      expect([status, body]).toEqual([200, { holder: heir.id, heldFor: null }])
      const after = await rowOf(id)
      expect({ ...after, updatedAt: null }).toEqual({ ...before, holder: heir.id, updatedAt: null })
      expect(after.contributors).toEqual([leaver.id])
      const [event, ...more] = await eventsOf(id)
      expect(more).toEqual([])
      expect(event).toMatchObject({
        actor: cms.ids.moderator,
        note: 'Chị Lan nghỉ việc.',
        details: { from: { id: leaver.id }, to: { id: heir.id } },
      })
    }
    // Again: nothing more happens.
    expect((await handOver(items.draft!, heir.id)).status).toBe(200)
    expect(await eventsOf(items.draft!)).toHaveLength(1)
    // A whole desk is one mail.
    const mails = await mailsOf(heir.id)
    expect(mails.filter(({ kind }) => kind === 'handed-over')).toHaveLength(1)
  })

  it('makes the new holder hear of returns, and leaves the approval to somebody else', async () => {
    const [leaver, heir] = [await person([cms.agency]), await person([cms.agency])]
    const id = await write(leaver, 'Bài chờ duyệt')
    await step(leaver.ask, id, 'submit')
    await disable(leaver.id)
    await handOver(id, cms.ids.secondModerator)
    await handOver(id, heir.id)
    const reasons = [{ field: 'title', text: 'viết đủ chữ <b>CNTT</b>' }, { text: 'Xem lại cả bài' }]
    await step(cms.as.moderator, id, 'return', { note: 'Thiếu căn cứ.', reasons })
    const returned = (await mailsOf(heir.id)).filter(({ kind }) => kind === 'returned')
    expect(returned.map(({ item }) => item)).toEqual([id])
    const [, ...lines] = returned[0]!.body
    expect(lines.slice(0, 6)).toEqual([
      'Lý do:',
      { quote: 'Thiếu căn cứ.' },
      'Tiêu đề:',
      { quote: 'viết đủ chữ <b>CNTT</b>' },
      'Cả bài:',
      { quote: 'Xem lại cả bài' },
    ])
    expect((await mailsOf(leaver.id)).filter(({ kind }) => kind === 'returned')).toEqual([])
    expect((await rowOf(id)).contributors).toEqual([leaver.id])
  })

  it('lets what was scheduled go out as before', async () => {
    const [leaver, heir] = [await person([cms.agency]), await person([cms.agency])]
    const { scheduled } = await desk(leaver)
    const before = await rowOf(scheduled!)
    await disable(leaver.id)
    await handOver(scheduled!, heir.id)
    const { docs } = await cms.payload.find({
      collection: 'publications',
      where: { item: { equals: scheduled } },
    })
    expect(docs).toMatchObject([{ state: 'waiting', action: 'schedule', notBefore: before.scheduledAt }])
    expect(await rowOf(scheduled!)).toMatchObject({ state: 'scheduled', scheduledAt: before.scheduledAt })
  })

  it('goes to people who can go on with it, and is refused with words otherwise', async () => {
    const leaver = await person([cms.agency])
    const id = await write(leaver, 'Bài để lại')
    const gone = await person([cms.agency])
    await disable(gone.id)
    for (const to of [
      cms.ids.otherEditor,
      cms.ids.homeless,
      cms.ids.administrator,
      gone.id,
      'khong-co',
      '',
    ]) {
      const { status, body } = await handOver(id, to)
      expect([to, status, body.problems?.[0]?.field]).toEqual([to, 422, 'to'])
    }
    expect((await handOver('khong-co', cms.ids.editor)).status).toBe(404)
    for (const as of [leaver.ask, cms.as.editor, cms.as.administrator, cms.as.homeless])
      expect((await handOver(id, cms.ids.editor, as)).status).toBe(403)
    expect((await handOver(id, cms.ids.editor, cms.as.anonymous)).status).toBe(401)
    expect((await rowOf(id)).holder).toBe(leaver.id)
    const finished = await write(leaver, 'Bài đã xong')
    await step(leaver.ask, finished, 'submit')
    await step(cms.as.moderator, finished, 'approve')
    expect((await handOver(finished, cms.ids.editor)).body.code).toBe('wrong-state')
    expect((await cms.as.moderator('PATCH', `/api/news/${id}`, { holder: cms.ids.editor })).status).toBe(403)
  })

  it('reaches the successor of a merged agency: its person writes that item, and loses it with the agency', async () => {
    const create = async (name: string, more = {}) => {
      const row = await cms.payload.create({ collection: 'agencies', data: { name, kind: 'so', ...more } })
      return String((row as { id: unknown }).id)
    }
    const merged = await create('Sở mới sau sáp nhập')
    const old = await create('Sở cũ', { successor: merged })
    const [leaver, heir] = [await person([old]), await person([merged])]
    const other = await person([merged])
    const { body } = await leaver.ask('POST', '/api/news', { title: 'Bài của sở cũ', agency: old })
    const id = String(body.doc.id)
    expect((await heir.ask('GET', `/api/news/${id}`)).status).toBe(404)
    expect((await handOver(id, heir.id)).body).toEqual({ holder: heir.id, heldFor: merged })
    expect((await heir.ask('GET', `/api/news/${id}`)).status).toBe(200)
    expect((await heir.ask('PATCH', `/api/news/${id}`, { lead: 'Viết tiếp.' })).status).toBe(200)
    expect((await heir.ask('GET', `/api/news/${id}/workflow`)).body.allowed).toContain('submit')
    expect((await rowOf(id)).agency).toBe(old)
    expect((await other.ask('GET', `/api/news/${id}`)).status).toBe(404)
    await cms.payload.update({ collection: 'users', id: heir.id, data: { agencies: [cms.otherAgency] } })
    expect((await heir.ask('GET', `/api/news/${id}`)).status).toBe(404)
    expect((await heir.ask('PATCH', `/api/news/${id}`, { lead: 'x' })).status).toBe(403)
  })

  it('opens a limited draft to its new holder, and to nobody else', async () => {
    const [leaver, heir, colleague] = [
      await person([cms.agency]),
      await person([cms.agency]),
      await person([cms.agency]),
    ]
    const id = await write(leaver, 'Bài kín')
    await leaver.ask('PATCH', `/api/news/${id}`, { isLimited: true, limitedTo: [] })
    expect((await heir.ask('GET', `/api/news/${id}`)).status).toBe(404)
    await disable(leaver.id)
    await handOver(id, heir.id)
    expect((await heir.ask('PATCH', `/api/news/${id}`, { lead: 'Viết tiếp.' })).status).toBe(200)
    expect((await colleague.ask('GET', `/api/news/${id}`)).status).toBe(404)
  })

  it('of ten at once to two people leaves one holder, and an event for each that happened', async () => {
    const [leaver, one, two] = [
      await person([cms.agency]),
      await person([cms.agency]),
      await person([cms.agency]),
    ]
    const id = await write(leaver, 'Bài hai người giành')
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, index) => handOver(id, index % 2 ? one.id : two.id)),
    )
    expect(answers.map(({ status }) => status)).toEqual(Array(10).fill(200))
    expect([one.id, two.id]).toContain((await rowOf(id)).holder)
    expect((await eventsOf(id)).length).toBeGreaterThan(0)
  })
})
