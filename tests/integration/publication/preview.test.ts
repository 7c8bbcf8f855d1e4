import '#tests/support/cms-folders.ts'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { env } from '#cms/env.ts'
import { allTruths } from '#cms/jobs/truth.ts'
import { builtSite } from '#tests/support/built-site.ts'
import { bodyOf, logIn, readyNews, step, type TestCms } from '#tests/support/cms.ts'
import { leaks, treeOf } from '#tests/support/portal-processes.ts'
import { openPublishingCms, until, type PublishingCms } from '#tests/support/publishing-cms.ts'

const canary = 'khongaithay9'
let open: PublishingCms
let cms: TestCms
beforeAll(async () => {
  await builtSite()
  open = await openPublishingCms()
  cms = open.cms
  open.startRelay()
}, 120_000)
afterAll(() => open.close())

type Name = 'editor' | 'otherEditor' | 'homeless' | 'moderator' | 'administrator'
const cookies = new Map<Name, string>()

async function get(address: string, as?: Name, headers: Record<string, string> = {}): Promise<Response> {
  if (as && !cookies.has(as)) cookies.set(as, await logIn(cms.base, `${as}@tinh.example`))
  const cookie: Record<string, string> = as ? { cookie: cookies.get(as) ?? '' } : {}
  return fetch(cms.base + address, { headers: { ...cookie, ...headers } })
}
const preview = (id: string, as?: Name, collection = 'news') => get(`/api/${collection}/${id}/preview`, as)

async function uploadPicture(alt: string): Promise<string> {
  const { default: sharp } = await import('sharp')
  const create = { width: 1200, height: 700, channels: 3, background: '#0a5963' } as const
  const form = new FormData()
  form.set('_payload', JSON.stringify({ alt }))
  const bytes = new Uint8Array(await sharp({ create }).jpeg().toBuffer())
  form.set('file', new Blob([bytes], { type: 'image/jpeg' }), `${canary}.jpg`)
  const { body } = await cms.as.editor('POST', '/api/media', form)
  return body.doc.id
}

it('a draft shows as the page it would be, says that it is none, and leaves no trace on the public side', async () => {
  const before = await treeOf(path.join(env.DATA_DIR, 'releases'))
  const id = await readyNews(cms, {
    title: `Tin xem trước ${canary}`,
    image: await uploadPicture(`Ảnh ${canary}`),
    body: bodyOf(`Nội dung ${canary}.`),
  })
  const answer = await preview(id, 'editor')
  const html = await answer.text()
  expect(answer.status, html).toBe(200)
  expect(html).toContain('Bản xem trước – chưa đăng')
  expect(html).toContain(`Nội dung ${canary}.`)
  expect(html).toContain('<meta name="robots" content="noindex"')
  expect(answer.headers.get('cache-control')).toContain('no-store')
  expect(answer.headers.get('x-robots-tag')).toContain('noindex')
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toMatch(/^sandbox /)
  expect(policy).not.toMatch(/allow-scripts|allow-forms|unsafe|script-src/)
  expect(policy).toContain("default-src 'none'")

  const after = await treeOf(path.join(env.DATA_DIR, 'releases'))
  const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
    (name) => !/-(?:shm|wal)$/.test(name) && !before.get(name)?.equals(after.get(name) ?? Buffer.alloc(0)),
  )
  expect(changed).toEqual([])
  expect(await leaks({ root: '', data: env.DATA_DIR, media: '' }, [canary])).toEqual([])
})

it('pictures of the working copy show in its preview, to those who may see it, and nowhere else', async () => {
  const id = await readyNews(cms, { title: 'Tin có ảnh', image: await uploadPicture('Vịnh Hạ Long') })
  const html = await (await preview(id, 'moderator')).text()
  const [address] = /\/api\/news\/[^"\s]+\/tep\/[^"\s]+\.jpg/.exec(html) ?? []
  if (!address) throw new Error('no picture in the preview')
  const picture = await get(address, 'moderator')
  expect(picture.status).toBe(200)
  expect(picture.headers.get('content-type')).toBe('image/jpeg')
  expect(picture.headers.get('cache-control')).toContain('no-store')
  expect((await get(address, 'otherEditor')).status).toBe(403)
  expect((await get(address)).status).toBe(401)
  const other = await readyNews(cms, { title: 'Tin khác không có ảnh ấy' })
  expect((await get(address.replace(id, other), 'moderator')).status).toBe(404)
  const strange = `/api/news/${id}/preview/tep/..%2f..%2f/cms.sqlite`
  expect((await get(strange, 'moderator')).status).toBe(404)
})

it('its styles are those of the public site', async () => {
  const id = await readyNews(cms, { title: 'Tin có kiểu chữ' })
  const html = await (await preview(id, 'editor')).text()
  const [address] = /\/_astro\/[^"]+\.css/.exec(html) ?? []
  const css = await get(address ?? '')
  expect(css.status).toBe(200)
  expect(css.headers.get('content-type')).toContain('text/css')
  expect((await get('/_astro/..%2f..%2fpackage.json')).status).toBe(404)
})

it('is shown to those who may read the item, and to nobody else', async () => {
  const id = await readyNews(cms, { title: 'Tin chỉ người trong xem trước' })
  const names = [undefined, 'otherEditor', 'homeless', 'editor', 'moderator', 'administrator'] as const
  const statuses = await Promise.all(names.map(async (name) => (await preview(id, name)).status))
  expect(statuses).toEqual([401, 403, 403, 200, 200, 200])
  expect((await preview('khong-co', 'moderator')).status).toBe(404)
  const told = await get(`/api/news/${id}/preview`, undefined, { accept: 'text/html' })
  expect(told.status).toBe(401)
  expect(await told.text()).toContain('<h1>Chưa xem trước được</h1>')
})

it('names the revision it shows: another one is refused', async () => {
  const id = await readyNews(cms, { title: 'Tin đổi khi đang xem' })
  const { revision } = (await cms.as.moderator('GET', `/api/news/${id}/workflow`)).body
  expect((await get(`/api/news/${id}/preview?revision=${revision}`, 'moderator')).status).toBe(200)
  await cms.as.editor('PATCH', `/api/news/${id}`, { lead: 'Câu khác.' })
  expect((await get(`/api/news/${id}/preview?revision=${revision}`, 'moderator')).status).toBe(409)
})

it('the next edition of a live item is previewed while the public reads the present one', async () => {
  const id = await open.approve('Tin đang trên Cổng')
  await until(async () => (await open.publication(id)).state === 'live')
  const published = await (await preview(id, 'editor')).text()
  expect(published).not.toContain('Bản xem trước')
  await cms.as.editor('PATCH', `/api/news/${id}`, { lead: `Câu sắp tới ${canary}.` })
  const next = await (await preview(id, 'editor')).text()
  expect(next).toContain(`Câu sắp tới ${canary}.`)
  expect(next).toContain('Bản xem trước – chưa đăng')
  expect(await leaks({ root: '', data: env.DATA_DIR, media: '' }, [canary])).toEqual([])
})

it('related items are named as the public has them, and those that are not live are not', async () => {
  for (const [collection, id] of [['agencies', cms.agency]] as const) {
    await step(cms.as.moderator, id, 'submit', {}, collection)
    await step(cms.as.secondModerator, id, 'approve', {}, collection)
    await until(async () => (await open.publication(id)).state === 'live')
  }
  const id = await readyNews(cms, { title: 'Tin nhắc cơ quan' })
  const html = await (await preview(id, 'editor')).text()
  expect(html).toContain('Sở Thông tin và Truyền thông</a>')
  expect(html).not.toContain('Chỉ đạo điều hành')
})

it('an unfinished draft of any kind can be looked at', async () => {
  const started: Record<string, Record<string, unknown>> = {
    news: { title: 'Mới có tiêu đề' },
    documents: { issuer: cms.agency },
    agencies: { name: 'Cơ quan mới', kind: 'so' },
    topics: { name: 'Chuyên mục mới' },
    settings: { kind: 'home', introduction: 'Lời giới thiệu chưa duyệt.' },
  }
  for (const [collection, words] of Object.entries(started)) {
    const { body } = await cms.as.moderator('POST', `/api/${collection}`, words)
    const answer = await preview(body.doc.id, 'moderator', collection)
    expect(answer.status, `${collection}: ${await answer.clone().text()}`).toBe(200)
    const html = await answer.text()
    expect(html).toContain('Bản xem trước – chưa đăng')
    if (collection === 'settings') expect(html).toContain('Lời giới thiệu chưa duyệt.')
  }
})

it('a correction stands at the head of the page, and the dates tell major from minor changes', async () => {
  const id = await open.approve('Tin sẽ đính chính')
  const next = async (lead: string, words: Record<string, unknown>) => {
    await cms.as.editor('PATCH', `/api/news/${id}`, { lead })
    await step(cms.as.editor, id, 'submit')
    expect((await step(cms.as.moderator, id, 'approve', words)).status).toBe(200)
    await until(async () => (await open.publication(id)).state === 'live')
  }
  const page = async () =>
    (await treeOf(path.join(env.DATA_DIR, 'www'))).get('tin-tuc/tin-se-dinh-chinh/index.html')?.toString()
  expect(await page()).not.toContain('đính chính ngày')
  await next('Mười xã.', { changeKind: 'correction', changeNote: 'Số xã là mười, không phải chín.' })
  await next('Mười xã ạ.', { changeKind: 'minor' })
  const html = await page()
  expect(html).toMatch(/Đã đính chính ngày/)
  expect(html).toContain('Số xã là mười, không phải chín.')
  expect(html).toContain('Thay đổi lớn gần nhất')
  expect(html).toContain('Bản đăng 3 (sửa nhỏ)')
  const { problems } = await open.publisher.verify(() => allTruths(cms.payload), { repair: false })
  expect(problems).toEqual([])
})

it('twenty previews at once do not keep an approval from the public', async () => {
  const id = await readyNews(cms, { title: 'Tin được xem nhiều' })
  const many = Promise.all(Array.from({ length: 20 }, () => preview(id, 'moderator')))
  const approved = await open.approve('Tin đăng trong lúc ấy')
  await until(async () => (await open.publication(approved)).state === 'live')
  expect((await many).map(({ status }) => status)).toEqual(Array(20).fill(200))
})
