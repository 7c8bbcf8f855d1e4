import { openAccountCms, type AccountCms } from '#tests/support/account-cms.ts'
import { newAddress, requestFrom } from '#tests/support/from-address.ts'
import { codeFor } from '#tests/support/second-factor.ts'
import { finishAccountWork } from '#cms/accounts/unfinished.ts'
import { env } from '#cms/env.ts'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

const minutes = (count: number) => count * 60_000
const wrong = 'sai-hoan-toan-roi'

let account: AccountCms
beforeAll(async () => {
  account = await openAccountCms()
})
/** A minute and more between any two tests: none starts with what another one counted for everybody. */
let start = 0
beforeEach(() => account.setClock((start += 61_000)))
afterAll(() => account.cms.close())

const post = (at: string, body: unknown, from = newAddress()) =>
  requestFrom(account.cms.base, from, { path: at, body })

async function fail(email: string, from: string, times: number): Promise<number[]> {
  const statuses: number[] = []
  for (let turn = 0; turn < times; turn += 1)
    statuses.push((await account.signIn({ email, password: wrong }, from)).status)
  return statuses
}

it('the first account cannot be registered, nor locks undone, over the network', async () => {
  for (const target of [
    '/api/users/first-register',
    '/api/users/unlock',
    '/api/users/FIRST-register',
    '/api/users//first-register',
    '/api/users/%66irst-register',
  ]) {
    const reply = await post(target, { email: 'ke.gian@tinh.example', password: 'cá nục kho dứa chiều mưa' })
    expect([target, reply.status >= 400 && reply.status < 500]).toEqual([target, true])
  }
  const page = await fetch(`${account.cms.base}/admin/create-first-user`)
  expect(page.status).toBe(404)
  const { totalDocs } = await account.cms.payload.count({
    collection: 'users',
    where: { email: { equals: 'ke.gian@tinh.example' } },
  })
  expect(totalDocs).toBe(0)
})

it('a lock holds for one account from one address: its owner elsewhere, and others there, go on', async () => {
  const [victim, colleague] = [await account.person('editor'), await account.person('editor')]
  const attacker = newAddress()
  expect(await fail(victim.email, attacker, 6)).toEqual([401, 401, 401, 401, 401, 429])
  const locked = await account.signIn({ email: victim.email }, attacker)
  expect(locked).toMatchObject({ status: 429, body: { code: 'too-many-attempts' } })
  expect(Number(locked.headers['retry-after'])).toBeGreaterThan(500)
  expect((await account.signIn({ email: victim.email })).status).toBe(200)
  expect((await account.signIn({ email: colleague.email }, attacker)).status).toBe(200)
  account.setClock(start + minutes(11))
  expect((await account.signIn({ email: victim.email }, attacker)).status).toBe(200)
})

it('an unknown account is locked like a known one', async () => {
  const { email } = await account.person('editor')
  const known = await fail(email, newAddress(), 6)
  expect(await fail('khong-co-ai@tinh.example', newAddress(), 6)).toEqual(known)
})

it('wrong codes count like wrong passwords, and a success clears them', async () => {
  const { email } = await account.person('moderator')
  const from = newAddress()
  const guess = () => account.signIn({ email, code: '000000' }, from)
  for (let turn = 0; turn < 4; turn += 1) expect((await guess()).status).toBe(401)
  expect((await account.signIn({ email, code: codeFor(email) }, from)).status).toBe(200)
  for (let turn = 0; turn < 5; turn += 1) expect((await guess()).status).toBe(401)
  expect((await guess()).status).toBe(429)
  expect((await account.signIn({ email, code: codeFor(email, 1) }, from)).status).toBe(429)
})

it('whatever is spelled like a door is throttled like it', async () => {
  const from = newAddress()
  const body = { email: 'khong-co-2@tinh.example', password: wrong }
  const spellings = ['/api/users/login', '/api/users/login/', '/api/users//login', '/api/users/login?x=1']
  for (let turn = 0; turn < 8; turn += 1) await post(spellings[turn % spellings.length] ?? '', body, from)
  for (const spelling of spellings) expect((await post(spelling, body, from)).status).toBe(429)
})

it('known and unknown accounts take the same time', async () => {
  const { email } = await account.person('moderator')
  const times: Record<'known' | 'unknown', number[]> = { known: [], unknown: [] }
  for (let turn = 0; turn < 12; turn += 1) {
    for (const kind of ['known', 'unknown'] as const) {
      const startedAt = performance.now()
      const reply = await account.signIn({
        email: kind === 'known' ? email : `la${turn}@tinh.example`,
        password: wrong,
        code: '000000',
      })
      times[kind].push(performance.now() - startedAt)
      expect(reply.status).toBe(401)
    }
  }
  const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  const ratio = median(times.known) / median(times.unknown)
  expect(ratio).toBeGreaterThan(1 / 1.5)
  expect(ratio).toBeLessThan(1.5)
})

it('of sixty sign-ins at once most are told to wait, and a session is not', async () => {
  const { email } = await account.person('editor')
  const cookie = await account.session(email)
  const flood = Promise.all(
    Array.from({ length: 60 }, (_, index) =>
      account.signIn({ email: `lu${index}@tinh.example`, password: wrong }, '127.55.0.1'),
    ),
  )
  const during = await account.ask(cookie, 'GET', '/api/news')
  const replies = await flood
  expect(during.status).toBe(200)
  const told = replies.filter(({ status }) => status === 429)
  expect(told.length).toBeGreaterThan(40)
  for (const { headers, body } of told)
    expect([Number(headers['retry-after']) >= 1, body.code]).toEqual([true, 'too-many-attempts'])
})

it('failures are one event a minute that names accounts and addresses', async () => {
  const { payload } = account.cms
  const { createFailureTally } = await import('#cms/accounts/failed-sign-ins.ts')
  const { createLog } = await import('#cms/log.ts')
  const tally = createFailureTally({ payload, log: createLog('test'), everyMs: 50 })
  for (let turn = 0; turn < 30; turn += 1)
    tally.note({ account: 'dem@tinh.example', address: '10.0.0.7', isRefused: turn > 9 })
  await expect
    .poll(async () => {
      const { docs } = await payload.db.find<{ id: string; note: string }>({
        collection: 'audit-events',
        where: { and: [{ action: { equals: 'sign-in-failed' } }, { note: { like: 'dem@tinh.example' } }] },
      })
      return docs.map(({ note }) => note)
    })
    .toEqual([
      '10 lần sai; 20 lần bị chặn vì thử quá nhiều; tài khoản: dem@tinh.example (10); từ: 10.0.0.7 (10)',
    ])
})

/** What waits in the queue for this address, as text. */
async function mailsTo(email: string): Promise<string[]> {
  const { docs } = await account.cms.payload.db.find({
    collection: 'mails',
    where: { to: { equals: email } },
    pagination: false,
  })
  return docs.map((row) => JSON.stringify(row))
}

async function tokenFor(email: string): Promise<string> {
  let token = ''
  await expect
    .poll(async () => {
      token = /\/admin\/reset\/([0-9a-f]{40})/.exec((await mailsTo(email)).join())?.[1] ?? ''
      return token
    })
    .not.toBe('')
  return token
}

it('a forgotten password is answered alike for everybody, and a reset signs nobody in', async () => {
  const { email } = await account.person('moderator')
  const cookie = await account.session(email)
  const known = await post('/api/users/forgot-password', { email })
  const unknown = await post('/api/users/forgot-password', { email: 'la@tinh.example' })
  expect([unknown.status, unknown.body]).toEqual([known.status, known.body])
  expect(known.status).toBe(200)
  await finishAccountWork()
  const token = await tokenFor(email)
  expect(await mailsTo('la@tinh.example')).toEqual([])

  const reset = (password: string) => post('/api/users/reset-password', { token, password })
  expect((await reset('matkhau123456')).body.code).toBe('weak-password')
  const done = await reset('cá nục kho dứa chiều mưa')
  expect([done.status, done.cookie]).toEqual([200, ''])
  expect((await reset('cơm hến cay xè buổi sáng')).status).toBe(403)
  expect((await account.ask(cookie, 'GET', '/api/news')).status).toBe(403)
  const password = 'cá nục kho dứa chiều mưa'
  expect((await account.signIn({ email, password })).status).toBe(401)
  expect((await account.signIn({ email, password, code: codeFor(email, 1) })).status).toBe(200)
  expect((await account.events(email)).map(({ action }) => action)).toContain('password-reset')
})

it('reset mails to one account are bounded', async () => {
  const { email } = await account.person('editor')
  const statuses: number[] = []
  for (let turn = 0; turn < 4; turn += 1)
    statuses.push((await post('/api/users/forgot-password', { email })).status)
  expect(statuses).toEqual([200, 200, 200, 429])
})

it('a sign-in that is not JSON or names no account is refused', async () => {
  for (const body of [{}, { email: 1, password: 2 }, { email: 'a@b.vn' }, []])
    expect((await post('/api/users/login', body)).status).toBe(400)
  const form = new FormData()
  form.set('_payload', JSON.stringify({ email: 'editor@tinh.example', password: wrong }))
  const answer = await fetch(`${account.cms.base}/api/users/login`, {
    method: 'POST',
    headers: { origin: env.CMS_URL },
    body: form,
  })
  expect(answer.status).toBe(400)
})
