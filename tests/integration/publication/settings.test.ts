/** The site's settings: on the fronts with their publication, everywhere in the end, and nothing waits for them. */
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { explain } from '#cms/publication/explain.ts'
import type { SiteLink } from '#domain/site-settings.ts'
import { openReadModel } from '#published/open.ts'
import {
  article,
  committee,
  corrected,
  directive,
  openProvince,
  publicUrl,
  settings,
  topic,
  withState,
  type Province,
} from '#tests/support/publication-fixture.ts'

let province: Province
beforeEach(async () => {
  province = await openProvince()
  await province.publish(committee(), topic(), article('a1'), article('a2'))
  await province.rest()
})
afterEach(() => province.close())

const fronts = ['/', '/tin-tuc/', '/co-quan/', '/404.html']
const others = ['/tin-tuc/a1/', '/tin-tuc/a2/', '/co-quan/ubnd-tinh/', '/tin-tuc/2025/06/']
const showing = (words: string, routes: string[]) =>
  routes.filter((route) => province.page(route)?.includes(words))
const menu = (...links: SiteLink[]) => settings('menu', { menu: links })
const isSound = async () => {
  expect((await province.publisher.verify(province.source, { repair: false })).problems).toEqual([])
  const before = province.tree()
  await province.publisher.rebuild(province.source)
  expect(province.tree()).toEqual(before)
}

describe('a new menu', () => {
  it('is on home and the fronts when its publication is live, on all other pages in the end, as if built anew', async () => {
    const receipt = await province.publish(
      menu(
        { title: 'Tin của tỉnh', section: 'news' },
        { title: 'Bộ Nội vụ', address: 'https://moha.example/' },
      ),
    )
    expect(showing('Tin của tỉnh', fronts)).toEqual(fronts)
    expect(showing('Tin của tỉnh', others)).toEqual([])
    expect(receipt.urls[0]).toBe(`${publicUrl}/`)
    expect(receipt.knockOn).toBeGreaterThanOrEqual(others.length)

    // A single article does not wait for the thousands of pages behind it.
    await province.publish(article('a3'))
    expect(province.page('/tin-tuc/a3/')).toContain('Tin của tỉnh')
    expect(showing('Tin của tỉnh', others)).toEqual(['/co-quan/ubnd-tinh/', '/tin-tuc/2025/06/'])

    await province.rest()
    expect(showing('Tin của tỉnh', others)).toEqual(others)
    await isSound()
  })

  it('lets an article pass between two pages while the knock-on renders run', async () => {
    for (let index = 0; index < 60; index++) await province.publish(article(`cu-${index}`))
    await province.rest()
    await province.publish(menu({ title: 'Tin của tỉnh', section: 'news' }))
    const knockOn = province.publisher.renderStale(1000)
    await province.publish(article('chen-ngang'))
    expect(province.page('/tin-tuc/chen-ngang/')).toContain('Tin của tỉnh')
    const { left } = await knockOn
    expect(left).toBeGreaterThan(30)
    await province.rest()
    await isSound()
  })

  it('shows a link only while its section, item or page stands, and shows it by itself', async () => {
    await province.publish(
      menu(
        { title: 'Văn bản', section: 'documents' },
        { item: 'news/chua-co' },
        { title: 'Năm 2025', address: '/van-ban/2025/?loc=1#dau' },
        { title: 'Tháng Bảy', address: '/tin-tuc/2025/07/' },
        { title: 'Tìm', address: '/tim-kiem/?q=a' },
      ),
    )
    await province.rest()
    const words = ['/van-ban/"', 'Năm 2025', 'Tháng Bảy', 'Tin chua-co', '/tim-kiem/?q=a']
    const shown = (route = '/tin-tuc/a1/') => words.filter((word) => province.page(route)?.includes(word))
    expect(shown()).toEqual(['/tim-kiem/?q=a'])

    const late = article('chua-co')
    await province.publish(directive())
    expect(shown('/')).toEqual(['/van-ban/"', 'Năm 2025', '/tim-kiem/?q=a'])
    await province.publish(late, article('thang-bay', {}, '2025-07-05T03:00:00.000Z'))
    expect(shown('/co-quan/')).toEqual(words)
    await province.rest()
    expect(shown()).toEqual(words)
    await isSound()

    // A rename is followed; what is withdrawn or removed goes from the menu.
    await province.publish(corrected(late, { title: 'Tin chua-co, tên mới', slug: 'ten-moi' }))
    await province.rest()
    expect(province.page('/tin-tuc/a1/')).toContain('<a href="/tin-tuc/ten-moi/">Tin chua-co, tên mới</a>')
    await province.publish(withState(province.truths.get(late.ref)!, 'withdrawn', { note: 'Sai' }))
    expect(shown('/')).not.toContain('Tin chua-co')
    await province.rest()
    expect(showing('Tin chua-co', others)).toEqual([])
    await isSound()
  })

  it('follows an item by an address that it has left', async () => {
    await province.publish(menu({ title: 'Bài một', address: '/tin-tuc/a1/' }))
    const moved = corrected(article('a1'), { slug: 'a1-moi' })
    await province.publish({ ...moved, formerPaths: ['/tin-tuc/a1/'] })
    await province.rest()
    expect(province.page('/tin-tuc/a2/')).toContain('<a href="/tin-tuc/a1-moi/">Bài một</a>')
    await province.publish(withState(province.truths.get('news/a1')!, 'gone', { note: 'Sai' }))
    await province.rest()
    expect(showing('Bài một', [...fronts, '/tin-tuc/a2/'])).toEqual([])
    await isSound()
  })

  it('falls back to the province pack when it is withdrawn, and comes back', async () => {
    const own = menu({ title: 'Tin của tỉnh', section: 'news' })
    await province.publish(own)
    await province.rest()
    const receipt = await province.publish(withState(own, 'withdrawn', { note: 'Sai tên' }))
    expect(receipt.urls[0]).toBe(`${publicUrl}/`)
    expect(showing('Tin của tỉnh', fronts)).toEqual([])
    await province.rest()
    expect(showing('Tin của tỉnh', others)).toEqual([])
    await province.publish({ ...withState(own, 'live') })
    expect(showing('Tin của tỉnh', fronts)).toEqual(fronts)
    await province.rest()
    await isSound()
  })

  it('published again unchanged marks no page of the background', async () => {
    const own = menu({ title: 'Tin của tỉnh', section: 'news' })
    await province.publish(own)
    await province.rest()
    expect((await province.publish(own)).knockOn).toBe(0)
    expect(await province.publisher.renderStale(1)).toEqual({ left: 0, failed: 0 })
  })

  it('has no address, and is in no sitemap, list or search', async () => {
    const own = menu({ title: 'Tin của tỉnh', section: 'news' })
    await province.publish(own)
    await province.rest()
    const db = openReadModel(path.join(province.settings.dataDir, 'published.sqlite'))
    const all = (sql: string) => db.prepare(sql).all()
    expect(all("SELECT path FROM items WHERE collection = 'settings'")).toEqual([{ path: null }])
    expect(all("SELECT list FROM list_entries WHERE ref = 'settings/menu'")).toEqual([
      { list: 'settings/menu' },
    ])
    expect(all("SELECT * FROM search_rows WHERE ref = 'settings/menu'")).toEqual([])
    const { routes, everyOther } = explain(db, own.ref)
    db.close()
    expect(routes[0]).toMatchObject({ path: '/', priority: 1, why: 'trang hiện menu' })
    expect(everyOther).toBeGreaterThanOrEqual(others.length)
    expect(province.page('/sitemap.xml')).not.toContain('null')
    // Gone is refused by the workflow; what a ledger says must still not break the public side.
    await province.publish(withState(own, 'gone', { note: 'x' }))
    await province.rest()
    await isSound()
  })
})

describe('the other parts', () => {
  it('the footer travels like the menu', async () => {
    await province.publish(settings('footer', { phone: '0203 3835 000', columns: [] }))
    expect(showing('0203 3835 000', fronts)).toEqual(fronts)
    expect(showing('0203 3835 000', others)).toEqual([])
    await province.rest()
    expect(showing('0203 3835 000', others)).toEqual(others)
    await isSound()
  })

  it('the blocks of the home page touch the home page alone', async () => {
    const blocks = settings('home', { introduction: 'Chào mừng', tasks: [{ item: 'news/a2' }] })
    const receipt = await province.publish(blocks)
    expect(receipt).toMatchObject({ urls: [`${publicUrl}/`], knockOn: 0 })
    expect(province.page('/')).toContain('Chào mừng\n')
    const renamed = await province.publish(corrected(article('a2'), { title: 'Tên khác' }))
    expect(renamed.urls).toContain(`${publicUrl}/`)
    expect(province.page('/')).toContain('Tên khác')
    await province.rest()
    await isSound()
  })
})
