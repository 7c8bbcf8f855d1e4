import { isPassword } from '#cms/accounts/password-check.ts'
import { openAccountCms, type AccountCms } from '#tests/support/account-cms.ts'
import { password } from '#tests/support/log-in.ts'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'

const minutes = (count: number) => count * 60_000
const newPassword = 'cá nục kho dứa chiều mưa'

let account: AccountCms
beforeAll(async () => {
  account = await openAccountCms()
})
beforeEach(() => account.setClock(0))
afterAll(() => account.cms.close())

const isIn = async (cookie: string) => (await account.ask(cookie, 'GET', '/api/news')).status === 200

it('a session ends when nobody was seen for half an hour, and not while somebody is', async () => {
  const { email } = await account.person('editor')
  const cookie = await account.session(email)
  for (const at of [25, 50, 75]) {
    account.setClock(minutes(at))
    expect(await isIn(cookie)).toBe(true)
  }
  account.setClock(minutes(100))
  // A screen that asks by itself is nobody.
  await account.ask(cookie, 'GET', '/api/news/khong-co/publication')
  account.setClock(minutes(106))
  expect(await isIn(cookie)).toBe(false)
})

it('a session ends twelve hours after signing in, however busy and however often renewed', async () => {
  const { email } = await account.person('editor')
  const cookie = await account.session(email)
  for (let at = 20; at < 12 * 60; at += 20) {
    account.setClock(minutes(at))
    expect(await isIn(cookie)).toBe(true)
  }
  const renewed = await account.ask(cookie, 'POST', '/api/users/refresh-token')
  expect(renewed.status).toBe(200)
  account.setClock(minutes(12 * 60) + 1000)
  expect(await isIn(cookie)).toBe(false)
  expect(await isIn(renewed.cookie)).toBe(false)
})

it('a disabled account is out at its next request and cannot come back', async () => {
  const { id, email } = await account.person('editor')
  const cookie = await account.session(email)
  expect(await isIn(cookie)).toBe(true)
  const disable = (isDisabled: boolean) =>
    account.cms.as.administrator('PATCH', `/api/users/${id}`, { isDisabled })
  expect((await disable(true)).status).toBe(200)
  expect(await isIn(cookie)).toBe(false)
  expect((await account.ask(cookie, 'GET', '/api/users/me')).body.user).toBeNull()
  expect(await account.signIn({ email })).toMatchObject({ status: 401, body: { code: 'account-disabled' } })
  expect((await account.signIn({ email, password: 'sai-hoan-toan-roi' })).body.code).toBe('wrong-credentials')
  await disable(false)
  expect(await isIn(cookie)).toBe(false)
  expect((await account.signIn({ email })).status).toBe(200)
})

it('an account disabled while a sign-in is under way stays disabled', async () => {
  const { id, email } = await account.person('editor')
  const signingIn = Promise.all([1, 2].map(() => account.signIn({ email })))
  const disabled = account.cms.as.administrator('PATCH', `/api/users/${id}`, { isDisabled: true })
  await Promise.all([signingIn, disabled])
  const row = await account.cms.payload.db.findOne<{ id: string; isDisabled: boolean }>({
    collection: 'users',
    where: { id: { equals: id } },
  })
  expect(row?.isDisabled).toBe(true)
  for (const { cookie } of await signingIn) expect(cookie !== '' && (await isIn(cookie))).toBe(false)
})

it('a new password ends the other sessions and keeps this one', async () => {
  const { email } = await account.person('editor')
  const [mine, other] = [await account.session(email), await account.session(email)]
  const change = (to: string, current = password) =>
    account.ask(mine, 'POST', '/api/users/password', { current, password: to })
  const weak = await change('matkhau123456')
  expect(weak).toMatchObject({
    status: 422,
    body: { code: 'weak-password', problems: [{ field: 'password' }] },
  })
  expect((await change(newPassword, 'sai-hoan-toan-roi')).body.code).toBe('wrong-password')
  expect((await change(newPassword)).status).toBe(200)
  expect(await isIn(mine)).toBe(true)
  expect(await isIn(other)).toBe(false)
  expect((await account.signIn({ email, password })).status).toBe(401)
  expect((await account.signIn({ email, password: newPassword })).status).toBe(200)
  expect((await account.events(email)).map(({ action }) => action)).toContain('password-changed')
})

it('a stolen session alone sets no password: not through the form, not among many, not by guessing', async () => {
  for (const role of ['editor', 'moderator', 'administrator']) {
    const { id, email } = await account.person(role)
    const mine = await account.session(email)
    for (const [method, path] of [
      ['PATCH', `/api/users/${id}`],
      ['PATCH', `/api/users?where[id][equals]=${id}`],
    ] as const) {
      const answer = await account.ask(mine, method, path, { password: newPassword })
      expect([role, path, answer.status, answer.body.code]).toEqual([role, path, 403, 'own-password'])
    }
    for (const body of [{}, { password: newPassword }, { current: 1, password: newPassword }])
      expect((await account.ask(mine, 'POST', '/api/users/password', body)).status).toBe(400)
    const from = '127.44.0.9'
    const guess = () =>
      account.ask(
        mine,
        'POST',
        '/api/users/password',
        { current: 'doan-mo-thoi', password: newPassword },
        from,
      )
    for (let turn = 0; turn < 5; turn += 1) expect((await guess()).body.code).toBe('wrong-password')
    expect((await guess()).status).toBe(429)
    const stored = await account.cms.payload.db.findOne<{ id: string; hash: string }>({
      collection: 'users',
      where: { id: { equals: id } },
    })
    expect(await isPassword(stored, password)).toBe(true)
  }
})

it('an administrator sets somebody else’s without knowing it', async () => {
  const { id, email } = await account.person('editor')
  const { status } = await account.cms.as.administrator('PATCH', `/api/users/${id}`, {
    password: newPassword,
  })
  expect(status).toBe(200)
  expect((await account.signIn({ email, password: newPassword })).status).toBe(200)
})

it('a person sees their own sessions and ends one or all others', async () => {
  const { email } = await account.person('editor')
  const [mine, second, third] = [
    await account.session(email, { from: '127.9.9.1' }),
    await account.session(email, { from: '127.9.9.2' }),
    await account.session(email, { from: '127.9.9.3' }),
  ]
  const listed = async () => (await account.ask(mine, 'GET', '/api/users/security')).body.sessions
  const sessions = await listed()
  expect(sessions.map(({ address }: { address: string }) => address).sort()).toEqual([
    '127.9.9.1',
    '127.9.9.2',
    '127.9.9.3',
  ])
  expect(sessions.find(({ isCurrent }: { isCurrent: boolean }) => isCurrent).address).toBe('127.9.9.1')
  const victim = sessions.find(({ address }: { address: string }) => address === '127.9.9.2')
  expect(
    (await account.ask(mine, 'POST', '/api/users/sessions/end', { session: victim.id })).body.ended,
  ).toBe(1)
  expect([await isIn(mine), await isIn(second), await isIn(third)]).toEqual([true, false, true])
  const stranger = await account.session((await account.person('editor')).email)
  const stolen = await account.ask(stranger, 'POST', '/api/users/sessions/end', { session: victim.id })
  expect(stolen.body.ended).toBe(0)
  expect((await account.ask(mine, 'POST', '/api/users/sessions/end-others')).body.ended).toBe(1)
  expect([await isIn(mine), await isIn(third)]).toEqual([true, false])
  expect(await listed()).toHaveLength(1)
})

it('an administrator ends the sessions of an account, others may not', async () => {
  const { id, email } = await account.person('editor')
  const cookie = await account.session(email)
  expect(
    (await account.cms.as.moderator('POST', `/api/users/${id}/end-sessions`, { session: 'all' })).status,
  ).toBe(403)
  expect((await account.cms.as.moderator('GET', `/api/users/${id}/sessions`)).status).toBe(403)
  expect((await account.cms.as.administrator('GET', `/api/users/${id}/sessions`)).body.sessions).toHaveLength(
    1,
  )
  expect(
    (await account.cms.as.administrator('POST', `/api/users/${id}/end-sessions`, { session: 'all' })).body
      .ended,
  ).toBe(1)
  expect(await isIn(cookie)).toBe(false)
  expect((await account.events(email)).at(-1)).toMatchObject({ action: 'sessions-ended', note: '1 phiên' })
})

it('signing out ends the session, also for whoever copied the cookie', async () => {
  const { email } = await account.person('editor')
  const cookie = await account.session(email)
  expect((await account.ask(cookie, 'POST', '/api/users/logout')).status).toBe(200)
  expect(await isIn(cookie)).toBe(false)
  expect((await account.events(email)).at(-1)).toMatchObject({ action: 'sign-out' })
})

it('a token counts as a cookie only, and is never told to a script', async () => {
  const { email } = await account.person('editor')
  const reply = await account.signIn({ email })
  const token = /portal-token=([^;]+)/.exec(reply.cookie)?.[1] ?? ''
  expect(JSON.stringify(reply.body)).not.toContain(token)
  for (const scheme of ['JWT', 'Bearer']) {
    const answer = await fetch(`${account.cms.base}/api/news`, {
      headers: { authorization: `${scheme} ${token}` },
    })
    expect(answer.status).toBe(403)
  }
})
