/** Who gets which mail of the workflow, as it arrives at a mail server. */
import '#tests/support/cms-folders.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { formatDay, formatMoment, localDay } from '#domain/dates.ts'
import { nextDigest } from '#domain/mail-delivery.ts'
import { env, parseEnv } from '#cms/env.ts'
import { startMail, type MailRunner } from '#cms/jobs/mail/run-mail.ts'
import { createLog } from '#cms/log.ts'
import { mailTransport } from '#cms/mail.ts'
import { payloadMail } from '#cms/payload-mail.ts'
import { mailRow, queueMails, type MailRow } from '#cms/workflow/mail-queue.ts'
import { inTransaction } from '#cms/workflow/transaction.ts'
import { openTestCms, readyNews, step, type Ask, type TestCms } from '#tests/support/cms.ts'
import { until } from '#tests/support/publishing-cms.ts'
import { startSmtp, type Arrived, type SmtpStub } from '#tests/support/smtp.ts'

const quiet = createLog('mail', { level: 'silent' })
const hour = 60 * 60_000
let cms: TestCms
let smtp: SmtpStub
let runner: MailRunner
let shift = 0
const now = () => new Date(Date.now() + shift)

beforeAll(async () => {
  cms = await openTestCms()
  smtp = await startSmtp()
  runner = startMail({
    ...{ payload: cms.payload, env, log: quiet, now, pollMs: 50 },
    transport: mailTransport({ SMTP_URL: smtp.url, DATA_DIR: env.DATA_DIR }),
  })
}, 60_000)
afterAll(async () => {
  await runner.stop()
  await smtp.close()
  await cms.close()
})
beforeEach(async () => {
  smtp.behave(() => 'take')
  await settled()
  shift = 0
  smtp.arrived.length = 0
  await cms.payload.db.updateMany({ collection: 'users', where: {}, data: { mailPreference: 'immediate' } })
})

const rows = async (): Promise<MailRow[]> =>
  (await cms.payload.db.find<MailRow>({ collection: 'mails', sort: 'queuedAt', pagination: false, limit: 0 }))
    .docs
const settled = () => until(async () => (await rows()).every(({ state }) => state !== 'waiting'))
const arrivedFor = (name: string): Arrived[] =>
  smtp.arrived.filter(({ to }) => to.includes(`${name.toLowerCase()}@tinh.example`))
const recipients = () => smtp.arrived.flatMap(({ to }) => to).sort()

async function submitted(title: string): Promise<string> {
  const id = await readyNews(cms, { title })
  expect((await step(cms.as.editor, id, 'submit')).status).toBe(200)
  return id
}
const prefer = (name: 'editor' | 'moderator' | 'secondModerator', mailPreference: string) =>
  cms.as[name]('PATCH', `/api/users/${cms.ids[name]}`, { mailPreference })
const disable = (name: keyof TestCms['ids'], isDisabled: boolean) =>
  cms.as.administrator('PATCH', `/api/users/${cms.ids[name]}`, { isDisabled })

/** What the relay and the witness write when the public address has answered. */
const markLive = (item: string, liveAt: string, seenAt: string) =>
  cms.payload.db.updateOne({
    collection: 'publications',
    where: { item: { equals: item } },
    data: {
      ...{ state: 'live', liveAt, seenAt, isSeen: true, millis: 200 },
      urls: [`${env.PUBLIC_URL}/tin-tuc/tin/`],
    },
  })

describe('an article on its way', () => {
  it('is told to the moderators when submitted, with who, what and where', async () => {
    const id = await submitted('Đẩy mạnh cải cách')
    await settled()
    expect(recipients()).toEqual(['moderator@tinh.example', 'secondmoderator@tinh.example'])
    const [mail] = arrivedFor('moderator')
    expect(mail).toMatchObject({ from: env.MAIL_FROM, subject: '[Cổng] Chờ duyệt: Đẩy mạnh cải cách' })
    expect(mail?.text).toContain('editor gửi duyệt tin “Đẩy mạnh cải cách” (Sở Thông tin và Truyền thông)')
    expect(mail?.text).toContain(`${env.CMS_URL}/admin/collections/news/${id}`)
    expect(mail?.html).toContain(`<a href="${env.CMS_URL}/admin/collections/news/${id}">`)
    expect(mail?.headers['auto-submitted']).toBe('auto-generated')
  })

  it('is told to its writers when returned, with the reasons', async () => {
    const id = await submitted('Tin thiếu nguồn')
    await settled()
    smtp.arrived.length = 0
    await step(cms.as.moderator, id, 'return', { note: 'Thiếu nguồn.\nẢnh <b>mờ</b>.' })
    await settled()
    expect(recipients()).toEqual(['editor@tinh.example'])
    expect(smtp.arrived[0]?.subject).toBe('[Cổng] Bị trả lại: Tin thiếu nguồn')
    expect(smtp.arrived[0]?.text).toContain('> Thiếu nguồn.\n> Ảnh <b>mờ</b>.')
    expect(smtp.arrived[0]?.html).toContain('Thiếu nguồn.<br>Ảnh &lt;b&gt;mờ&lt;/b&gt;.')
  })

  it('is told to its writers once it is live, with address and receipt, and not before', async () => {
    const id = await submitted('Tin lên Cổng')
    await step(cms.as.moderator, id, 'approve')
    await settled()
    expect(arrivedFor('editor')).toEqual([])
    await markLive(id, '2026-05-23T03:42:07.000Z', '2026-05-23T03:42:07.100Z')
    await until(() => arrivedFor('editor').length > 0)
    const [mail] = arrivedFor('editor')
    expect(mail?.subject).toBe('[Cổng] Đã duyệt và lên Cổng: Tin lên Cổng')
    expect(mail?.text).toContain('trên Cổng từ 10:42:07, sau 0,3 giây')
    expect(mail?.text).toContain(`Xem trên Cổng: ${env.PUBLIC_URL}/tin-tuc/tin/`)
    await settled()
    expect(arrivedFor('editor')).toHaveLength(1)
  })

  it('is told to its writers when scheduled, and when that is taken back', async () => {
    const id = await submitted('Tin hẹn giờ')
    const at = new Date(Date.now() + 30 * 24 * hour).toISOString()
    const { status } = await step(cms.as.moderator, id, 'schedule', { at })
    expect(status).toBe(200)
    await settled()
    await step(cms.as.moderator, id, 'unschedule')
    await settled()
    expect(arrivedFor('editor').map(({ subject }) => subject)).toEqual([
      `[Cổng] Đã duyệt, hẹn đăng ${formatMoment(at)}: Tin hẹn giờ`,
      '[Cổng] Đã bỏ hẹn đăng: Tin hẹn giờ',
    ])
  })

  it('is told to writers, agency and the whole office when withdrawn, with the public reason', async () => {
    const id = await submitted('Tin bị rút')
    await step(cms.as.moderator, id, 'approve')
    await settled()
    smtp.arrived.length = 0
    await prefer('secondModerator', 'must')
    await step(cms.as.moderator, id, 'withdraw', { note: 'Số liệu sai' })
    await settled()
    expect(recipients()).toEqual([
      'editor@tinh.example',
      'moderator@tinh.example',
      'secondmoderator@tinh.example',
    ])
    expect(arrivedFor('editor')[0]?.text).toContain('Lý do (công khai):\n\n> Số liệu sai')
  })

  it('is told to the other moderators when one of them published it alone', async () => {
    const id = await submitted('Tin bão khẩn')
    await settled()
    smtp.arrived.length = 0
    await step(cms.as.moderator, id, 'emergency-publish', { note: 'Bão số 5' })
    await settled()
    expect(recipients()).toEqual(['secondmoderator@tinh.example'])
    expect(smtp.arrived[0]?.text).toContain('> Bão số 5')
  })

  it('that nobody handles is overdue after its working hours, told once to who may act', async () => {
    await submitted('Tin bị quên')
    await settled()
    smtp.arrived.length = 0
    await prefer('moderator', 'digest')
    // A whole week holds at least four working hours.
    shift += 7 * 24 * hour
    await until(() => arrivedFor('moderator').some(({ subject }) => subject.endsWith('Tin bị quên')))
    await settled()
    const overdue = smtp.arrived.filter(({ subject }) => subject === '[Cổng] Quá hạn duyệt: Tin bị quên')
    expect(overdue.flatMap(({ to }) => to).sort()).toEqual([
      'moderator@tinh.example',
      'secondmoderator@tinh.example',
    ])
    const count = smtp.arrived.length
    shift += hour
    await wait(400)
    expect(smtp.arrived).toHaveLength(count)
  })
})

describe('what people chose', () => {
  it('a digest comes once, at 07:30 in Vietnam, and holds everything of the day', async () => {
    expect((await prefer('moderator', 'digest')).status).toBe(200)
    await submitted('Tin thứ nhất')
    await submitted('Tin thứ hai')
    const [{ queuedAt, nextTryAt } = { queuedAt: '', nextTryAt: '' }] = (await rows()).filter(
      ({ state }) => state === 'digest',
    )
    expect(nextTryAt).toBe(nextDigest(queuedAt))
    const digests = () => arrivedFor('moderator').filter(({ subject }) => subject.includes('Tổng hợp'))
    shift = Date.parse(nextTryAt) - 60_000 - Date.now()
    await wait(400)
    expect(digests()).toEqual([])
    shift = Date.parse(nextTryAt) - Date.now()
    await until(() => digests().length > 0)
    await settled()
    expect(digests()).toHaveLength(1)
    expect(digests()[0]?.subject).toBe(`[Cổng] Tổng hợp ${formatDay(localDay(nextTryAt))}: 2 việc`)
    expect(digests()[0]?.text).toContain('— Chờ duyệt: Tin thứ nhất —')
    expect(digests()[0]?.text).toContain('— Chờ duyệt: Tin thứ hai —')
    expect(arrivedFor('moderator').filter(({ subject }) => subject.includes('Chờ duyệt'))).toEqual([])
    expect((await rows()).filter(({ state }) => state === 'gathered')).toHaveLength(2)
  })

  it('who wants only what must be gets no word of a submission', async () => {
    await prefer('secondModerator', 'must')
    await submitted('Tin thường')
    await settled()
    expect(arrivedFor('secondModerator')).toEqual([])
    expect(arrivedFor('moderator').length).toBeGreaterThan(0)
  })

  it('a person sets only their own', async () => {
    const other = `/api/users/${cms.ids.moderator}`
    expect((await cms.as.editor('PATCH', other, { mailPreference: 'must' })).status).toBe(403)
    expect((await prefer('editor', 'telegram')).status).toBe(400)
  })

  it('an account that was switched off gets nothing, not even what was queued before', async () => {
    smtp.behave((to) => (to.startsWith('secondmoderator') ? { refuse: 450 } : 'take'))
    const id = await submitted('Tin trước khi khóa')
    await until(async () => (await rows()).some(({ item, lastError }) => item === id && lastError))
    await disable('secondModerator', true)
    smtp.behave(() => 'take')
    shift += hour
    await settled()
    await submitted('Tin sau khi khóa')
    await settled()
    expect(arrivedFor('secondModerator')).toEqual([])
    const cancelled = (await rows()).filter(({ state }) => state === 'cancelled')
    expect(cancelled).toMatchObject([{ item: id, body: null }])
    await disable('secondModerator', false)
  })
})

describe('nothing can be slipped in', () => {
  const evil = 'Tin\r\nBcc: evil@x.com\r\n\r\n<script>alert(1)</script>'

  it('by a title or a name: headers stay whole and nobody else gets the mail', async () => {
    await cms.payload.update({
      collection: 'users' as never,
      id: cms.ids.editor,
      data: { name: 'Lan\r\nBcc: evil@x.com, evil2@x.com' },
    })
    const id = await submitted('Tin có tên lạ')
    await step(cms.as.moderator, id, 'return', { note: evil })
    await cms.payload.db.updateOne({ collection: 'news', id, data: { title: evil } })
    await step(cms.as.editor, id, 'submit')
    await settled()
    expect(smtp.arrived.length).toBeGreaterThan(3)
    for (const { to, headers, html } of smtp.arrived) {
      expect(to).toHaveLength(1)
      expect(to[0]).toMatch(/@tinh\.example$/)
      expect(headers).not.toHaveProperty('bcc')
      expect(html).not.toContain('<script')
    }
  })

  it('by an address: it is refused at the account, in the queue and by the settings', async () => {
    for (const email of [
      'a@b.vn\r\nBcc: evil@x.com',
      'a@b.vn,evil@x.com',
      '"a@b.vn Bcc: evil"@x.com',
      'a@localhost',
    ]) {
      const made = await cms.as.administrator('POST', '/api/users', {
        ...{ name: 'X', email, role: 'editor', password: 'mat-khau-rat-dai-2011' },
      })
      expect(made.status, email).toBe(422)
      const addressee = { person: null, address: email, when: 'now' as const }
      const words = { subject: 'x', lines: [] }
      const mail = { event: 'x', kind: 'alarm' as const, addressee, words, at: now().toISOString() }
      expect(() => mailRow(cms.payload, mail), email).toThrow(TypeError)
      expect(() => parseEnv({ MAIL_FROM: email }), email).toThrow('MAIL_FROM')
      expect(() => parseEnv({ WEB_OFFICE_MAIL: `vp@tinh.example, ${email} x` }), email).toThrow(
        'WEB_OFFICE_MAIL',
      )
    }
    expect(() => parseEnv({ SMTP_URL: 'ethereal' })).toThrow('SMTP_URL')
    expect(parseEnv({ SMTP_URL: 'smtps://u:p@thu.tinh.vn:465' }).SMTP_URL).toContain('smtps://')
  })

  it('by one of Payload’s own mails, which are five in an hour for one address', async () => {
    const errors: string[] = []
    const log = { ...quiet, error: (msg: string) => void errors.push(msg) }
    const { sendEmail } = payloadMail(env, log)({ payload: cms.payload })
    await sendEmail({ to: 'editor@tinh.example\r\nBcc: evil@x.com', subject: 'x', html: 'x' })
    await until(() => errors.length > 0)
    for (let count = 0; count < 8; count += 1)
      await sendEmail({ to: 'editor@tinh.example', subject: `Thư ${count}`, html: '<p>Chào</p>' })
    await until(async () => (await rows()).filter(({ kind }) => kind === 'account').length >= 5)
    await settled()
    expect((await rows()).filter(({ kind }) => kind === 'account')).toHaveLength(5)
    expect(smtp.arrived.every(({ to }) => to.length === 1 && to[0] === 'editor@tinh.example')).toBe(true)
  })
})

describe('the ledger of mails', () => {
  it('holds nothing of a step that was rolled back', async () => {
    const before = (await rows()).length
    const id = await readyNews(cms, { title: 'Tin không gửi được' })
    const real = cms.payload.db.create
    cms.payload.db.create = function failing(this: unknown, args) {
      if (args.collection === 'audit-events') throw new Error('đĩa hỏng')
      return real.call(this as never, args)
    } as typeof real
    const { status } = await step(cms.as.editor, id, 'submit')
    cms.payload.db.create = real
    expect(status).toBe(500)
    await expect(
      inTransaction({ payload: cms.payload }, async (req) => {
        const addressee = { person: null, address: 'vp@tinh.example', when: 'now' as const }
        const words = { subject: 'Không bao giờ', lines: [] }
        await queueMails(
          cms.payload,
          [{ event: 'x', kind: 'alarm', addressee, words, at: now().toISOString() }],
          req,
        )
        throw new Error('thôi')
      }),
    ).rejects.toThrow('thôi')
    await settled()
    expect(await rows()).toHaveLength(before)
    expect(smtp.arrived).toEqual([])
  })

  it('refuses the same thing to the same address a second time', async () => {
    const addressee = { person: null, address: 'vp@tinh.example', when: 'now' as const }
    const words = { subject: 'Một lần', lines: [] }
    const mail = { event: 'mot-lan', kind: 'alarm' as const, addressee, words, at: now().toISOString() }
    const add = () => inTransaction({ payload: cms.payload }, (req) => queueMails(cms.payload, [mail], req))
    await add()
    await expect(add()).rejects.toThrow()
    await settled()
    expect(smtp.arrived).toHaveLength(1)
  })

  it('is read by the office without the words, and closed to every other door', async () => {
    const list = await cms.as.moderator('GET', '/api/mails?limit=5')
    expect(list.status).toBe(200)
    expect(list.body.docs[0]).toMatchObject({ state: expect.any(String), to: expect.stringContaining('@') })
    expect(list.body.docs[0]).not.toHaveProperty('body')
    expect((await cms.as.moderator('GET', '/api/mails?where[body][contains]=reset')).status).toBe(400)
    expect((await cms.as.editor('GET', '/api/mails')).status).toBe(403)
    expect((await cms.as.anonymous('GET', '/api/mails')).status).toBe(403)
    const writes: [Ask, string][] = [
      [cms.as.moderator, 'moderator'],
      [cms.as.administrator, 'administrator'],
    ]
    for (const [ask, name] of writes) {
      expect((await ask('POST', '/api/mails', { to: 'a@b.vn' })).status, name).toBe(403)
      const all = '/api/mails?where[id][exists]=true'
      expect((await ask('PATCH', all, { state: 'waiting' })).status, name).toBe(403)
      expect((await ask('DELETE', all)).status, name).toBe(403)
    }
  })

  it('is an alarm when a mail waits too long or was refused, which the office sees', async () => {
    smtp.behave((to) => (to.startsWith('cham') ? { refuse: 450 } : { refuse: 550 }))
    const at = new Date(Date.now() - 20 * 60_000).toISOString()
    const words = { subject: 'x', lines: [] }
    const mail = (address: string) => ({
      ...{ event: 'su-viec', kind: 'returned' as const, words, at },
      addressee: { person: null, address, when: 'now' as const },
    })
    await inTransaction({ payload: cms.payload }, (req) =>
      queueMails(cms.payload, [mail('cham@tinh.example'), mail('sai@tinh.example')], req),
    )
    const health = async () => (await cms.as.anonymous('GET', '/healthz')).body
    await until(async () => {
      shift += 60_000
      return (await rows()).some(({ state }) => state === 'failed')
    })
    expect(await health()).toMatchObject({ status: 'degraded', alarms: { unsent: 1, refused: 1 } })
    smtp.behave(() => 'take')
    shift += hour
    await settled()
    expect((await health()).alarms).not.toHaveProperty('unsent')
  })
})
