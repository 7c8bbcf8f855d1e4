import '#tests/support/cms-folders.ts'
import { existsSync } from 'node:fs'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readdir, readFile, rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { env } from '#cms/env.ts'
import { startMail, type MailRunner } from '#cms/jobs/mail/run-mail.ts'
import { verifyUnattended } from '#cms/jobs/oversight.ts'
import { startWatch, type Watch } from '#cms/jobs/watch.ts'
import { mailTransport } from '#cms/mail.ts'
import { openPublishingCms, quiet, until, type PublishingCms } from '#tests/support/publishing-cms.ts'
import { decode } from '#tests/support/smtp.ts'

const minute = 60_000
let portal: PublishingCms
let watch: Watch | null = null
let mail: MailRunner
let nights = 0
const moderators = ['moderator@tinh.example', 'secondmoderator@tinh.example']
beforeAll(async () => {
  portal = await openPublishingCms()
  const { payload } = portal.cms
  mail = startMail({ payload, env, transport: mailTransport(env), log: quiet, now: portal.now, pollMs: 50 })
}, 60_000)
afterAll(async () => {
  await watch?.stop()
  await mail.stop()
  await portal.close()
})

const startTheWatch = (office = '') =>
  (watch = startWatch({
    payload: portal.cms.payload,
    env: { WEB_OFFICE_MAIL: office, PUBLIC_URL: 'http://localhost:3000', CMS_URL: env.CMS_URL },
    log: quiet,
    pollMs: 50,
    now: portal.now,
    verify: () => {
      nights += 1
      return verifyUnattended(portal.cms.payload, portal.publisher, quiet)
    },
  }))

/** The mails of alarms as they left, one for each address. */
async function mails(): Promise<{ to: string; subject: string }[]> {
  const folder = path.join(env.DATA_DIR, 'mail')
  const names = (await readdir(folder).catch(() => [])).filter((name) => name.endsWith('.eml')).sort()
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
  return texts
    .map((text) => ({ to: decode(text).headers.to ?? '', subject: decode(text).subject }))
    .filter(({ subject }) => /^\[Cổng\] (Báo động|Đã hết)/.test(subject))
}

const subjectsFor = async (to: string): Promise<string[]> =>
  (await mails()).filter((mail) => mail.to === to).map(({ subject }) => subject)

const incidents = async () =>
  (await portal.cms.as.moderator('GET', '/api/incidents?sort=openedAt')).body.docs as {
    kind: string
    isOpen: boolean
    toldEndAt?: string
  }[]

it('a change that waits for more than a minute is one incident with one mail, and one when it ends', async () => {
  await portal.approve('Tin bị kẹt')
  startTheWatch()
  await wait(300)
  expect(await mails()).toEqual([])

  portal.jump(2 * minute)
  await until(async () => (await mails()).length >= 4)
  await wait(500)
  // The step's audit event waits to be sealed as well: nothing works, and each kind is told once to each moderator.
  for (const moderator of moderators)
    expect((await subjectsFor(moderator)).sort()).toEqual([
      '[Cổng] Báo động: 1 thay đổi đã duyệt chưa lên Cổng sau một phút',
      expect.stringMatching(/^\[Cổng\] Báo động: \d+ sự kiện nhật ký chưa được niêm sau một phút$/),
    ])
  expect(await mails()).toHaveLength(4)
  expect((await incidents()).filter(({ isOpen }) => isOpen)).toHaveLength(2)

  await portal.startRelay().idle()
  await until(async () => (await incidents()).some(({ kind, toldEndAt }) => kind === 'waiting' && toldEndAt))
  await until(async () => (await mails()).length >= 8)
  await wait(500)
  const ends = (await mails()).filter(({ subject }) => subject.startsWith('[Cổng] Đã hết: 1 thay đổi'))
  expect(ends.map(({ to }) => to).sort()).toEqual(moderators)
})

it('a change that no web server shows degrades /healthz, which still answers 200', async () => {
  const { status, body } = await portal.cms.as.anonymous('GET', '/healthz')
  expect(status).toBe(200)
  expect(body).toMatchObject({ status: 'ok', alarms: {} })
  await portal.cms.payload.db.updateMany({
    collection: 'publications',
    where: { isSeen: { equals: false } },
    data: { liveAt: new Date(Date.now() - 2 * minute).toISOString() },
  })
  const later = await portal.cms.as.anonymous('GET', '/healthz')
  expect(later).toMatchObject({ status: 200, body: { status: 'degraded', alarms: { unseen: 1 } } })
  await portal.cms.payload.db.updateMany({
    collection: 'publications',
    where: { isSeen: { equals: false } },
    data: { isSeen: true },
  })
})

it('the nightly verification repairs what was broken, and is an alarm until one finds nothing', async () => {
  await watch?.stop()
  // The first anchor of the audit has every page drawn once more: not while one is broken.
  portal.jump(24 * 60 * minute)
  await until(() => existsSync(path.join(env.DATA_DIR, 'www/du-lieu-mo/nhat-ky/index.html')))
  await until(async () => (await portal.publisher.renderStale(100)).left === 0)
  await rm(path.join(env.DATA_DIR, 'www/tin-tuc/tin-bi-ket/index.html'))
  startTheWatch('van-phong@tinh.example, truc@tinh.example')
  const before = nights
  portal.jump(24 * 60 * minute)
  await until(async () => (await incidents()).some(({ kind, isOpen }) => kind === 'verification' && isOpen))
  const found = async () => (await mails()).filter(({ subject }) => subject.includes('Đối soát thấy'))
  await until(async () => (await found()).length >= 2)
  expect(nights).toBe(before + 1)
  expect((await found()).map(({ to }) => to).sort()).toEqual(['truc@tinh.example', 'van-phong@tinh.example'])
  expect(await readFile(path.join(env.DATA_DIR, 'www/tin-tuc/tin-bi-ket/index.html'), 'utf8')).toContain(
    'Tin bị kẹt',
  )
  expect((await portal.cms.as.anonymous('GET', '/healthz')).body).toMatchObject({ status: 'degraded' })

  portal.jump(24 * 60 * minute)
  await until(async () => (await incidents()).every(({ kind, isOpen }) => kind !== 'verification' || !isOpen))
  expect(nights).toBe(before + 2)
})
