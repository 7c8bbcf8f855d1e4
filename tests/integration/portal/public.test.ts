/** The whole way, from a person's step to what a citizen gets over HTTP: cms process, publisher and web server are real. */
import { rm } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { leaks, removeFolder, startCms, treeOf, type CmsProcess } from '#tests/support/portal-processes.ts'
import { canaries, seedPortal, step, type SeededPortal } from '#tests/support/seeded-portal.ts'
import { startPublicWeb, type PublicWeb } from '#tests/support/public-web.ts'

type Ask = Awaited<ReturnType<CmsProcess['signIn']>>
let portal: SeededPortal
let cms: CmsProcess
let web: PublicWeb
let editor: Ask
let moderator: Ask
let second: Ask

beforeAll(async () => {
  portal = await seedPortal()
  const started = await startCms(portal.folder)
  if (!started) throw new Error('the cms did not start')
  cms = started
  await cms.idle()
  web = await startPublicWeb(portal.folder.data)
  editor = await cms.signIn('editor@tinh.example')
  moderator = await cms.signIn('moderator@tinh.example')
  second = await cms.signIn('second@tinh.example')
}, 120_000)
afterAll(async () => {
  await web.close()
  await cms.stop()
  await removeFolder(portal.folder)
})

const body = (text: string) => ({
  root: {
    type: 'root',
    version: 1,
    children: [{ type: 'paragraph', version: 1, children: [{ type: 'text', version: 1, text, format: 0 }] }],
  },
})

async function publish(
  words: Record<string, unknown>,
  collection = 'news',
): Promise<{ id: string; path: string }> {
  const created = await editor('POST', `/api/${collection}`, words)
  expect(created.status, JSON.stringify(created.body)).toBe(201)
  const { id } = created.body.doc
  await step(editor, id, 'submit', {}, collection)
  await step(moderator, id, 'approve', {}, collection)
  await until(
    async () => (await moderator('GET', `/api/${collection}/${id}/publication`)).body.state === 'live',
  )
  const { urls } = (await moderator('GET', `/api/${collection}/${id}/publication`)).body
  return { id, path: new URL(urls[0]).pathname }
}

async function until(holds: () => Promise<boolean>, withinMs = 10_000): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('did not come true in time')
    await wait(20)
  }
}

const news = (title: string, more: Record<string, unknown> = {}) => ({
  title,
  lead: 'Tóm tắt.',
  body: body(`Nội dung của ${title}.`),
  agency: portal.agency,
  topics: [portal.topic],
  originallyPublishedAt: '2011-05-23T14:53:59+07:00',
  ...more,
})

describe('an approved article', () => {
  it('is at its address, on the home page, in its month, topic, feed and sitemap, and found without tone marks', async () => {
    const { path: address } = await publish(news('Đẩy mạnh ứng dụng công nghệ'))
    expect(address).toBe('/tin-tuc/day-manh-ung-dung-cong-nghe/')
    for (const page of [
      '/',
      '/tin-tuc/',
      '/tin-tuc/2011/05/',
      '/tin-tuc/chuyen-muc/cong-nghe-thong-tin/',
      '/rss.xml',
      '/sitemap/2011-05.xml',
      '/tim-kiem/?q=day+manh+ung+dung',
    ]) {
      expect((await web.get(page)).text, page).toContain(address)
    }
    expect((await web.get(address)).text).toContain('Nội dung của Đẩy mạnh ứng dụng công nghệ.')
  })

  it('keeps its old text while a correction waits, then shows the new one', async () => {
    const { id, path: address } = await publish(news('Tin sẽ đính chính'))
    await editor('PATCH', `/api/news/${id}`, { lead: 'Số đã sửa là 42.' })
    await step(editor, id, 'submit')
    expect((await web.get(address)).text).not.toContain('Số đã sửa là 42.')
    await step(moderator, id, 'approve', { changeNote: 'Sửa số liệu' })
    await until(async () => (await web.get(address)).text.includes('Số đã sửa là 42.'), 1000)
    expect((await web.get(address)).text).toContain('Sửa số liệu')
  })

  it('answers 301 at its old address after a renaming and never forgets it', async () => {
    const { id, path: address } = await publish(news('Địa chỉ cũ'))
    await editor('PATCH', `/api/news/${id}`, { slug: 'dia-chi-moi' })
    await step(editor, id, 'submit')
    await step(moderator, id, 'approve')
    await until(async () => (await web.get('/tin-tuc/dia-chi-moi/')).status === 200, 2000)
    const old = await web.get(address)
    expect([old.status, old.headers.location]).toEqual([301, '/tin-tuc/dia-chi-moi/'])
    expect(await editor('POST', '/api/news', { title: 'Kẻ đến sau', slug: 'dia-chi-cu' })).toMatchObject({
      status: 409,
    })
  })

  it('withdrawn, shows its reason on its page and is gone from every list within a second', async () => {
    const { id, path: address } = await publish(news('Tin phải rút'))
    const lists = [
      '/',
      '/tin-tuc/',
      '/tin-tuc/2011/05/',
      '/tin-tuc/chuyen-muc/cong-nghe-thong-tin/',
      '/rss.xml',
      '/sitemap/2011-05.xml',
      '/tim-kiem/?q=phai+rut',
    ]
    for (const page of lists) expect((await web.get(page)).text, page).toContain(address)
    const from = Date.now()
    await step(moderator, id, 'withdraw', { note: 'Số liệu chưa đúng' })
    await until(async () => {
      const pages = await Promise.all(lists.map((page) => web.get(page)))
      return (
        pages.every(({ text }) => !text.includes(address)) &&
        (await web.get(address)).text.includes('Số liệu chưa đúng')
      )
    }, 1000)
    expect(Date.now() - from).toBeLessThan(1500)
    await step(moderator, id, 'restore')
    await until(async () => (await web.get('/tin-tuc/')).text.includes(address), 1000)
  })

  it('removed, answers 410 with the reason; redirected, 301 to the other page', async () => {
    const kept = await publish(news('Tin ở lại'))
    const gone = await publish(news('Tin gỡ bỏ'))
    const moved = await publish(news('Tin chuyển đi'))
    await step(moderator, gone.id, 'remove', { note: 'Đăng nhầm chuyên mục' })
    await step(moderator, moved.id, 'redirect', { to: kept.path })
    await until(async () => (await web.get(gone.path)).status === 410, 1000)
    expect((await web.get(gone.path)).text).toContain('Đăng nhầm chuyên mục')
    await until(async () => (await web.get(moved.path)).status === 301, 1000)
    expect((await web.get(moved.path)).headers.location).toBe(kept.path)
  })

  it('shows another item under that item’s own live words, and nothing of one that is not live', async () => {
    const document = {
      family: 'directive',
      type: 'CT',
      number: '08/CT-SYT',
      issuer: portal.agency,
      issuedOn: '2011-05-11',
      abstract: 'về việc thử liên kết',
      body: body('Văn bản.'),
    }
    const hidden = (
      await editor('POST', '/api/documents', { ...document, number: '09/CT-SYT', abstract: 'chưa ai duyệt' })
    ).body.doc.id
    const { id, path: address } = await publish(document, 'documents')
    const article = await publish(news('Tin về văn bản', { aboutDocuments: [id, hidden] }))
    const page = (await web.get(article.path)).text
    expect(page).toContain(address)
    expect(page).not.toContain('chưa ai duyệt')
    expect((await web.get(address)).text).toContain(article.path)
  })
})

describe('the public history of an item', () => {
  const leaked = 'ten-nguoi-to-cao-qwx'
  const history = (address: string) => web.get(`${address}lich-su/`)

  async function edited(words: string[]): Promise<{ id: string; path: string }> {
    const [first = '', ...later] = words
    const item = await publish(news('Tin có lịch sử', { body: body(first) }))
    for (const text of later) {
      await cms.idle()
      expect((await editor('PATCH', `/api/news/${item.id}`, { body: body(text) })).status).toBe(200)
      await step(editor, item.id, 'submit')
      await step(moderator, item.id, 'approve')
    }
    await cms.idle()
    return item
  }

  it('tells the editions, compares any two, forgets what is hidden and ends with the item', async () => {
    const { id, path: address } = await edited(['Bản đầu', `Bản hai ${leaked}`, 'Bản ba'])
    const slug = 'lich-su-cua-ban-nhap-khong-duyet'
    await editor('PATCH', `/api/news/${id}`, { body: body(slug) })
    await until(async () => (await history(address)).text.includes('Bản đăng 3'), 2000)
    expect((await web.get(address)).text).toContain(`${address}lich-su/`)
    expect((await web.get(`${address}lich-su/2/`)).text).toContain(leaked)
    expect((await web.get(`${address}lich-su/?tu=1&den=3`)).text).toMatch(/<ins>.*ba/s)
    expect((await web.get(`${address}lich-su/?tu=1&den=8`)).status).toBe(400)
    expect((await history(address)).text).not.toContain(slug)

    const refused = await moderator('POST', `/api/news/${id}/transition`, {
      action: 'hide-edition',
      edition: 3,
      note: 'Lộ người tố cáo',
    })
    expect(refused).toMatchObject({ status: 422, body: { code: 'bad-edition' } })
    await step(moderator, id, 'hide-edition', { edition: 2, note: 'Có dữ liệu cá nhân' })
    await until(async () => (await history(address)).text.includes('Có dữ liệu cá nhân'), 2000)
    await cms.idle()
    for (const asked of ['lich-su/', 'lich-su/2/', 'lich-su/3/', 'lich-su/?tu=1&den=2'])
      expect((await web.get(address + asked)).text, asked).not.toContain(leaked)
    expect(await leaks(portal.folder, [leaked])).toEqual([])

    await step(moderator, id, 'withdraw', { note: 'Chờ xác minh' })
    await until(async () => (await history(address)).text.includes('Trang này đã rút'), 2000)
    await step(moderator, id, 'remove', { note: 'Gỡ theo yêu cầu' })
    await until(async () => (await history(address)).status === 410, 2000)
    for (const asked of ['lich-su/', 'lich-su/3/', 'lich-su/?tu=1&den=3'])
      expect((await web.get(address + asked)).status, asked).toBe(410)
  })
})

describe('what nobody approved', () => {
  it('is nowhere under the public tree, the read model or the web port', async () => {
    await cms.idle()
    expect(await leaks(portal.folder, Object.values(canaries))).toEqual([])
    for (const word of Object.values(canaries)) {
      const found = await web.get(`/tim-kiem/?q=${word}`)
      expect(found.text.replaceAll(new RegExp(`(value="|“|title>[^<]*)${word}`, 'g'), '')).not.toMatch(
        new RegExp(`href="[^"]*${word}`),
      )
      expect((await web.get(`/tin-tuc/${word}/`)).status).toBe(404)
    }
  })
})

describe('whatever breaks', () => {
  it('every page answers while the cms is stopped, and a deleted tree comes back byte for byte', async () => {
    await cms.idle()
    await cms.stop()
    const before = await treeOf(path.join(portal.folder.data, 'www'))
    expect(before.size).toBeGreaterThan(15)
    for (const name of before.keys()) {
      if (!name.endsWith('index.html')) continue
      expect((await web.get(`/${name.replace(/index\.html$/, '')}`)).status, name).toBe(200)
    }
    expect((await web.get('/tim-kiem/?q=ung+dung')).status).toBe(200)
    for (const name of ['published.sqlite', 'www'])
      await rm(path.join(portal.folder.data, 'current', name), { recursive: true, force: true })
    const again = await startCms(portal.folder)
    if (!again) throw new Error('the cms did not start')
    cms = again
    await cms.idle()
    expect([...(await treeOf(path.join(portal.folder.data, 'www'))).entries()].sort()).toEqual(
      [...before.entries()].sort(),
    )
    void second
  })
})
