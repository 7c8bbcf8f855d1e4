/** Claims, deputies, reminders and escalation over REST, with mails as they arrive at a mail server. */
import '#tests/support/cms-folders.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { env } from '#cms/env.ts'
import { startMail } from '#cms/jobs/mail/run-mail.ts'
import { createLog } from '#cms/log.ts'
import { mailTransport } from '#cms/mail.ts'
import { emergencyShares } from '#cms/workflow/emergency-share.ts'
import { readQueue } from '#cms/workflow/queue.ts'
import { localDay } from '#domain/dates.ts'
import { openTestCms, readyNews, step, type TestCms } from '#tests/support/cms.ts'
import { until } from '#tests/support/publishing-cms.ts'
import { startSmtp, type SmtpStub } from '#tests/support/smtp.ts'

const dayMs = 24 * 60 * 60_000
let cms: TestCms
let smtp: SmtpStub
let shift = 0
const now = () => new Date(Date.now() + shift)
const startRunner = () =>
  startMail({
    ...{ payload: cms.payload, env, log: createLog('mail', { level: 'silent' }), now, pollMs: 50 },
    transport: mailTransport({ SMTP_URL: smtp.url, DATA_DIR: env.DATA_DIR }),
  })

beforeAll(async () => {
  cms = await openTestCms()
  smtp = await startSmtp()
}, 60_000)
afterAll(async () => {
  await smtp.close()
  await cms.close()
})

async function submitted(title: string): Promise<string> {
  const id = await readyNews(cms, { title })
  expect((await step(cms.as.editor, id, 'submit')).status).toBe(200)
  return id
}
const claim = (as: keyof TestCms['as'], id: string, body: object = {}) =>
  cms.as[as]('POST', `/api/news/${id}/claim`, body)
const claimOf = async (as: keyof TestCms['as'], id: string) =>
  (await cms.as[as]('GET', `/api/news/${id}/workflow`)).body.claim
const audited = async (item: string, action: string) =>
  (
    await cms.payload.db.count({
      collection: 'audit-events',
      where: { and: [{ item: { equals: item } }, { action: { equals: action } }] },
    })
  ).totalDocs

it('of twenty claims at once one is written, and the text is as it was', async () => {
  const id = await submitted('Tin nhiều người nhận')
  const before = (await cms.as.moderator('GET', `/api/news/${id}/workflow`)).body
  const answers = await Promise.all(
    Array.from({ length: 20 }, (_none, index) => claim(index % 2 ? 'moderator' : 'secondModerator', id)),
  )
  const won = answers.filter(({ status }) => status === 200)
  const holders = new Set(won.map(({ body }) => body.claim.by))
  expect(holders.size).toBe(1)
  expect(answers.filter(({ status }) => status !== 200).every(({ body }) => body.code === 'claimed')).toBe(
    true,
  )
  expect(answers.filter(({ status }) => status === 409)).toHaveLength(10)
  expect((await cms.payload.db.count({ collection: 'claims' })).totalDocs).toBe(1)
  expect(await audited(id, 'claim')).toBe(1)
  const after = (await cms.as.moderator('GET', `/api/news/${id}/workflow`)).body
  expect([after.revision, after.lockVersion]).toEqual([before.revision, before.lockVersion])
})

it('a claimed item is decided by another only when they say so', async () => {
  const id = await submitted('Tin đã có người nhận')
  expect((await claim('moderator', id)).status).toBe(200)
  expect(await claimOf('editor', id)).toMatchObject({ byName: 'moderator', isMine: false })
  for (const action of ['approve', 'return']) {
    const refused = await step(cms.as.secondModerator, id, action, { note: 'Vì thế' })
    expect([refused.status, refused.body.code]).toEqual([409, 'claimed'])
    expect(refused.body.message).toContain('moderator')
  }
  expect((await claim('secondModerator', id)).body.code).toBe('claimed')
  expect((await cms.as.secondModerator('POST', `/api/news/${id}/release-claim`, {})).status).toBe(409)
  expect((await step(cms.as.secondModerator, id, 'approve', { takeOver: true })).status).toBe(200)
  expect(await audited(id, 'take-over')).toBe(1)
  expect(await claimOf('moderator', id)).toBeNull()
})

it('a claim is given back, taken over, and ends with its submission', async () => {
  const id = await submitted('Tin trả lại hàng chờ')
  await claim('moderator', id)
  expect((await cms.as.moderator('POST', `/api/news/${id}/release-claim`, {})).status).toBe(200)
  expect(await claimOf('moderator', id)).toBeNull()
  await claim('moderator', id)
  const taken = await claim('secondModerator', id, { takeOver: true })
  expect(taken.body.claim).toMatchObject({ byName: 'secondModerator', isMine: true })
  await step(cms.as.editor, id, 'recall')
  await step(cms.as.editor, id, 'submit')
  expect(await claimOf('moderator', id)).toBeNull()
  expect((await step(cms.as.moderator, id, 'approve')).status).toBe(200)
})

it('only moderators claim, only what is submitted, and nobody their own text', async () => {
  const id = await submitted('Tin không được nhận')
  for (const as of ['editor', 'administrator'] as const) expect((await claim(as, id)).status, as).toBe(403)
  expect((await claim('anonymous', id)).status).toBe(401)
  expect((await claim('moderator', id, { takeOver: 'có' })).status).toBe(400)
  const own = await readyNews(cms, { title: 'Tin của Ban' }, 'moderator')
  expect((await claim('moderator', own)).body.code).toBe('wrong-state')
  await step(cms.as.moderator, own, 'submit')
  expect((await claim('moderator', own)).body.code).toBe('own-text')
  expect((await claim('moderator', 'khong-co')).status).toBe(404)
})

it('who is away loses their claims to nobody and gives their mails to the deputy, who gets no rights', async () => {
  const id = await submitted('Tin của người vắng')
  await claim('moderator', id)
  const today = localDay(new Date().toISOString())
  const days = { from: today, to: today }
  const set = (as: keyof TestCms['as'], body: object) => cms.as[as]('POST', '/api/absences/set', body)
  const { moderator, secondModerator } = cms.ids
  expect((await set('editor', { deputy: moderator, ...days })).status).toBe(403)
  expect((await set('secondModerator', { person: moderator, deputy: secondModerator, ...days })).status).toBe(
    403,
  )
  const wrong = await set('moderator', { deputy: moderator, ...days })
  expect([wrong.status, wrong.body.problems[0].field]).toEqual([422, 'deputy'])
  const entered = await set('administrator', { person: moderator, deputy: secondModerator, ...days })
  expect(entered.status).toBe(200)
  expect((await set('secondModerator', { deputy: moderator, ...days })).status).toBe(422)
  expect(await claimOf('secondModerator', id)).toBeNull()
  expect((await claim('moderator', id)).body.code).toBe('away')
  expect((await claim('secondModerator', id)).status).toBe(200)

  const own = await readyNews(cms, { title: 'Tin của người thay' }, 'secondModerator')
  await step(cms.as.secondModerator, own, 'submit')
  expect((await step(cms.as.secondModerator, own, 'approve')).body.code).toBe('own-text')

  const told = await submitted('Tin báo cho người thay')
  const { docs } = await cms.payload.db.find<{ id: string; to: string }>({
    collection: 'mails',
    where: { item: { equals: told } },
  })
  expect(docs.map(({ to }) => to)).toEqual(['secondmoderator@tinh.example'])

  const end = `/api/absences/${entered.body.absence.id}/end`
  expect((await cms.as.secondModerator('POST', end, {})).status).toBe(403)
  expect((await cms.as.moderator('POST', end, {})).status).toBe(200)
  expect((await cms.as.moderator('POST', end, {})).body.code).toBe('wrong-state')
})

it('what waits too long is told once for each level, over restarts', async () => {
  const id = await submitted('Tin chờ mãi')
  const emergency = await readyNews(cms, { title: 'Tin khẩn chờ rà soát' })
  expect((await step(cms.as.moderator, emergency, 'emergency-publish', { note: 'Bão' })).status).toBe(200)
  shift = 14 * dayMs
  const of = (words: string) => smtp.arrived.filter(({ subject }) => subject === `[Cổng] ${words}`)
  const settled = () =>
    until(async () => {
      const where = { state: { equals: 'waiting' } }
      return (await cms.payload.db.count({ collection: 'mails', where })).totalDocs === 0
    })
  let runner = startRunner()
  await until(() => of('Đăng khẩn, quá hạn rà soát: Tin khẩn chờ rà soát').length > 0)
  await settled()
  await runner.stop()
  const to = (words: string) =>
    of(words)
      .flatMap((mail) => mail.to)
      .sort()
  const office = ['moderator@tinh.example', 'secondmoderator@tinh.example']
  expect(to('Quá hạn duyệt: Tin chờ mãi')).toEqual(office)
  expect(to('Quá hạn duyệt đã lâu: Tin chờ mãi')).toEqual(['administrator@tinh.example', ...office])
  expect(to('Nhắc duyệt: Tin chờ mãi')).toEqual([])
  const count = smtp.arrived.length
  for (let restart = 0; restart < 3; restart += 1) {
    shift += 60 * 60_000
    const marker = {
      event: `dau-${restart}`,
      key: `dau-${restart}`,
      state: 'sent',
      queuedAt: '2000-01-01T00:00:00.000Z',
    }
    await cms.payload.db.create({ collection: 'mails', data: marker })
    runner = startRunner()
    // A turn of the queue forgets old mails after it has told of what waits.
    await until(async () => {
      const where = { event: { equals: marker.event } }
      return (await cms.payload.db.count({ collection: 'mails', where })).totalDocs === 0
    })
    await settled()
    await runner.stop()
  }
  expect(smtp.arrived).toHaveLength(count)
  // A new submission is told anew.
  await step(cms.as.editor, id, 'recall')
  await step(cms.as.editor, id, 'submit')
  runner = startRunner()
  await until(() => of('Quá hạn duyệt: Tin chờ mãi').length === 4)
  await settled()
  await runner.stop()
})

it('the queue of a thousand is read with as many questions as that of one', async () => {
  const asked = { person: cms.ids.moderator, filter: 'all' as const, page: 1, now: new Date().toISOString() }
  const real = cms.payload.db.find
  let questions = 0
  cms.payload.db.find = function counting(this: unknown, args) {
    questions += 1
    return real.call(this as never, args)
  } as typeof real
  const few = await readQueue(cms.payload, asked)
  const before = questions
  const row = { title: 'Tin trong hàng', agency: cms.agency, state: 'submitted' }
  for (let index = 0; index < 1_000; index += 1) {
    const submittedAt = new Date(Date.now() - index * 60_000).toISOString()
    const data = { ...row, submittedAt, slug: `tin-trong-hang-${index}` }
    await cms.payload.db.create({ collection: 'news', data, returning: false })
  }
  questions = 0
  const begun = performance.now()
  const many = await readQueue(cms.payload, asked)
  const millis = performance.now() - begun
  cms.payload.db.find = real
  expect(questions).toBeLessThanOrEqual(before)
  expect(many.byFilter.all).toBe(few.byFilter.all + 1_000)
  expect(many.rows).toHaveLength(25)
  expect(many.rows[0]).toMatchObject({ agency: 'Sở Thông tin và Truyền thông', claim: null })
  expect(many.rows.map(({ dueAt }) => dueAt)).toEqual(many.rows.map(({ dueAt }) => dueAt).toSorted())
  expect(millis).toBeLessThan(2_000)
  const [month] = await emergencyShares(cms.payload, asked.now)
  expect(month?.emergency).toEqual({ first: 1, next: 0 })
})
