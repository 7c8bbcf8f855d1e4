import '#tests/support/cms-folders.ts'
import { DatabaseSync } from 'node:sqlite'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { news } from '#cms/commands/demo/content/news.ts'
import { documents } from '#cms/commands/demo/content/documents.ts'
import { fillDemo, fillEmails, guardedEmails } from '#cms/commands/demo/fill.ts'
import type { DemoAccount } from '#cms/commands/demo/record.ts'
import { env } from '#cms/env.ts'
import { sealAuditEvents } from '#cms/jobs/audit-seal.ts'
import { allTruths } from '#cms/jobs/truth.ts'
import { openPayload } from '#cms/payload.ts'
import { cmsFolder } from '#tests/support/cms-folders.ts'
import { codeFor, secretOf } from '#tests/support/second-factor.ts'
import { signIn } from '#cms/accounts/sign-in.ts'
import { portal } from '#tests/support/run-command.ts'

const passwords = Object.fromEntries(fillEmails.map((email) => [email, `cá nục kho dứa ${email}`]))
const secrets = Object.fromEntries(guardedEmails.map((email) => [email, secretOf(email)]))

let payload: Payload
let accounts: DemoAccount[]
beforeAll(async () => {
  payload = await openPayload()
  accounts = await fillDemo(payload, { passwords, secrets })
})
afterAll(async () => {
  await payload.destroy()
  await rm(cmsFolder, { recursive: true, force: true })
})

const rows = async (collection: string) =>
  (await payload.find({ collection: collection as never, depth: 0, pagination: false, limit: 0, sort: 'id' }))
    .docs as unknown as Record<string, any>[]
const statesOf = (items: Record<string, any>[]) =>
  items.reduce<Record<string, number>>((counts, { state, publicState }) => {
    const name = `${state}/${publicState}`
    return { ...counts, [name]: (counts[name] ?? 0) + 1 }
  }, {})
const everything = async () =>
  Object.fromEntries(
    await Promise.all(
      [
        'news',
        'documents',
        'agencies',
        'topics',
        'settings',
        'media',
        'files',
        'users',
        'editions',
        'publications',
        'audit-events',
      ].map(
        async (collection) =>
          [
            collection,
            (await rows(collection)).map(({ id, state, publicState }) => [id, state, publicState]),
          ] as const,
      ),
    ),
  )

test('one item waits in every place where a visitor can try the next step', async () => {
  const states = statesOf(await rows('news'))
  expect(states).toMatchObject({
    'submitted/none': 1,
    'returned/none': 1,
    'draft/none': 1,
    'scheduled/none': 1,
    'published/withdrawn': 1,
  })
  expect(states['published/live']).toBe(news.length - 5)
  expect(statesOf(await rows('documents'))).toEqual({
    'published/live': documents.length - 1,
    'draft/none': 1,
  })
})

test('nobody approved what they wrote', async () => {
  const editions = await rows('editions')
  expect(editions.length).toBeGreaterThan(25)
  expect(editions.filter(({ contributors, approvedBy }) => contributors.includes(approvedBy))).toEqual([])
})

test('the article of 23 May 2011 tells of directive 08 and keeps its own time', async () => {
  const [document] = (await rows('documents')).filter(({ number }) => number === '08/CT-UBND')
  const truths = []
  for await (const truth of allTruths(payload)) truths.push(truth)
  const article = truths.find(
    ({ edition }) =>
      'aboutDocuments' in edition.content &&
      edition.content.aboutDocuments?.includes(`documents/${document?.id}`) &&
      edition.content.image,
  )
  expect(article).toMatchObject({
    state: 'live',
    publicDate: '2011-05-23T07:53:59.000Z',
    edition: {
      content: {
        source: 'Cổng TTĐT tỉnh Quảng Ninh',
        image: { alt: expect.any(String), caption: expect.any(String), credit: expect.any(String) },
      },
    },
  })
  expect(truths.find(({ id }) => id === document?.id)).toMatchObject({
    path: '/van-ban/2011/chi-thi-08-ct-ubnd/',
    edition: { content: { family: 'directive', type: 'CT', files: [{ name: 'chi-thi-08-ct-ubnd.pdf' }] } },
  })
})

test('menu, footer and home page lead to what is there, each through two people', async () => {
  const items = await rows('settings')
  expect(statesOf(items)).toEqual({ 'published/live': 3 })
  const [menu] = (await rows('editions')).filter(({ content }) => content.kind === 'menu')
  const topic = (await rows('topics')).find(({ name }) => name === 'Chỉ đạo điều hành')
  expect(menu?.content.menu.slice(0, 2)).toEqual([
    { section: 'news' },
    { title: 'Chỉ đạo, điều hành', item: `topics/${topic?.id}` },
  ])
})

test('rows of a list survive every step: relations between documents and former names of agencies', async () => {
  const editions = await rows('editions')
  const replaced = (await rows('documents')).find(({ number }) => number === '07/HD-SBCVT')
  expect(editions.find(({ content }) => content.number === '03/HD-STTTT')?.content.relations).toContainEqual({
    type: 'replaces',
    target: `documents/${replaced?.id}`,
    extent: 'whole',
  })
  expect(editions.find(({ content }) => content.shortName === 'Sở TT&TT')?.content.formerNames).toEqual([
    {
      name: 'Sở Bưu chính, Viễn thông',
      shortName: 'Sở BCVT',
      validFrom: '2004-07-01',
      validTo: '2008-03-31',
    },
  ])
  const agency = (await rows('agencies')).find(({ shortName }) => shortName === 'Sở TT&TT')
  expect(agency?.formerNames).toHaveLength(1)
})

test('the scheduled item comes thirty days after filling', async () => {
  const [waiting] = (await rows('publications')).filter(({ notBefore }) => notBefore)
  const days = (Date.parse(waiting?.notBefore) - Date.parse(waiting?.requestedAt)) / 86_400_000
  expect(days).toBeGreaterThan(29.9)
  expect(days).toBeLessThanOrEqual(30)
})

test('the accounts can sign in, and name the first agency', async () => {
  const agencies = await rows('agencies')
  expect(
    accounts.map(({ role, agency }) => [role, agencies.find(({ id }) => id === agency)?.shortName ?? null]),
  ).toEqual([
    ['administrator', null],
    ['moderator', null],
    ['moderator', null],
    ['editor', 'Sở TT&TT'],
    ['editor', 'Văn phòng UBND tỉnh'],
  ])
  for (const { email, password, role, totp } of accounts) {
    expect(totp === undefined).toBe(role === 'editor')
    const code = totp && codeFor(email, 0, totp)
    const { user } = await signIn({ email, password, code }, { payload, address: '127.0.0.1', browser: '' })
    expect(user).toMatchObject({ email })
    if (totp)
      await expect(
        signIn({ email, password }, { payload, address: '127.0.0.1', browser: '' }),
      ).rejects.toMatchObject({ code: 'wrong-credentials' })
  }
})

test('filled again, nothing is made twice and nothing moves', async () => {
  const before = await everything()
  expect(await fillDemo(payload, { passwords, secrets })).toEqual(accounts)
  expect(await everything()).toEqual(before)
})

test('a fill that broke off anywhere ends as one that did not', async () => {
  const [submitted] = (await rows('news')).filter(({ state }) => state === 'submitted')
  // As a killed run leaves it: written, not yet submitted.
  await payload.db.updateOne({ collection: 'news', id: submitted?.id, data: { state: 'draft' } })
  await fillDemo(payload, { passwords, secrets })
  expect((await rows('news')).find(({ id }) => id === submitted?.id)).toMatchObject({ state: 'submitted' })
})

test('the chains of the ledgers hold, and a changed row is named', async () => {
  while ((await sealAuditEvents(payload)) > 0);
  const sound = await portal(['audit', 'verify'], process.env)
  expect(sound).toMatchObject({ code: 0, stderr: '' })
  expect(sound.stdout).toMatch(/Nhật ký: \d{2,} sự kiện liền chuỗi\./)

  const db = new DatabaseSync(path.join(env.DATA_DIR, 'cms.sqlite'), { timeout: 5000 })
  const change = (sql: string) => expect(db.prepare(sql).run().changes).toBe(1)
  const withChange = async (sql: string, back: string) => {
    change(sql)
    const outcome = await portal(['audit', 'verify'], process.env)
    change(back)
    return outcome
  }
  const { actor_email: actor } = db
    .prepare('SELECT actor_email FROM audit_events WHERE number = 7')
    .get() as { actor_email: string }
  const blamed = await withChange(
    "UPDATE audit_events SET actor_email = 'ai@do.example' WHERE number = 7",
    `UPDATE audit_events SET actor_email = '${actor}' WHERE number = 7`,
  )
  expect(blamed).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/✗ Sự kiện số 7 .*đã bị sửa sau khi niêm/),
  })

  const missing = await withChange(
    'UPDATE audit_events SET number = 9000 WHERE number = 9',
    'UPDATE audit_events SET number = 9 WHERE number = 9000',
  )
  expect(missing).toMatchObject({ code: 1, stdout: expect.stringContaining('✗ Nhật ký thiếu sự kiện số 9') })

  const { id, content } = db
    .prepare("SELECT id, content FROM editions WHERE title LIKE 'Lịch tàu Cô Tô%'")
    .get() as { id: string; content: string }
  db.prepare("UPDATE editions SET content = json_set(content, '$.title', 'Tin khác') WHERE id = ?").run(id)
  const rewritten = await portal(['audit', 'verify'], process.env)
  db.prepare('UPDATE editions SET content = ? WHERE id = ?').run(content, id)
  expect(rewritten).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/✗ Bản đăng số 1 của news\/.*Lịch tàu Cô Tô.*nội dung đã bị sửa/),
  })

  db.close()
  expect((await portal(['audit', 'verify'], process.env)).code).toBe(0)
})
