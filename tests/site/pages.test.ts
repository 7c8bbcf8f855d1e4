import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { openDraw, openSite, publicUrl, seededReader } from '#tests/support/built-site.ts'
import { goneAddress, pageKinds } from '#tests/support/site-pages.ts'

let get: Awaited<ReturnType<typeof openSite>>
beforeAll(async () => {
  get = await openSite()
})

const count = (html: string, part: RegExp) => html.match(part)?.length ?? 0

describe.each(Object.entries(pageKinds))('the page %s', (kind, address) => {
  it('answers 200 with one h1, one main, language, title and description', async () => {
    const { status, type, text } = await get(address)
    expect({ status, type }).toEqual({ status: 200, type: 'text/html; charset=utf-8' })
    expect(text).toMatch(/^<!DOCTYPE html><html lang="vi">/i)
    expect(count(text, /<h1[\s>]/g)).toBe(1)
    expect(count(text, /<main[\s>]/g)).toBe(1)
    expect(text).toMatch(/<title>[^<]*Cổng thông tin điện tử tỉnh Quảng Ninh<\/title>/)
    expect(text).toMatch(/<meta name="description" content="[^"]+">/)
    expect(text).toContain('<a class="skip" href="#_noi-dung"')
  })

  it('names its own address, unless it has none', async () => {
    const { text } = await get(address)
    const own = `<link rel="canonical" href="${publicUrl}${address.split('?')[0]}">`
    if (kind === 'notFound') expect(text).not.toContain('rel="canonical"')
    else expect(text).toContain(own)
  })

  it('has no script, no inline style, no handler and no foreign host', async () => {
    const { text } = await get(address)
    expect(text).not.toMatch(/<script|<style|\sstyle=|\son[a-z]+="/i)
    const loaded = [...text.matchAll(/\s(?:src|srcset|href|action|poster)="([^"]*)"/g)].map(
      ([, url = '']) => url,
    )
    const outside = loaded.filter((url) => !/^(\/(?!\/)|#|mailto:)/.test(url) && !url.startsWith(publicUrl))
    expect(outside.filter((url) => url !== 'https://vanban.example/luat-67-2006')).toEqual([])
  })

  it('uses each id once and labels what it points at', async () => {
    const { text } = await get(address)
    const ids = [...text.matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id)
    expect(ids).toEqual([...new Set(ids)])
    for (const [, id] of text.matchAll(/(?:for|aria-labelledby|aria-describedby|href)="#?(_[^"]+)"/g)) {
      expect(ids).toContain(id)
    }
  })

  it('does not skip a heading level', async () => {
    const levels = [...(await get(address)).text.matchAll(/<h([1-6])[\s>]/g)].map(([, level]) =>
      Number(level),
    )
    levels.slice(1).forEach((level, before) => expect(level).toBeLessThanOrEqual((levels[before] ?? 0) + 1))
  })

  it('is the same bytes each time it is asked for', async () => {
    expect((await get(address)).text).toBe((await get(address)).text)
  })
})

describe('addresses', () => {
  it.each([
    '/khong-co/',
    '/tin-tuc/2011/13/',
    '/tin-tuc/2011/',
    '/van-ban/1800/',
    '/co-quan/khong/',
    '/410/',
    '/tin-tuc/%zz/',
  ])('at which nothing is public answer 404 with the page of 404.html: %s', async (address) => {
    const { status, text } = await get(address)
    expect(status).toBe(404)
    expect(text).toBe((await get('/404.html')).text)
  })

  it('of a removed page answer 410 with date and reason, the code last', async () => {
    const { status, text } = await get('/tin-tuc/danh-sach-ho-ngheo/', goneAddress)
    expect(status).toBe(410)
    expect(text).toContain('Bài có dữ liệu cá nhân nên đã được gỡ.')
    expect(text).toContain('01/06/2011')
    expect(text).toContain('/tin-tuc/danh-sach-ho-ngheo/')
    expect(text.indexOf('410')).toBeGreaterThan(text.indexOf('Đi tiếp'))
    expect(text).toContain('<meta name="robots" content="noindex">')
  })
})

describe('a withdrawn page', () => {
  it('says since when and why, keeps its text readable and stays out of indexes', async () => {
    const { text } = await get(pageKinds.withdrawn)
    expect(text).toContain('Trang này đã rút ngày 11/05/2011')
    expect(text).toContain('Lịch đăng nhầm tháng')
    expect(text).toContain('Bãi Cháy')
    expect(text).toContain('<meta name="robots" content="noindex">')
  })
})

describe('an article', () => {
  it('carries the required Dublin Core and no time but its own', async () => {
    const { text } = await get(pageKinds.news)
    for (const name of ['title', 'creator', 'date', 'description', 'publisher', 'identifier', 'language']) {
      expect(text).toMatch(new RegExp(`<meta name="DC.${name}" content="[^"]+">`))
    }
    expect(text).not.toContain(new Date().toISOString().slice(0, 10))
  })

  it('tells the printed page where it came from', async () => {
    expect((await get(pageKinds.news)).text).toContain(
      'In từ www.quangninh.example/tin-tuc/co-quan-nha-nuoc-day-manh-ung-dung-cntt/ · Bản đăng 4, 24/05/2011',
    )
  })
})

describe('search', () => {
  it('keeps the query, counts, says what was widened and offers the way back', async () => {
    const { text } = await get('/tim-kiem/?q=cntt')
    expect(text).toContain('value="cntt"')
    expect(text).toMatch(/\d+ kết quả\./)
    expect(text).toContain('Tìm cả “công nghệ thông tin” cho “cntt”.')
    expect(text).toContain('/tim-kiem/?q=%22cntt%22')
    expect(text).toContain('<meta name="robots" content="noindex">')
  })

  it('without results says so and gives advice', async () => {
    const { text } = await get(pageKinds.searchNothing)
    expect(text).toContain('Không tìm thấy kết quả nào')
    expect(text).toContain('trong mọi loại')
  })

  it.each([
    'q=%00%ff',
    'q=%22',
    'loai=x&trang=-1',
    'q=a&trang=99999',
    `q=${'a'.repeat(900)}`,
    'q=%3Cscript%3E%ED%A0%80',
  ])('takes whatever is typed: %s', async (query) => {
    const { status, text } = await get(`/tim-kiem/?${query}`)
    expect(status).toBe(200)
    expect(text).not.toContain('<script')
  })
})

describe('pages as the publisher draws them', () => {
  const files = [
    ...Object.values(pageKinds).filter((address) => !address.includes('?')),
    '/rss.xml',
    '/sitemap.xml',
  ]

  it.each(files)('%s has the bytes of the whole way through Astro', async (address) => {
    const draw = await openDraw()
    expect((await draw(address))?.toString()).toBe((await get(address)).text)
  })

  it('share their frame in one snapshot, in whatever order they come', async () => {
    const draw = await openDraw(seededReader({ isFrozen: true }))
    for (const address of [...files, ...files.toReversed()])
      expect((await draw(address))?.toString(), address).toBe((await get(address)).text)
  })

  it('are asked for nothing of Astro that the publisher does not give', () => {
    const site = path.resolve(import.meta.dirname, '../../site')
    const sources = ['pages', 'components', 'layouts'].flatMap((folder) =>
      globSync(`${folder}/**/*.astro`, { cwd: site }),
    )
    const asked = sources.flatMap((file) => [
      ...readFileSync(path.join(site, file), 'utf8').matchAll(/\bAstro\.(\w+)/g),
    ])
    const given = ['self', 'props', 'locals', 'params', 'url', 'request', 'response', 'slots']
    expect(asked.length).toBeGreaterThan(50)
    expect(asked.map(([, name = '']) => name).filter((name) => !given.includes(name))).toEqual([])
  })

  it('an address at which nothing is public has none', async () => {
    const draw = await openDraw()
    expect(await draw('/tin-tuc/khong-co-bai-nay/')).toBeNull()
    expect(await draw('/khong-co/')).toBeNull()
  })

  it('a page that fails tells its own reason', async () => {
    const broken = {
      ...seededReader(),
      newsPage: () => {
        throw new Error('hỏng rồi')
      },
    }
    await expect((await openDraw(broken))(pageKinds.news)).rejects.toThrow(/hỏng rồi/)
  })
})
