import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { openReadModel } from '#published/open.ts'
import {
  article,
  committee,
  corrected,
  directive,
  openProvince,
  publicUrl,
  storeFile,
  topic,
  withState,
  type Province,
} from '#tests/support/publication-fixture.ts'

let province: Province
beforeEach(async () => {
  province = await openProvince()
})
afterEach(() => province.close())

const closed = (route: string) => {
  const db = openReadModel(path.join(province.settings.dataDir, 'published.sqlite'))
  const row = db.prepare('SELECT status, target, note FROM closed_addresses WHERE path = ?').get(route)
  db.close()
  return row ? { ...row } : null
}

describe('publishing', () => {
  test('an article stands at its address, in its lists, its feed and its sitemap when the receipt comes', async () => {
    await province.publish(committee(), topic())
    const receipt = await province.publish(article())

    expect(receipt.urls[0]).toBe(`${publicUrl}/tin-tuc/a1/`)
    const places = [
      '/',
      '/tin-tuc/',
      '/tin-tuc/2025/06/',
      '/tin-tuc/chuyen-muc/cong-nghe-thong-tin/',
      '/rss.xml',
      '/tin-tuc/chuyen-muc/cong-nghe-thong-tin/2025/06/',
      '/tin-tuc/chuyen-muc/cong-nghe-thong-tin/rss.xml',
      '/co-quan/ubnd-tinh/',
      '/sitemap/2025-06.xml',
    ]
    for (const place of places) expect(province.page(place), place).toContain('/tin-tuc/a1/')
    expect(province.page('/tin-tuc/a1/')).toContain('Tin a1')
  })

  test('every page has variants that unpack to it', async () => {
    await province.publish(article())
    const file = path.join(province.settings.dataDir, 'www/tin-tuc/a1/index.html')
    const bytes = fs.readFileSync(file)
    expect(zlib.gunzipSync(fs.readFileSync(`${file}.gz`))).toEqual(bytes)
    expect(zlib.brotliDecompressSync(fs.readFileSync(`${file}.br`))).toEqual(bytes)
  })

  test('the same publication again changes no byte and gives the same receipt but for its time', async () => {
    const truth = article()
    const first = await province.publish(committee(), topic(), truth)
    await province.rest()
    const tree = province.tree()
    const again = await province.publish(truth)
    expect(province.tree()).toEqual(tree)
    expect(again.written).toBe(0)
    expect(again.urls).toEqual(first.urls)
  })

  test('a correction replaces the page and the words in lists', async () => {
    const truth = article()
    await province.publish(truth, corrected(truth, { title: 'Tin đã đính chính' }))
    expect(province.page('/tin-tuc/a1/')).toContain('Tin đã đính chính')
    expect(province.page('/')).toContain('Tin đã đính chính')
    expect(province.page('/rss.xml')).not.toContain('Tin a1')
  })

  test('an older edition is refused and changes nothing', async () => {
    const truth = article()
    await province.publish(truth, corrected(truth, { title: 'Bản hai' }))
    await expect(
      province.publisher.publish({ publicationId: 'late', ref: truth.ref, truth }),
    ).rejects.toMatchObject({
      code: 'older-than-applied',
    })
    expect(province.page('/tin-tuc/a1/')).toContain('Bản hai')
  })

  test('an item of which nothing was ever public leaves no trace', async () => {
    const before = province.tree()
    const receipt = await province.publisher.publish({
      publicationId: 'scheduled',
      ref: 'news/hen-gio',
      truth: null,
    })
    expect(receipt.urls).toEqual([])
    expect(province.tree()).toEqual(before)
  })

  test('a slug that changed answers 301 at the old address, and the old page is gone', async () => {
    const truth = article()
    await province.publish(truth, corrected(truth, { slug: 'a1-moi' }))
    expect(province.page('/tin-tuc/a1/')).toBeNull()
    expect(province.page('/tin-tuc/a1-moi/')).toContain('Tin a1')
    expect(closed('/tin-tuc/a1/')).toMatchObject({ status: 301, target: '/tin-tuc/a1-moi/' })
    expect(fs.existsSync(path.join(province.settings.dataDir, 'www/tin-tuc/a1'))).toBe(false)
  })
})

describe('ending', () => {
  test('a withdrawn article stays readable with its reason and leaves every list', async () => {
    const truth = article()
    await province.publish(truth, withState(truth, 'withdrawn', { note: 'Số liệu sai' }))
    expect(province.page('/tin-tuc/a1/')).toContain('Đã rút: Số liệu sai')
    for (const place of ['/', '/tin-tuc/', '/rss.xml', '/sitemap.xml'])
      expect(province.page(place)).not.toContain('a1')
    expect(province.page('/tin-tuc/2025/06/')).toBeNull()
    expect(province.page('/sitemap/2025-06.xml')).toBeNull()
  })

  test('a restored article is back everywhere', async () => {
    const truth = article()
    await province.publish(truth)
    await province.rest()
    const tree = province.tree()
    await province.publish(withState(truth, 'withdrawn', { note: 'Nhầm' }), withState(truth, 'live'))
    await province.rest()
    expect(province.tree()).toEqual(tree)
  })

  test('a redirected article has no page and answers 301', async () => {
    const truth = article()
    await province.publish(truth, withState(truth, 'redirected', { redirectTo: '/tin-tuc/khac/' }))
    expect(province.page('/tin-tuc/a1/')).toBeNull()
    expect(closed('/tin-tuc/a1/')).toMatchObject({ status: 301, target: '/tin-tuc/khac/' })
  })

  test('a removed article leaves nothing of its words anywhere and answers 410 with the reason', async () => {
    const truth = article('a1', { title: 'Canary không ai được thấy', slug: 'a1' })
    await province.publish(truth)
    const receipt = await province.publish(withState(truth, 'gone', { note: 'Theo quyết định' }))
    await province.rest()
    expect(receipt.urls[0]).toBe(`${publicUrl}/tin-tuc/a1/`)
    expect(closed('/tin-tuc/a1/')).toEqual({ status: 410, target: null, note: 'Theo quyết định' })
    const www = path.join(province.settings.dataDir, 'www')
    for (const name of Object.keys(province.tree()))
      expect(fs.readFileSync(path.join(www, name), 'utf8')).not.toContain('Canary')
  })
})

describe('files', () => {
  const withFiles = () => {
    const photo = storeFile(province.settings, 'a picture', 'image/jpeg')
    const small = storeFile(province.settings, 'a small picture', 'image/webp')
    const pdf = storeFile(province.settings, 'a document', 'application/pdf')
    const truth = article('a1', {
      image: { sha256: photo.sha256, name: 'cau-bai-chay.jpg', alt: 'Cầu Bãi Cháy' },
      attachments: [{ sha256: pdf.sha256, name: 'ke-hoach.pdf', title: 'Kế hoạch' }],
    })
    truth.edition.files = [
      {
        ...photo,
        width: 1600,
        height: 900,
        variants: [{ width: 480, height: 270, sha256: small.sha256, size: small.size }],
      },
      pdf,
    ]
    const folder = (sha256: string) => `/tep/${sha256.slice(0, 16)}`
    return {
      truth,
      photo: `${folder(photo.sha256)}/cau-bai-chay.jpg`,
      small: `${folder(photo.sha256)}/cau-bai-chay-480.webp`,
      pdf: `${folder(pdf.sha256)}/ke-hoach.pdf`,
      original: path.join(province.settings.mediaDir, 'editions', pdf.sha256),
    }
  }

  test('pictures, their smaller versions and attachments are public while the article is', async () => {
    const { truth, photo, small, pdf } = withFiles()
    await province.publish(truth)
    expect([photo, small, pdf].map(province.page)).toEqual(['a picture', 'a small picture', 'a document'])
    await province.publish(withState(truth, 'gone'))
    expect([photo, small, pdf].map(province.page)).toEqual([null, null, null])
  })

  test('a withdrawn article keeps its picture and loses its attachment', async () => {
    const { truth, photo, pdf } = withFiles()
    await province.publish(truth, withState(truth, 'withdrawn', { note: 'Sai' }))
    expect([photo, pdf].map(province.page)).toEqual(['a picture', null])
  })

  test('a file that another item shows stays', async () => {
    const { truth, pdf } = withFiles()
    const other = article('a2', { attachments: truth.edition.content.attachments })
    other.edition.files = truth.edition.files
    await province.publish(truth, other, withState(truth, 'gone'))
    expect(province.page(pdf)).toBe('a document')
  })

  test('a damaged original does not become public, and publishing says so', async () => {
    const { truth, pdf, original } = withFiles()
    fs.writeFileSync(original, 'something else')
    await expect(province.publish(truth)).rejects.toMatchObject({ code: 'own-routes-failed' })
    expect(province.page(pdf)).toBeNull()
    fs.writeFileSync(original, 'a document')
    await province.publish(truth)
    expect(province.page(pdf)).toBe('a document')
  })
})

describe('documents', () => {
  test('an article about a document is listed on its page, and a replacing document changes its force', async () => {
    await province.publish(committee(), directive(), article('a1', { aboutDocuments: ['documents/ct08'] }))
    expect(province.page('/van-ban/2025/ct08/')).toContain('/tin-tuc/a1/')
    await province.publish(
      directive('ct09', {
        number: '09/CT-UBND',
        issuedOn: '2025-06-01',
        effectiveFrom: '2025-06-01',
        relations: [{ type: 'replaces', target: 'documents/ct08', extent: 'whole' }],
      }),
    )
    await province.rest()
    for (const place of ['/van-ban/2025/ct08/', '/tin-tuc/a1/'])
      expect(province.page(place)).toContain('Hết hiệu lực')
  })

  test('a new day brings the force of documents up to date', async () => {
    const coming = directive('ct10', { effectiveFrom: '2099-01-01' })
    await province.publish(committee(), coming)
    await province.rest()
    expect(province.page('/van-ban/2025/ct10/')).toContain('Chưa có hiệu lực')
    expect(await province.publisher.turnDay('2099-01-01')).toBeGreaterThan(0)
    await province.rest()
    for (const place of ['/van-ban/2025/ct10/', '/van-ban/', '/van-ban/2025/'])
      expect(province.page(place)).toContain('Còn hiệu lực')
    expect(await province.publisher.turnDay('2099-01-01')).toBe(0)
  })
})
