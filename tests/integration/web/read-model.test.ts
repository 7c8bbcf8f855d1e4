import { readdirSync, readlinkSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterEach, expect, test } from 'vitest'
import type { ClosedAddress } from '#published/views.ts'
import {
  makeDataDir,
  makeRelease,
  putPage,
  putReadModel,
  startWeb,
  switchTo,
  type WebOptions,
} from '#tests/support/web-server.ts'

let web: Awaited<ReturnType<typeof startWeb>>
afterEach(() => web.close())

const at = '2026-03-01T00:00:00.000Z'
const closed: ClosedAddress[] = [
  { path: '/tin-tuc/cu/', status: 301, target: '/tin-tuc/moi/', at },
  { path: '/tin-tuc/dau/', status: 301, target: '/tìm/', at },
  { path: '/tin-tuc/la/', status: 301, target: '//evil.example/', at },
  { path: '/tin-tuc/xoa/', status: 410, title: 'Tin <b>nhầm</b>', note: 'Đăng nhầm số liệu', at },
]

async function start(options: WebOptions = {}) {
  const made = await makeDataDir()
  putReadModel(made.release, closed)
  web = await startWeb(made.dataDir, options)
  return made
}

test('a moved address answers 301, with or without its last slash', async () => {
  await start()
  for (const address of ['/tin-tuc/cu/', '/tin-tuc/cu']) {
    const { status, headers } = await web.ask(address)
    expect([status, headers.location]).toEqual([301, '/tin-tuc/moi/'])
    expect(headers['cache-control']).toBe('public, max-age=0, must-revalidate')
  }
  expect((await web.ask('/tin-tuc/dau/')).headers.location).toBe('/t%C3%ACm/')
})

test('an address never leads to another host', async () => {
  await start()
  const { status, headers } = await web.ask('/tin-tuc/la/')
  expect([status, headers.location]).toEqual([410, undefined])
})

test('a removed address answers 410 with its reason, in the words of the site', async () => {
  await start()
  const { status, text } = await web.ask('/tin-tuc/xoa/')
  expect(status).toBe(410)
  expect(text).toContain('removed: Tin <b>nhầm</b>: Đăng nhầm số liệu')
})

test('a removed address answers 410 with its reason even when the site cannot render', async () => {
  await start({ siteEntry: '/nowhere/entry.mjs' })
  const { status, text } = await web.ask('/tin-tuc/xoa/')
  expect(status).toBe(410)
  expect(text).toContain('Tin &lt;b&gt;nhầm&lt;/b&gt;')
  expect(text).toContain('Lý do: Đăng nhầm số liệu')
})

test('a page that stands wins over a closed address', async () => {
  const { www } = await start()
  await putPage(www, 'tin-tuc/xoa/index.html', 'lại có')
  expect((await web.ask('/tin-tuc/xoa/')).status).toBe(200)
})

test('a search hands the site what it knows, within limits', async () => {
  await start()
  const { status, text, headers } = await web.ask(
    '/tim-kiem/?q=%20k%E1%BA%BF%0A%20ho%E1%BA%A1ch&q=b&loai=van-ban&trang=999&x=1',
  )
  expect([status, headers['cache-control']]).toEqual([200, 'no-store'])
  expect(text).toContain('asked /tim-kiem/ q=kế+hoạch&loai=van-ban&trang=50<')
})

test('a search reads the read model', async () => {
  await start()
  expect((await web.ask('/tim-kiem/?q=count')).text).toContain('total 0')
})

test('a search without its slash moves, keeping the question', async () => {
  await start()
  const { status, headers } = await web.ask('/tim-kiem?q=a%20b')
  expect([status, headers.location]).toEqual([301, '/tim-kiem/?q=a%20b'])
})

test('a broken escape in a question is not an error', async () => {
  await start()
  expect((await web.ask('/tim-kiem/?q=%ZZ%00%ff')).status).toBe(200)
})

test('a page that fails gives 500 without the detail, which is logged', async () => {
  await start()
  const { status, text } = await web.ask('/tim-kiem/?q=throw')
  expect(status).toBe(500)
  expect(text).toContain('Máy chủ gặp lỗi')
  expect(text).not.toContain('secret')
  expect(web.logged).toEqual([expect.objectContaining({ msg: 'a request failed' })])
})

test('more searches than the line holds are asked to come back, and pages are still served', async () => {
  await start()
  const searches = Array.from({ length: 80 }, () => web.ask('/tim-kiem/?q=slow'))
  const page = await web.ask('/')
  expect(page.status).toBe(200)
  const statuses = (await Promise.all(searches)).map(({ status }) => status)
  expect(new Set(statuses)).toEqual(new Set([200, 503]))
  expect(statuses.filter((status) => status === 200).length).toBeGreaterThanOrEqual(68)
  expect((await web.ask('/tim-kiem/?q=a')).status).toBe(200)
})

test('without a read model pages are served and searches are not', async () => {
  const { release } = await start()
  await rm(path.join(release, 'published.sqlite'))
  expect((await web.ask('/')).status).toBe(200)
  expect((await web.ask('/khong-co/')).status).toBe(404)
  expect((await web.ask('/tim-kiem/?q=a')).status).toBe(503)
  expect(JSON.parse((await web.ask('/healthz')).text)).toEqual({
    status: 'degraded',
    release: '1',
    readModel: false,
  })
})

test('a damaged read model does not stop pages', async () => {
  const made = await makeDataDir()
  await writeFile(path.join(made.release, 'published.sqlite'), 'not a database '.repeat(100))
  web = await startWeb(made.dataDir)
  expect((await web.ask('/')).status).toBe(200)
  expect((await web.ask('/khong-co/')).status).toBe(404)
  expect((await web.ask('/healthz')).status).toBe(200)
})

test('a switch of the release brings its read model, and the old one is closed', async () => {
  const { dataDir } = await start()
  expect((await web.ask('/tin-tuc/cu/')).status).toBe(301)
  putReadModel(await makeRelease(dataDir, '2'))
  await switchTo(dataDir, '2')
  expect((await web.ask('/tin-tuc/cu/')).status).toBe(404)
  expect(JSON.parse((await web.ask('/healthz')).text)).toEqual({
    status: 'ok',
    release: '2',
    readModel: true,
  })
  const open = openFiles().filter((file) => file.startsWith(dataDir) && file.includes('published.sqlite'))
  expect(open.every((file) => file.includes('/releases/2/'))).toBe(true)
})

test('an answer being made from the old release is finished', async () => {
  const { dataDir } = await start()
  const slow = web.ask('/tim-kiem/?q=slow')
  putReadModel(await makeRelease(dataDir, '2'))
  await switchTo(dataDir, '2')
  await web.ask('/khong-co/')
  expect((await slow).status).toBe(200)
})

test('no descriptor stays open after files were asked for', async () => {
  const { dataDir } = await start()
  for (let round = 0; round < 20; round += 1) {
    const answers = await Promise.all([
      web.ask('/', { headers: { 'accept-encoding': 'br' } }),
      web.ask('/', { method: 'HEAD' }),
      web.ask('/none.br'),
    ])
    await web.ask('/', { headers: { 'if-none-match': answers[1]?.headers.etag ?? '' } })
  }
  await new Promise((resolve) => setTimeout(resolve, 50))
  expect(
    openFiles().filter((file) => file.startsWith(path.join(dataDir, 'releases')) && file.includes('/www/')),
  ).toEqual([])
})

function openFiles(): string[] {
  return readdirSync('/proc/self/fd').flatMap((fd) => {
    try {
      return [readlinkSync(`/proc/self/fd/${fd}`)]
    } catch {
      return [] // closed since it was listed
    }
  })
}

test('a page below a moved address answers 301 when it stands below the new one', async () => {
  const made = await start()
  await putPage(made.release, 'www/tin-tuc/moi/2011/05/index.html', 'tháng 5')
  for (const [asked, to] of [
    ['/tin-tuc/cu/2011/05/', '/tin-tuc/moi/2011/05/'],
    ['/tin-tuc/cu/2011/05', '/tin-tuc/moi/2011/05/'],
  ] as const) {
    const { status, headers } = await web.ask(asked)
    expect([status, headers.location]).toEqual([301, to])
  }
  for (const asked of ['/tin-tuc/cu/2011/06/', '/tin-tuc/xoa/2011/05/', '/tin-tuc/la/2011/05/']) {
    expect((await web.ask(asked)).status).toBe(404)
  }
})
