import { openAccountCms, type AccountCms } from '#tests/support/account-cms.ts'
import { codeFor, secretOf } from '#tests/support/second-factor.ts'
import { codeAtStep } from '#cms/accounts/timed-code.ts'
import { stepAt } from '#domain/accounts/one-time-code.ts'
import { portal } from '#tests/support/run-command.ts'
import { password } from '#tests/support/log-in.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'

let account: AccountCms
beforeAll(async () => {
  account = await openAccountCms()
})
afterAll(() => account.cms.close())

const actions = async (email: string) => (await account.events(email)).map(({ action }) => action)

it('an enrolled account needs its code, and every wrong answer looks alike', async () => {
  const { email } = await account.person('moderator')
  const missing = await account.signIn({ email })
  const wrong = await account.signIn({ email, code: '000000' })
  const unknown = await account.signIn({ email: 'khong-co@tinh.example', code: '000000' })
  const badPassword = await account.signIn({ email, password: 'sai-hoan-toan-roi', code: codeFor(email) })
  expect(missing).toMatchObject({ status: 401, body: { code: 'wrong-credentials' } })
  for (const other of [wrong, unknown, badPassword])
    expect([other.status, other.body, other.cookie]).toEqual([401, missing.body, ''])
  expect((await account.signIn({ email, code: codeFor(email) })).status).toBe(200)
})

it('a code signs in once, and an older one not after it', async () => {
  const { email } = await account.person('moderator')
  const [code, older] = [codeFor(email), codeFor(email, -1)]
  expect((await account.signIn({ email, code })).status).toBe(200)
  expect((await account.signIn({ email, code })).status).toBe(401)
  expect((await account.signIn({ email, code: older })).status).toBe(401)
  expect((await account.signIn({ email, code: codeFor(email, 1) })).status).toBe(200)
})

it('of eight sign-ins at once with one code one gets a session', async () => {
  const { id, email } = await account.person('administrator')
  const code = codeFor(email)
  const replies = await Promise.all(Array.from({ length: 8 }, () => account.signIn({ email, code })))
  const statuses = replies.map(({ status }) => status)
  expect(statuses.filter((status) => status === 200)).toHaveLength(1)
  expect(statuses.filter((status) => status !== 200 && status !== 401 && status !== 429)).toEqual([])
  const { docs } = await account.cms.payload.db.find({
    collection: 'sign-ins',
    where: { user: { equals: id } },
  })
  expect(docs).toHaveLength(1)
})

it('a recovery code stands in for the telephone once', async () => {
  const { email, recoveryCodes } = await account.person('moderator')
  const [first = '', second = ''] = recoveryCodes
  expect(recoveryCodes).toHaveLength(10)
  expect((await account.signIn({ email, code: first })).status).toBe(200)
  expect((await account.signIn({ email, code: first })).status).toBe(401)
  const both = await Promise.all([1, 2].map(() => account.signIn({ email, code: second.toLowerCase() })))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 401])
  expect(await actions(email)).toEqual([
    'account-created',
    'sign-in',
    'recovery-code-used',
    'sign-in',
    'recovery-code-used',
  ])
})

it('neither secret nor recovery code lies readable in the database', async () => {
  const { id, email, recoveryCodes } = await account.person('moderator')
  const row = await account.cms.payload.db.findOne({
    collection: 'second-factors',
    where: { user: { equals: id } },
  })
  const stored = JSON.stringify(row)
  for (const secret of [secretOf(email), ...recoveryCodes]) expect(stored).not.toContain(secret)
})

it('without its required factor a moderator reaches nothing but the enrolment', async () => {
  const { email } = await account.person('moderator', { isEnrolled: false })
  const reply = await account.signIn({ email })
  expect(reply).toMatchObject({ status: 200, body: { next: '/admin/bao-mat' } })
  const ask = (method: string, path: string, body?: unknown) => account.ask(reply.cookie, method, path, body)
  for (const [method, path] of [
    ['GET', '/api/news'],
    ['POST', '/api/news'],
    ['GET', '/api/users'],
    ['GET', '/api/publications/control'],
    ['PATCH', '/api/users/me'],
    ['POST', '/admin'],
    ['POST', '/admin/bao-mat'],
  ] as const) {
    const refused = await ask(method, path, method === 'GET' ? undefined : {})
    expect([path, refused.status, refused.body.code]).toEqual([path, 403, 'second-factor-required'])
  }
  expect(await ask('GET', '/admin/collections/news')).toMatchObject({
    status: 302,
    headers: { location: '/admin/bao-mat' },
  })
  expect((await ask('GET', '/api/users/me')).body.user).toMatchObject({ email })

  const { body: begun } = await ask('POST', '/api/users/second-factor/start')
  expect(begun.uri).toMatch(/^otpauth:\/\/totp\/.*secret=/)
  expect(begun.qr.path).toMatch(/^M/)
  const code = codeAtStep(begun.secret, stepAt(Date.now()))
  const confirm = (more: object) =>
    ask('POST', '/api/users/second-factor/confirm', { password, code, ...more })
  expect((await confirm({ password: 'sai-hoan-toan-roi' })).body.code).toBe('wrong-password')
  expect((await confirm({ code: '000000' })).body.code).toBe('wrong-code')
  const done = await confirm({})
  expect(done.body.recoveryCodes).toHaveLength(10)
  expect((await ask('GET', '/api/news')).status).toBe(200)
  expect((await ask('POST', '/api/users/second-factor/start')).body.code).toBe('factor-enrolled')
  // The code that enrolled is spent; a recovery code is as good as it was shown.
  expect((await account.signIn({ email, code })).status).toBe(401)
  expect((await account.signIn({ email, code: done.body.recoveryCodes[0] })).status).toBe(200)
  expect(await actions(email)).toContain('factor-enrolled')
})

it('an editor who is made moderator has to enrol at the next request', async () => {
  const { id, email } = await account.person('editor')
  const cookie = await account.session(email)
  expect((await account.ask(cookie, 'GET', '/api/news')).status).toBe(200)
  await account.cms.as.administrator('PATCH', `/api/users/${id}`, { role: 'moderator' })
  expect((await account.ask(cookie, 'GET', '/api/news')).body.code).toBe('second-factor-required')
  expect((await account.events(email)).at(-1)).toMatchObject({ action: 'role-changed', toState: 'moderator' })
})

it('a lost telephone: the command takes the factor off, ends the sessions and says so in the audit', async () => {
  const { email } = await account.person('moderator')
  const cookie = await account.session(email)
  const { code, stdout } = await portal(['reset-factor', email], process.env)
  expect([code, stdout.split(' ').slice(0, 3).join(' ')]).toEqual([0, 'Đã gỡ xác'])
  expect((await account.ask(cookie, 'GET', '/api/users/me')).body.user).toBeNull()
  expect(await account.signIn({ email })).toMatchObject({ status: 200, body: { next: '/admin/bao-mat' } })
  expect(await account.events(email)).toContainEqual(
    expect.objectContaining({ action: 'factor-reset', actor: 'system' }),
  )
  expect((await portal(['reset-factor', (await account.person('editor')).email], process.env)).code).toBe(1)
})

it('an editor may enrol, then needs the code, and may switch it off with password and code', async () => {
  const { email } = await account.person('editor')
  const cookie = await account.session(email)
  const ask = (path: string, body?: unknown) =>
    account.ask(cookie, 'POST', `/api/users/second-factor/${path}`, body)
  const { secret } = (await ask('start')).body
  const step = stepAt(Date.now())
  const codeAt = (drift: number) => codeAtStep(secret, step + drift)
  expect((await account.signIn({ email })).status).toBe(200)
  expect((await ask('confirm', { password, code: codeAt(0) })).status).toBe(200)
  expect((await account.signIn({ email })).status).toBe(401)
  const renewed = await ask('recovery-codes', { password, code: codeAt(1) })
  expect(renewed.body.recoveryCodes).toHaveLength(10)
  expect((await ask('remove', { password, code: codeAt(1) })).body.code).toBe('wrong-code')
  expect((await ask('remove', { password, code: renewed.body.recoveryCodes[3] })).status).toBe(200)
  expect((await account.signIn({ email })).status).toBe(200)
  const seen = await actions(email)
  expect(seen.filter((action) => /factor|recovery/.test(action))).toEqual([
    'factor-enrolled',
    'recovery-codes-renewed',
    'factor-removed',
  ])
})
