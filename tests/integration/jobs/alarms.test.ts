import '#tests/support/cms-folders.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { env } from '#cms/env.ts'
import { verifyUnattended } from '#cms/jobs/oversight.ts'
import { startWatch, type Watch } from '#cms/jobs/watch.ts'
import { rm } from 'node:fs/promises'
import { openPublishingCms, quiet, until, type PublishingCms } from '#tests/support/publishing-cms.ts'

const minute = 60_000
let portal: PublishingCms
let watch: Watch | null = null
let nights = 0
beforeAll(async () => {
  portal = await openPublishingCms()
}, 60_000)
afterAll(async () => {
  await watch?.stop()
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

async function mails(): Promise<{ to: string; subject: string }[]> {
  const folder = path.join(env.DATA_DIR, 'mail')
  const names = (await readdir(folder).catch(() => [])).sort()
  const texts = await Promise.all(names.map((name) => readFile(path.join(folder, name), 'utf8')))
  return texts.map((text) => ({ to: header(text, 'To'), subject: header(text, 'Subject') }))
}

/** Encoded words of one header, put together (RFC 2047, as nodemailer writes them). */
function header(mail: string, name: string): string {
  const [, value = ''] = new RegExp(`^${name}: ((?:.|\\r?\\n[ \\t])*)`, 'm').exec(mail) ?? []
  return value
    .replace(/\?=\s+=\?/g, '?==?')
    .replace(/=\?UTF-8\?([QB])\?(.*?)\?=/gi, (_all, kind: string, text: string) =>
      kind.toUpperCase() === 'B'
        ? Buffer.from(text, 'base64').toString()
        : Buffer.from(
            text
              .replace(/_/g, ' ')
              .replace(/=([0-9A-F]{2})/g, (_match, hex: string) => String.fromCharCode(parseInt(hex, 16))),
            'latin1',
          ).toString(),
    )
}

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
  await until(async () => (await mails()).length > 0)
  await wait(500)
  // The step's audit event waits to be sealed as well: nothing works, and each kind is told once.
  const told = await mails()
  expect(told.map(({ subject }) => subject).sort()).toEqual([
    '[Cổng] Báo động: 1 thay đổi đã duyệt chưa lên Cổng sau một phút',
    expect.stringMatching(/^\[Cổng\] Báo động: \d+ sự kiện nhật ký chưa được niêm sau một phút$/),
  ])
  expect(told[0]?.to).toContain('moderator@tinh.example')
  expect(told[0]?.to).toContain('secondModerator@tinh.example'.toLowerCase())
  expect((await incidents()).filter(({ isOpen }) => isOpen)).toHaveLength(2)

  await portal.startRelay().idle()
  await until(async () => (await incidents()).some(({ kind, toldEndAt }) => kind === 'waiting' && toldEndAt))
  const ends = (await mails()).filter(({ subject }) => subject.startsWith('[Cổng] Đã hết: 1 thay đổi'))
  expect(ends).toHaveLength(1)
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
  await rm(path.join(env.DATA_DIR, 'www/tin-tuc/tin-bi-ket/index.html'))
  startTheWatch('van-phong@tinh.example, truc@tinh.example')
  const before = nights
  portal.jump(24 * 60 * minute)
  await until(async () => (await incidents()).some(({ kind, isOpen }) => kind === 'verification' && isOpen))
  await until(async () => (await mails()).some(({ subject }) => subject.includes('Đối soát thấy')))
  expect(nights).toBe(before + 1)
  expect((await mails()).at(-1)?.to).toBe('van-phong@tinh.example, truc@tinh.example')
  expect(await readFile(path.join(env.DATA_DIR, 'www/tin-tuc/tin-bi-ket/index.html'), 'utf8')).toContain(
    'Tin bị kẹt',
  )
  expect((await portal.cms.as.anonymous('GET', '/healthz')).body).toMatchObject({ status: 'degraded' })

  portal.jump(24 * 60 * minute)
  await until(async () => (await incidents()).every(({ kind, isOpen }) => kind !== 'verification' || !isOpen))
  expect(nights).toBe(before + 2)
})
