/** Cookies of a cms that people reach over https, and who else may use them. */
import { logIn, openTestCms, postLogin, type TestCms } from '#tests/support/https-cms.ts'
import { password } from '#tests/support/log-in.ts'
import { afterAll, beforeAll, expect, it } from 'vitest'

const own = 'https://quantri.tinh.example'
const sibling = 'https://so.tinh.example'

let cms: TestCms
beforeAll(async () => {
  cms = await openTestCms()
})
afterAll(() => cms.close())

it('the session cookie is bound to this host, secure, unreadable for scripts and strict', async () => {
  const answer = await postLogin(cms.base, { email: 'editor@tinh.example', password })
  expect(answer.status).toBe(200)
  const [cookie = '', ...others] = answer.headers.getSetCookie()
  expect(others).toEqual([])
  const [pair = '', ...attributes] = cookie.split('; ')
  expect(pair).toMatch(/^__Host-portal-token=[\w-]+\.[\w-]+\.[\w-]+$/)
  expect(attributes.filter((attribute) => !attribute.startsWith('Expires=')).sort()).toEqual([
    'HttpOnly',
    'Path=/',
    'SameSite=Strict',
    'Secure',
  ])
})

it('signing out takes the same cookie back', async () => {
  const cookie = await logIn(cms.base, 'otherEditor@tinh.example')
  const answer = await fetch(`${cms.base}/api/users/logout`, {
    method: 'POST',
    headers: { cookie, origin: own },
  })
  const [taken = ''] = answer.headers.getSetCookie()
  expect(taken).toMatch(/^__Host-portal-token=;/)
  expect(taken).toContain('; Path=/; Secure; HttpOnly; SameSite=Strict')
})

it.each([
  ['another site', { origin: 'https://xau.example', 'sec-fetch-site': 'cross-site' }],
  ['a sibling sub-domain', { origin: sibling, 'sec-fetch-site': 'same-site' }],
  ['a sibling that hides its origin', { 'sec-fetch-site': 'same-site' }],
  ['a sandboxed frame', { origin: 'null' }],
])('%s can neither write nor sign in with what the browser adds', async (_, headers) => {
  const cookie = await logIn(cms.base, 'editor@tinh.example')
  const write = await fetch(`${cms.base}/api/news`, {
    method: 'POST',
    headers: { cookie, 'content-type': 'application/json', ...headers } as Record<string, string>,
    body: JSON.stringify({ title: 'x' }),
  })
  expect(write.status).toBe(403)
  const signIn = await fetch(`${cms.base}/api/users/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers } as Record<string, string>,
    body: JSON.stringify({ email: 'editor@tinh.example', password }),
  })
  expect(signIn.status).toBe(403)
})

it('what another origin reads with the cookie it reads as nobody', async () => {
  const cookie = await logIn(cms.base, 'editor@tinh.example')
  const read = await fetch(`${cms.base}/api/news`, { headers: { cookie, origin: sibling } })
  expect(read.status).toBe(403)
  expect(read.headers.get('access-control-allow-origin')).not.toBe(sibling)
})

it('links in mails lead to our own address, whatever the request calls itself', async () => {
  const answer = await fetch(`${cms.base}/api/users/forgot-password`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: own, 'x-forwarded-host': 'xau.example' },
    body: JSON.stringify({ email: 'editor@tinh.example' }),
  })
  expect(answer.status).toBe(200)
  const { finishAccountWork } = await import('#cms/accounts/unfinished.ts')
  const { resetMail } = await import('#cms/accounts/reset-endpoints.ts')
  await finishAccountWork()
  expect(resetMail.generateEmailHTML({ token: 'abc' })).toContain(`href="${own}/admin/reset/abc"`)
})
