/** Menu, footer and home page: what the settings say, where they are silent the province pack, never a dead link. */
import type { DatabaseSync } from 'node:sqlite'
import { describe, expect, it } from 'vitest'
import type { SettingsContent } from '#domain/content.ts'
import { lists } from '#published/lists.ts'
import { openReader } from '#published/reader.ts'
import { openSite } from '#tests/support/built-site.ts'
import { emptyReadModel, seedReadModel } from '#tests/support/read-model-fixture.ts'
import { goneAddress, pageKinds } from '#tests/support/site-pages.ts'

type Words = SettingsContent extends infer S
  ? S extends unknown
    ? Omit<S, 'slug' | 'language'>
    : never
  : never

function put(db: DatabaseSync, words: Words): void {
  const ref = `settings/${words.kind}`
  const at = '2011-06-01T00:00:00.000Z'
  db.prepare(
    `INSERT INTO items (ref, collection, state, path, language, title, edition, hash, public_date, first_live_at,
       last_live_at, last_major_at, change_kind, content)
     VALUES (?, 'settings', 'live', NULL, 'vi', '', 1, '', ?, ?, ?, ?, 'major', ?)`,
  ).run(ref, at, at, at, at, JSON.stringify(words))
  db.prepare('INSERT INTO list_entries (list, sort, ref) VALUES (?, ?, ?)').run(
    lists.settings(words.kind),
    words.kind,
    ref,
  )
}

async function siteWith(...parts: Words[]) {
  const db = emptyReadModel()
  seedReadModel(db)
  for (const part of parts) put(db, part)
  const get = await openSite(openReader(db, { today: () => '2011-06-15' }))
  return async (address: string, gone?: typeof goneAddress) =>
    (await get(address, gone)).text.replace(/>\s+/g, '>').replace(/\s+</g, '<')
}

const menuOf = (html: string): string => /<div class="menu-row">.*?<\/nav>/s.exec(html)?.[0] ?? ''

describe('without settings', () => {
  it('every page has the menu and footer of the province pack', async () => {
    const page = await siteWith()
    const html = await page(pageKinds.news)
    expect(menuOf(html)).toContain(
      '<li><a href="/tin-tuc/" aria-current="true">Tin tức</a></li><li><a href="/van-ban/">Văn bản</a></li><li><a href="/co-quan/">Cơ quan</a></li>',
    )
    expect(html).toContain('Danh bạ cơ quan</a></li>')
    expect(html).toContain('mailto:banbientap@quangninh.example')
  })
})

describe('with settings', () => {
  const menu: Words = {
    kind: 'menu',
    menu: [
      { title: 'Tin <b>nóng</b>', section: 'news' },
      { item: 'topics/cntt' },
      { item: 'topics/chua-dang' },
      { title: 'Rút', address: pageKinds.withdrawn },
      { title: 'Năm 2011', address: '/van-ban/2011/' },
      { title: 'Năm 1990', address: '/van-ban/1990/' },
      { title: 'Không có', address: '/khong-co/' },
      { title: 'RSS', address: '/tin-tuc/chuyen-muc/cong-nghe-thong-tin/rss.xml' },
      { title: 'Tháng 5', address: '/tin-tuc/chuyen-muc/cong-nghe-thong-tin/2011/05/' },
      { title: 'Ngoài', address: 'https://ngoai.example/?a=1&b=2' },
    ],
  }

  it.each(Object.entries(pageKinds))(
    'the page %s shows exactly the links that lead somewhere',
    async (kind, address) => {
      const html = menuOf(await (await siteWith(menu))(address))
      expect([...html.matchAll(/<a href="([^"]*)"/g)].map(([, href]) => href)).toEqual([
        '/tin-tuc/',
        '/tin-tuc/chuyen-muc/cong-nghe-thong-tin/',
        '/van-ban/2011/',
        '/tin-tuc/chuyen-muc/cong-nghe-thong-tin/rss.xml',
        '/tin-tuc/chuyen-muc/cong-nghe-thong-tin/2011/05/',
        'https://ngoai.example/?a=1&amp;b=2',
      ])
      expect(html).toContain('Tin &lt;b&gt;nóng&lt;/b&gt;')
      expect(html.includes('aria-current')).toBe(/^(news|topic|withdrawn|history|comparison)/.test(kind))
    },
  )

  it('a footer keeps the pack’s words where it has none, and its e-mail is the one to report mistakes to', async () => {
    const page = await siteWith({ kind: 'footer', email: 'bbt@tinh.example', legalLine: 'Dòng pháp lý <i>' })
    for (const html of [await page(pageKinds.news), await page(goneAddress.path, goneAddress)]) {
      expect(html).toContain('Dòng pháp lý &lt;i&gt;')
      expect(html).toContain('Cơ quan chủ quản: Ủy ban nhân dân tỉnh Quảng Ninh')
      expect(html).toContain('mailto:bbt@tinh.example')
      expect(html).not.toContain('banbientap@quangninh.example')
    }
  })

  it('the home page has its introduction and tasks, and no empty list when none leads anywhere', async () => {
    const words = { kind: 'home', introduction: 'Chào mừng.' } as const
    const html = await (await siteWith({ ...words, tasks: [{ title: 'Đọc', section: 'news' }] }))('/')
    expect(html).toContain('<p class="introduction">Chào mừng.</p>')
    expect(html).toContain('<ul class="tasks"><li><a href="/tin-tuc/">Đọc</a></li></ul>')
    const empty = await (await siteWith({ ...words, tasks: [{ item: 'news/khong-co' }] }))('/')
    expect(empty).not.toContain('class="tasks"')
  })
})
