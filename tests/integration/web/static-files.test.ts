import { utimes } from 'node:fs/promises'
import path from 'node:path'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { makeDataDir, makeRelease, put, putPage, startWeb, switchTo } from '#tests/support/web-server.ts'

let dataDir: string
let www: string
let web: Awaited<ReturnType<typeof startWeb>>

beforeAll(async () => {
  ;({ dataDir, www } = await makeDataDir())
  await putPage(www, 'tin-tuc/tet/index.html', '<h1>Tết</h1>')
  await putPage(www, 'rss.xml', '<?xml version="1.0"?><rss/>')
  await put(www, 'van-ban/2011/.so-lieu.tmp', 'half')
  await put(www, '_astro/site.B3x.css', 'body{}')
  await put(www, 'tep/0123456789abcdef/kế hoạch.pdf', '%PDF-1.7 0123456789')
  await put(www, 'tep/0123456789abcdef/so-lieu.csv.gz', 'gz')
  await put(www, 'tep/0123456789abcdef/trang.html', '<script>alert(1)</script>')
  await put(www, 'tep/0123456789abcdef/hinh.svg', '<svg/>')
  await put(www, 'tep/0123456789abcdef/anh.webp', 'webp')
  web = await startWeb(dataDir)
})
afterAll(() => web.close())

test('a page answers at its address with a slash', async () => {
  const { status, text, headers } = await web.ask('/tin-tuc/tet/')
  expect([status, text]).toEqual([200, '<h1>Tết</h1>'])
  expect(headers['content-type']).toBe('text/html; charset=utf-8')
  expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
})

test('the start page answers', async () => {
  expect((await web.ask('/')).text).toContain('Trang chủ')
  expect((await web.ask('http://portal.example/')).text).toContain('Trang chủ')
})

test.each([
  ['/tin-tuc/tet', '/tin-tuc/tet/'],
  ['/tin-tuc/tet?a=1', '/tin-tuc/tet/?a=1'],
  ['/tin-tuc/tet/index.html', '/tin-tuc/tet/'],
  ['/index.html', '/'],
])('%s moves to %s', async (from, to) => {
  const { status, headers } = await web.ask(from)
  expect([status, headers.location]).toEqual([301, to])
})

test.each([
  '/khong-co/',
  '/khong-co',
  '/tin-tuc',
  '/tin-tuc/',
  '/rss.xml/',
  '/tin-tuc/tet/index.html.br',
  '/tin-tuc/tet/index.html.gz',
  '/rss.xml.gz',
  '/404.html',
  '/van-ban/2011/.so-lieu.tmp',
  '/.env',
  '//evil.example/',
  '//tin-tuc/tet',
  '/tin-tuc//tet/',
  '/admin',
  '/admin/login',
  '/api/users',
  '/_next/static/x.js',
  '/constructor/',
])('%s is not found, in the words of the site', async (address) => {
  const { status, text, headers } = await web.ask(address)
  expect([status, headers.location]).toEqual([404, undefined])
  expect(text).toContain('kính mời tìm kiếm')
})

test.each([
  '/%ZZ',
  '/%00',
  '/a%00b/',
  '/../etc/passwd',
  '/%2e%2e/etc/passwd',
  '/a/..%2f..%2fetc',
  '/a\\b',
  '/a%5Cb',
  '/%C0%AF',
  '/./',
  `/${'a'.repeat(2100)}`,
  '/a%0d%0ab',
])('%s is refused as an address', async (address) => {
  const { status, text } = await web.ask(address)
  expect(status).toBe(400)
  expect(text).toContain('Địa chỉ không hợp lệ')
})

test('Brotli is preferred, gzip next, plain otherwise', async () => {
  const brotli = await web.ask('/tin-tuc/tet/', { headers: { 'accept-encoding': 'gzip, deflate, br' } })
  expect(brotli.headers['content-encoding']).toBe('br')
  expect(brotliDecompressSync(brotli.body).toString()).toBe('<h1>Tết</h1>')
  const gzip = await web.ask('/tin-tuc/tet/', { headers: { 'accept-encoding': 'gzip, br;q=0' } })
  expect(gunzipSync(gzip.body).toString()).toBe('<h1>Tết</h1>')
  const plain = await web.ask('/tin-tuc/tet/', { headers: { 'accept-encoding': 'zstd' } })
  expect(plain.headers['content-encoding']).toBeUndefined()
  for (const { headers } of [brotli, gzip, plain]) expect(headers.vary).toBe('Accept-Encoding')
  expect(new Set([brotli, gzip, plain].map(({ headers }) => headers.etag)).size).toBe(3)
})

test('a variant older than its page is not sent', async () => {
  await putPage(www, 'tin-tuc/cu/index.html', 'old')
  await put(www, 'tin-tuc/cu/index.html', 'new')
  const past = new Date(Date.now() - 5_000)
  for (const extension of ['.br', '.gz'])
    await utimes(path.join(www, `tin-tuc/cu/index.html${extension}`), past, past)
  const { text, headers } = await web.ask('/tin-tuc/cu/', { headers: { 'accept-encoding': 'br, gzip' } })
  expect([text, headers['content-encoding']]).toEqual(['new', undefined])
})

test('a copy the reader has is confirmed with 304, also after a rebuild with the same bytes', async () => {
  for (const encoding of ['identity', 'br']) {
    const first = await web.ask('/tin-tuc/tet/', { headers: { 'accept-encoding': encoding } })
    const headers = { 'accept-encoding': encoding, 'if-none-match': first.headers.etag ?? '' }
    const again = await web.ask('/tin-tuc/tet/', { headers })
    expect([again.status, again.body.length]).toEqual([304, 0])
    expect(again.headers.etag).toBe(first.headers.etag)
    await putPage(www, 'tin-tuc/tet/index.html', '<h1>Tết</h1>')
    expect((await web.ask('/tin-tuc/tet/', { headers })).status).toBe(304)
  }
})

test('HEAD answers like GET without a body', async () => {
  const { status, headers, body } = await web.ask('/tin-tuc/tet/', { method: 'HEAD' })
  expect([status, headers['content-length'], body.length]).toEqual([
    200,
    String(Buffer.byteLength('<h1>Tết</h1>')),
    0,
  ])
  expect((await web.ask('/khong-co/', { method: 'HEAD' })).status).toBe(404)
})

test('part of a file can be asked for', async () => {
  const address = `/tep/0123456789abcdef/${encodeURIComponent('kế hoạch.pdf')}`
  const part = await web.ask(address, { headers: { range: 'bytes=0-3' } })
  expect([part.status, part.text, part.headers['content-range']]).toEqual([206, '%PDF', 'bytes 0-3/19'])
  const beyond = await web.ask(address, { headers: { range: 'bytes=900-' } })
  expect([beyond.status, beyond.headers['content-range']]).toEqual([416, 'bytes */19'])
  expect((await web.ask(address, { headers: { 'if-match': '"other"' } })).status).toBe(412)
})

test('an address spelled with separate tone marks finds the same file', async () => {
  const address = `/tep/0123456789abcdef/${encodeURIComponent('kế hoạch.pdf'.normalize('NFD'))}`
  expect((await web.ask(address)).status).toBe(200)
})

test.each([
  ['trang.html', 'attachment', 'sandbox'],
  ['hinh.svg', 'attachment', 'sandbox'],
  ['so-lieu.csv.gz', 'attachment', 'sandbox'],
  ['anh.webp', 'inline', "frame-ancestors 'none'"],
  ['k%E1%BA%BF%20ho%E1%BA%A1ch.pdf', 'inline', "object-src 'self'"],
])('the uploaded file %s is shown as %s', async (name, disposition, policy) => {
  const { status, headers } = await web.ask(`/tep/0123456789abcdef/${name}`)
  expect([status, headers['content-disposition'], headers['x-content-type-options']]).toEqual([
    200,
    disposition,
    'nosniff',
  ])
  expect(headers['content-security-policy']).toContain(policy)
  expect(headers['cache-control']).toContain('must-revalidate')
})

test('files named after their content are kept for a year', async () => {
  const { headers } = await web.ask('/_astro/site.B3x.css')
  expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
  expect(headers['content-type']).toBe('text/css; charset=utf-8')
})

test('a file that appears, changes and vanishes is served as it is', async () => {
  expect((await web.ask('/moi/')).status).toBe(404)
  await putPage(www, 'moi/index.html', 'một')
  expect((await web.ask('/moi/')).text).toBe('một')
  await putPage(www, 'moi/index.html', 'hai')
  expect((await web.ask('/moi/')).text).toBe('hai')
})

test('while a page is replaced, readers get one of its versions whole', async () => {
  const versions = ['a'.repeat(300_000), 'b'.repeat(200_000)]
  await putPage(www, 'doi/index.html', versions[0] ?? '')
  let isOver = false
  const replacing = (async () => {
    for (let round = 0; round < 40; round += 1)
      await putPage(www, 'doi/index.html', versions[round % 2] ?? '')
    isOver = true
  })()
  while (!isOver) {
    const answers = await Promise.all(
      ['br', 'identity', 'gzip'].map((encoding) =>
        web.ask('/doi/', { headers: { 'accept-encoding': encoding } }),
      ),
    )
    for (const { status, headers, body } of answers) {
      expect(status).toBe(200)
      const encoding = headers['content-encoding']
      const plain =
        encoding === 'br' ? brotliDecompressSync(body) : encoding === 'gzip' ? gunzipSync(body) : body
      expect(versions.includes(plain.toString())).toBe(true)
    }
  }
  await replacing
})

test('a switch of the release shows at the next request', async () => {
  await makeRelease(dataDir, '2')
  await switchTo(dataDir, '2')
  expect((await web.ask('/')).text).toBe('<h1>Trang chủ 2</h1>')
  await switchTo(dataDir, '1')
  expect((await web.ask('/')).text).toBe('<h1>Trang chủ 1</h1>')
})
