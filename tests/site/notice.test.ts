import { describe, expect, it } from 'vitest'
import type { NoticeView } from '#published/views.ts'
import { openSite, seededReader } from '#tests/support/built-site.ts'
import { goneAddress, pageKinds } from '#tests/support/site-pages.ts'

const notice: NoticeView = {
  level: 'serious',
  word: 'Cảnh báo',
  text: 'Có trang <giả mạo> Cổng',
  link: { path: '/tin-tuc/gia-mao/?a=1&b="2"', title: 'Cách nhận ra' },
}
const withNotice = (given: NoticeView | null) => openSite({ ...seededReader(), notice: () => given })

describe('the site-wide notice', () => {
  it.each(Object.entries(pageKinds))('stands before the main part of the page %s', async (_kind, address) => {
    const { text } = await (await withNotice(notice))(address)
    const at = text.indexOf('<section class="notice serious"')
    expect(at).toBeGreaterThan(text.indexOf('</header>'))
    expect(at).toBeLessThan(text.indexOf('<main'))
  })

  it('is on the page of a removed address', async () => {
    const { text } = await (await withNotice(notice))(goneAddress.path, goneAddress)
    expect(text).toContain('class="notice serious"')
  })

  it('is plain text with one link, said by shape and word, and moves nothing', async () => {
    const { text } = await (await withNotice(notice))('/')
    const [section = ''] = /<section class="notice.*?<\/section>/s.exec(text) ?? []
    expect(section).toContain('aria-label="Cảnh báo toàn Cổng"')
    expect(section).toMatch(/<svg[^>]*>.*?<\/svg>Cảnh báo/s)
    expect(section).toContain('Có trang &lt;giả mạo&gt; Cổng')
    expect(section).toContain('href="/tin-tuc/gia-mao/?a=1&amp;b=&quot;2&quot;"')
    expect(section.match(/<a /g)).toHaveLength(1)
    expect(section).not.toMatch(/button|marquee|aria-live|role=/)
  })

  it('leaves no trace when there is none', async () => {
    expect((await (await withNotice(null))('/')).text).not.toContain('notice')
  })
})
