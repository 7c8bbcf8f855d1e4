import { connect } from 'node:net'
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { makeDataDir, put, putPage, putReadModel, startWeb } from '#tests/support/web-server.ts'

let web: Awaited<ReturnType<typeof startWeb>>
afterEach(() => web.close())

const at = '2026-03-01T00:00:00.000Z'
const expected = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'referrer-policy': 'strict-origin-when-cross-origin',
  'cross-origin-resource-policy': 'same-origin',
  'cross-origin-opener-policy': 'same-origin',
  'permissions-policy': 'camera=(), microphone=(), geolocation=()',
}

test('every answer carries the security headers, whatever its status', async () => {
  const { dataDir, release, www } = await makeDataDir()
  await putPage(www, 'a/index.html', 'a')
  await put(www, 'b.txt', 'b')
  putReadModel(release, [
    { path: '/cu/', status: 301, target: '/a/', at },
    { path: '/xoa/', status: 410, title: 'Tin cũ', note: 'Nhầm', at },
  ])
  web = await startWeb(dataDir)
  const { headers: page } = await web.ask('/a/')
  const asked = await Promise.all([
    web.ask('/a/'),
    web.ask('/b.txt', { headers: { range: 'bytes=0-0' } }),
    web.ask('/a'),
    web.ask('/cu/'),
    web.ask('/a/', { headers: { 'if-none-match': page.etag ?? '' } }),
    web.ask('/%ZZ'),
    web.ask('/none/'),
    web.ask('/a/', { method: 'POST' }),
    web.ask('/xoa/'),
    web.ask('/b.txt', { headers: { 'if-match': '"x"' } }),
    web.ask('/b.txt', { headers: { range: 'bytes=9-' } }),
    web.ask('/tim-kiem/?q=throw'),
    web.ask('/healthz'),
  ])
  expect(asked.map(({ status }) => status)).toEqual([
    200, 206, 301, 301, 304, 400, 404, 405, 410, 412, 416, 500, 200,
  ])
  for (const { headers } of asked) {
    expect(headers).toMatchObject(expected)
    expect(headers).not.toHaveProperty('strict-transport-security')
    expect(headers).not.toHaveProperty('x-powered-by')
  }
})

test('an https portal asks for https, for its sub-domains only when told to', async () => {
  const first = await makeDataDir()
  web = await startWeb(first.dataDir, { publicUrl: 'https://tinh.gov.vn' })
  const { headers } = await web.ask('/')
  expect(headers['content-security-policy']).toMatch(/; upgrade-insecure-requests$/)
  expect(headers['strict-transport-security']).toBe('max-age=63072000')
  await web.close()
  const second = await makeDataDir()
  web = await startWeb(second.dataDir, { publicUrl: 'https://tinh.gov.vn', hstsSubdomains: true })
  expect((await web.ask('/')).headers['strict-transport-security']).toBe(
    'max-age=63072000; includeSubDomains; preload',
  )
})

test.each(['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'TRACE'])('%s is not allowed', async (method) => {
  web = await startWeb((await makeDataDir()).dataDir)
  const { status, headers } = await web.ask('/', { method })
  expect([status, headers.allow]).toEqual([405, 'GET, HEAD'])
})

test('bytes that are not HTTP get 400 with the security headers', async () => {
  web = await startWeb((await makeDataDir()).dataDir)
  const answer = await new Promise<string>((resolve, reject) => {
    let text = ''
    const socket = connect(web.port, '127.0.0.1', () => socket.write('SSH-2.0-x\r\n\r\n'))
    socket.on('data', (chunk) => (text += chunk.toString()))
    socket.on('end', () => resolve(text))
    socket.on('error', reject)
  })
  expect(answer).toMatch(/^HTTP\/1\.1 400 Bad Request\r\n/)
  expect(answer).toContain('X-Content-Type-Options: nosniff')
})

test('without a public tree every page is 503 and asks to come back', async () => {
  const { dataDir } = await makeDataDir()
  await rm(path.join(dataDir, 'www'))
  web = await startWeb(dataDir)
  const { status, headers, text } = await web.ask('/')
  expect([status, headers['retry-after']]).toEqual([503, '5'])
  expect(text).toContain('Máy chủ đang bận')
  const health = await web.ask('/healthz')
  expect([health.status, JSON.parse(health.text)]).toEqual([
    503,
    { status: 'degraded', release: null, readModel: false },
  ])
})
