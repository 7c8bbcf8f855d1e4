import { beforeAll, describe, expect, it } from 'vitest'
import { openSite, publicUrl } from '#tests/support/built-site.ts'
import { xmlFault } from '#tests/support/well-formed.ts'

let get: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  get = await openSite()
})

describe('a feed', () => {
  it.each(['/rss.xml', '/van-ban/rss.xml', '/tin-tuc/chuyen-muc/cong-nghe-thong-tin/rss.xml'])(
    'is RSS 2.0 that names itself, with guid and date on every item: %s',
    async (address) => {
      const { status, type, text } = await get(address)
      expect({ status, type }).toEqual({ status: 200, type: 'application/rss+xml; charset=utf-8' })
      expect(xmlFault(text)).toBeNull()
      expect(text).toContain(
        `<atom:link href="${publicUrl}${address}" rel="self" type="application/rss+xml"/>`,
      )
      const items = text.match(/<item>.*?<\/item>/gs) ?? []
      expect(items.length).toBeGreaterThan(0)
      for (const item of items) {
        expect(item).toMatch(/<guid isPermaLink="false">[^<]+<\/guid>/)
        expect(item).toMatch(/<pubDate>\w{3}, \d{2} \w{3} \d{4} \d{2}:\d{2}:\d{2} GMT<\/pubDate>/)
        expect(item).toContain(`<link>${publicUrl}/`)
      }
    },
  )

  it('of a topic that is not public answers 404', async () => {
    expect((await get('/tin-tuc/chuyen-muc/khong-co/rss.xml')).status).toBe(404)
  })
})

describe('the sitemap', () => {
  it('leads through its months to pages that all answer', async () => {
    const addresses = (xml: string) =>
      [...xml.matchAll(/<loc>([^<]+)<\/loc>/g)].map(([, loc = '']) => loc.slice(publicUrl.length))
    const index = await get('/sitemap.xml')
    expect(index.type).toBe('application/xml; charset=utf-8')
    expect(xmlFault(index.text)).toBeNull()
    const months = addresses(index.text)
    expect(months.length).toBeGreaterThan(0)
    for (const month of months) {
      const { status, text } = await get(month)
      expect(status).toBe(200)
      expect(xmlFault(text)).toBeNull()
      for (const page of addresses(text)) expect((await get(page)).status, page).toBe(200)
    }
    expect((await get('/sitemap/2011-13.xml')).status).toBe(404)
  })

  it('is named in robots.txt', async () => {
    const { type, text } = await get('/robots.txt')
    expect(type).toContain('text/plain')
    expect(text).toContain(`Sitemap: ${publicUrl}/sitemap.xml`)
  })
})

describe('a link in a page', () => {
  it('leads to a page that answers', async () => {
    const seen = new Set<string>(['/'])
    const dead: string[] = []
    for (const address of seen) {
      const { status, text, type } = await get(address)
      if (status !== 200) dead.push(address)
      if (!type.startsWith('text/html')) continue
      for (const [, href = ''] of text.matchAll(/<(?:a|link)\s[^>]*href="(\/[^"#]*)/g)) {
        if (!href.startsWith('/tep/') && !href.startsWith('/_astro/'))
          seen.add(href.replaceAll('&#38;', '&').replaceAll('&amp;', '&'))
      }
    }
    expect(dead).toEqual([])
    expect(seen.size).toBeGreaterThan(20)
  })
})
