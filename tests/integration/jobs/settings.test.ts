/** Menu, footer and home page through the real doors: who may, what is refused, and the way to readers and back. */
import '#tests/support/cms-folders.ts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { env } from '#cms/env.ts'
import { startWitness, type Witness } from '#cms/jobs/witness.ts'
import { allTruths } from '#cms/jobs/truth.ts'
import { step } from '#tests/support/cms.ts'
import { startPublicWeb, type PublicWeb } from '#tests/support/public-web.ts'
import { openPublishingCms, quiet, until, type PublishingCms } from '#tests/support/publishing-cms.ts'

let portal: PublishingCms
let web: PublicWeb
let witness: Witness
beforeAll(async () => {
  portal = await openPublishingCms()
  web = await startPublicWeb(env.DATA_DIR)
  witness = startWitness({
    payload: portal.cms.payload,
    settings: { dataDir: env.DATA_DIR, webUrl: web.base },
    log: quiet,
  })
  portal.startRelay({ onLive: () => witness.look() })
}, 60_000)
afterAll(async () => {
  await witness.stop()
  await web.close()
  await portal.close()
})

const make = (who: 'editor' | 'moderator' | 'administrator' | 'anonymous', data: Record<string, unknown>) =>
  portal.cms.as[who]('POST', '/api/settings', data)
const take = (who: 'moderator' | 'secondModerator', id: string, action: string, more = {}) =>
  step(portal.cms.as[who], id, action, more, 'settings')
/** Without the blanks that the template leaves around words. */
const page = async (address: string) =>
  (await web.get(address)).text.replace(/>\s+/g, '>').replace(/\s+</g, '<')
const isSeen = async (id: string) => (await portal.publication(id)).isSeen === true
const published = async (data: Record<string, unknown>) => {
  const { status, body } = await make('moderator', data)
  if (status !== 201) throw new Error(`create: ${status} ${JSON.stringify(body)}`)
  const id = String(body.doc.id)
  for (const [who, action] of [
    ['moderator', 'submit'],
    ['secondModerator', 'approve'],
  ] as const) {
    const answer = await take(who, id, action)
    if (answer.status !== 200) throw new Error(`${action}: ${JSON.stringify(answer.body)}`)
  }
  return id
}

describe('the menu', () => {
  let id = ''

  it('goes from a moderator over another one to readers, who are asked for it on the home page', async () => {
    const article = await portal.approve('Tin đầu tiên')
    await until(() => isSeen(article))
    id = await published({
      kind: 'menu',
      menu: [
        { title: 'Tin của tỉnh', target: 'section', section: 'news' },
        { target: 'news', news: article },
        { target: 'section', section: 'documents' },
        { title: 'Chính phủ', target: 'address', address: 'https://chinhphu.example/' },
      ],
    })
    await until(() => isSeen(id))
    const { body } = await portal.cms.as.moderator('GET', `/api/settings/${id}/publication`)
    expect(body).toMatchObject({ state: 'live', editionNumber: 1, seenAt: expect.any(String) })
    expect(new URL(body.urls[0]).pathname).toBe('/')
    const home = await page('/')
    expect(home).toContain('<a href="/tin-tuc/">Tin của tỉnh</a>')
    expect(home).toContain('<a href="/tin-tuc/tin-dau-tien/">Tin đầu tiên</a>')
    expect(home).toContain('<a href="https://chinhphu.example/">Chính phủ</a>')
    expect(home.split('<main')[0]).not.toContain('/van-ban/')
    await until(async () => (await page('/tin-tuc/tin-dau-tien/')).includes('Tin của tỉnh'))
  })

  it('is one item: a second one is refused with the way out', async () => {
    const again = await make('moderator', { kind: 'menu' })
    expect([again.status, again.body.code]).toEqual([409, 'kind-taken'])
    expect(again.body.problems[0]).toMatchObject({ field: 'kind' })
    const changed = await portal.cms.as.moderator('PATCH', `/api/settings/${id}`, { kind: 'home' })
    expect(changed.status).toBe(422)
  })

  it('keeps every link through a correction, a discard and another edition', async () => {
    const revision = async () =>
      (await portal.cms.as.moderator('GET', `/api/settings/${id}/workflow`)).body.revision
    const before = await revision()
    const { body } = await portal.cms.as.moderator('GET', `/api/settings/${id}`)
    await portal.cms.as.moderator('PATCH', `/api/settings/${id}`, { menu: body.menu.slice(0, 1) })
    expect(await revision()).not.toBe(before)
    expect((await take('moderator', id, 'discard')).status).toBe(200)
    expect(await revision()).toBe(before)
    expect((await portal.cms.as.moderator('GET', `/api/settings/${id}`)).body.menu).toHaveLength(4)
  })

  it('cannot be moved or removed, and says what to do instead', async () => {
    for (const [action, more] of [
      ['remove', { note: 'x' }],
      ['redirect', { to: '/tin-tuc/tin-dau-tien/' }],
    ] as const) {
      const { status, body } = await take('moderator', id, action, more)
      expect([action, status, body.code]).toEqual([action, 409, 'no-address'])
      expect(body.message).toContain('Rút khỏi Cổng')
    }
    const { body } = await portal.cms.as.moderator('GET', `/api/settings/${id}/workflow`)
    expect(body.allowed).toContain('withdraw')
    expect(body.allowed).not.toContain('remove')
    expect(body.allowed).not.toContain('redirect')
  })

  it('withdrawn, leaves the menu of the province pack, until it is restored', async () => {
    await take('moderator', id, 'withdraw', { note: 'Sai tên' })
    await until(() => isSeen(id))
    expect(await page('/')).not.toContain('Tin của tỉnh')
    expect(await page('/')).toContain('<a href="/tin-tuc/">Tin tức</a>')
    await take('moderator', id, 'restore')
    await until(async () => (await page('/')).includes('Tin của tỉnh'))
  })

  it('claims no address, and is in the truth that a rebuild reads', async () => {
    const { docs } = await portal.cms.payload.db.find({
      collection: 'addresses',
      where: { collection: { equals: 'settings' } },
    })
    expect(docs).toEqual([])
    const truths = []
    for await (const truth of allTruths(portal.cms.payload)) truths.push(truth)
    expect(truths.find(({ ref }) => ref === `settings/${id}`)).toMatchObject({
      state: 'live',
      path: null,
      formerPaths: [],
    })
  })
})

it('is the web office’s alone', async () => {
  for (const who of ['editor', 'administrator', 'anonymous'] as const)
    expect([who, (await make(who, { kind: 'footer' })).status]).toEqual([who, 403])
  expect((await portal.cms.as.editor('GET', '/api/settings')).status).toBe(403)
  expect((await portal.cms.as.administrator('GET', '/api/settings')).status).toBe(200)
})

it('a footer and a home page come out as written; what is empty is the province pack’s', async () => {
  const footer = await published({
    kind: 'footer',
    phone: '0203 3835 000',
    email: 'bbt@tinh.example',
    columns: [
      { title: 'Liên kết', links: [{ title: 'Tra cứu', target: 'address', address: '/tim-kiem/?q=a' }] },
      { title: 'Chưa có gì', links: [{ target: 'section', section: 'documents' }] },
    ],
  })
  const home = await published({
    kind: 'home',
    introduction: 'Chào mừng đến với Cổng.',
    tasks: [{ title: 'Đọc tin', target: 'section', section: 'news' }],
  })
  await until(async () => (await isSeen(footer)) && (await isSeen(home)))
  const text = await page('/')
  for (const words of [
    '0203\u00a03835\u00a0000',
    'mailto:bbt@tinh.example',
    'href="/tim-kiem/?q=a"',
    'Chào mừng đến với Cổng.</p>',
    '<meta name="description" content="Chào mừng đến với Cổng.">',
    'Đọc tin',
    'Cơ quan chủ quản: Ủy ban nhân dân tỉnh Quảng Ninh',
  ])
    expect(text).toContain(words)
  expect(text).not.toContain('Chưa có gì')
  expect(text).not.toContain('Danh bạ cơ quan, đơn vị')
})

it('unsafe addresses, targets that are not there and other parts’ fields are refused by name', async () => {
  const { docs } = (await portal.cms.as.moderator('GET', '/api/settings?where[kind][equals]=home')).body
  const change = (data: Record<string, unknown>) =>
    portal.cms.as.moderator('PATCH', `/api/settings/${docs[0].id}`, data)
  for (const address of ['javascript:alert(1)', '//host.example/', 'http://a.example/', 'https://a b/']) {
    const { status, body } = await change({ tasks: [{ title: 'x', target: 'address', address }] })
    expect([address, status]).toEqual([address, 400])
    expect(JSON.stringify(body)).toContain('tasks.0.address')
  }
  const missing = await change({ tasks: [{ target: 'news', news: 'khong-co' }] })
  expect([missing.status, missing.body.problems?.[0]?.field]).toEqual([422, 'tasks.0.news'])
  const foreign = await change({ legalLine: 'x' })
  expect([foreign.status, foreign.body.problems?.[0]?.field]).toEqual([422, 'legalLine'])

  await change({
    tasks: [
      { title: 'Chưa chọn', target: 'news' },
      { target: 'address', address: '/van-ban/' },
    ],
  })
  const { status, body } = await take('moderator', docs[0].id, 'submit')
  expect([status, body.code]).toEqual([422, 'not-ready'])
  expect(body.problems.map(({ field }: { field: string }) => field)).toEqual([
    'tasks.0.target',
    'tasks.1.title',
  ])
})
