import { beforeAll, describe, expect, it } from 'vitest'
import type { DocumentContent } from '#domain/content.ts'
import { openReader } from '#published/reader.ts'
import type { Reader } from '#published/views.ts'
import { emptyReadModel, insertItem, seedReadModel } from '#tests/support/read-model-fixture.ts'

const newsPath = '/tin-tuc/co-quan-nha-nuoc-day-manh-ung-dung-cntt/'
const directivePath = '/van-ban/2011/chi-thi-08-ct-ubnd/'
const replacedPath = '/van-ban/2008/chi-thi-05-ct-ubnd/'

let reader: Reader

beforeAll(() => {
  const db = emptyReadModel()
  seedReadModel(db)
  reader = openReader(db, { today: () => '2011-06-15' })
})

describe('home and news', () => {
  it('home leads with the newest story that has a picture and repeats it nowhere', () => {
    const { lead, news, documents } = reader.home()
    expect(lead?.path).toBe(newsPath)
    expect(news).toHaveLength(4)
    expect(news.map(({ path }) => path)).not.toContain(newsPath)
    expect(documents.map(({ number }) => number)).toEqual([
      '12/KH-STTTT',
      '08/CT-UBND',
      '1215/QĐ-UBND',
      '05/CT-UBND',
      '2187/QĐ-SBCVT',
    ])
  })

  it('a withdrawn article stands in no list but keeps its page, banner and text', () => {
    const path = '/tin-tuc/lich-ngung-cap-dien-thang-5/'
    const month = reader.newsMonth('2011', '05')
    expect(month?.items.map((item) => item.path)).not.toContain(path)
    const page = reader.newsPage(path)
    expect(page?.body).toContain('Bãi Cháy')
    expect(page?.edition.withdrawn?.note).toContain('đăng nhầm tháng')
  })

  it('a withdrawn article offers no downloads and is not named by its document', () => {
    expect(reader.newsPage('/tin-tuc/lich-ngung-cap-dien-thang-5/')?.attachments).toEqual([])
    expect(reader.documentPage(directivePath)?.news.map(({ path }) => path)).toEqual([newsPath])
  })

  it('a topic that is not live is not mentioned', () => {
    const page = reader.newsPage('/tin-tuc/khai-truong-he-thong-hoi-nghi-truyen-hinh/')
    expect(page?.topics.map(({ title }) => title)).toEqual(['Công nghệ thông tin'])
  })

  it('an article shows its picture, files, agency and documents', () => {
    const page = reader.newsPage(newsPath)
    expect(page?.image?.sources.map(({ width }) => width)).toEqual([480, 960])
    expect(page?.image?.src).toMatch(/^\/tep\/[0-9a-f]{16}\/hoi-nghi-cntt\.jpg$/)
    expect(page?.attachments[0]).toMatchObject({ kind: 'PDF', title: 'Chỉ thị 08/CT-UBND' })
    expect(page?.agency).toEqual({ path: '/co-quan/ubnd-tinh/', title: 'Ủy ban nhân dân tỉnh Quảng Ninh' })
    expect(page?.documents.map(({ number }) => number)).toEqual(['08/CT-UBND'])
    expect(page?.edition).toMatchObject({
      number: 4,
      changeKind: 'đính chính',
      changeNote: expect.stringContaining('Sửa số liệu'),
      corrections: [{ note: expect.stringContaining('Sửa số liệu') }],
    })
  })

  it('nothing is found where nothing is public', () => {
    expect(reader.newsPage('/tin-tuc/khong-co/')).toBeNull()
    expect(reader.newsPage(directivePath)).toBeNull()
    expect(reader.topicPage('khong-co')).toBeNull()
    expect(reader.agencyPage('../ubnd-tinh')).toBeNull()
    expect(reader.documentPage("'; DROP TABLE items; --")).toBeNull()
  })
})

describe('documents', () => {
  it('a replaced document has lost its force and names its successor', () => {
    expect(reader.documentPage(replacedPath)?.force).toMatchObject({
      status: 'expired',
      label: 'Hết hiệu lực toàn bộ',
      by: { path: directivePath, title: 'Chỉ thị 08/CT-UBND' },
    })
  })

  it('a document amended from a later day still has all its force before it', () => {
    const path = '/van-ban/2007/quyet-dinh-2187-qd-sbcvt-so-thong-tin-va-truyen-thong/'
    expect(reader.documentPage(path)?.force.status).toBe('in-force')
    const later = openReader(seeded(), { today: () => '2011-07-01' })
    expect(later.documentPage(path)?.force.status).toBe('partly-expired')
  })

  it('the issuer appears under its name of the day of issue', () => {
    const issuers = reader.documentsFront().latest.map(({ number, issuer }) => [number, issuer])
    expect(issuers).toContainEqual(['2187/QĐ-SBCVT', 'Sở Bưu chính, Viễn thông'])
    expect(issuers).toContainEqual(['12/KH-STTTT', 'Sở Thông tin và Truyền thông'])
  })

  it('relations stand on both pages under headings that say the direction', () => {
    const groups = reader.documentPage(directivePath)?.relations
    expect(groups?.map(({ heading }) => heading)).toEqual([
      'Văn bản này thay thế',
      'Văn bản này căn cứ vào',
      'Văn bản này là căn cứ ban hành của',
    ])
    expect(groups?.[1]?.entries).toEqual([{ title: 'Luật Công nghệ thông tin số 67/2006/QH11' }])
    expect(reader.documentPage(replacedPath)?.relations[0]).toMatchObject({
      heading: 'Văn bản này bị thay thế bởi',
      entries: [{ path: directivePath, detail: 'Toàn bộ' }],
    })
  })

  it('a relation to a document that is not live is not mentioned', () => {
    const page = reader.documentPage('/van-ban/2011/ke-hoach-12-kh-stttt-so-thong-tin-va-truyen-thong/')
    expect(page?.relations.flatMap(({ entries }) => entries.map(({ path }) => path))).toEqual([directivePath])
    expect(page?.fields).toHaveLength(1)
  })

  it('a document that replaces another acts only while it is live', () => {
    const db = seeded()
    db.exec(
      `UPDATE items SET state = 'withdrawn', withdrawn_at = '2011-06-01T00:00:00.000Z' WHERE ref = 'documents/ct08'`,
    )
    expect(openReader(db, { today: () => '2011-06-15' }).documentPage(replacedPath)).toMatchObject({
      force: { status: 'in-force' },
      relations: [],
    })
  })

  it('a year lists its documents newest first, by number as a number', () => {
    const db = seeded()
    for (const number of ['9/QĐ-UBND', '10/QĐ-UBND', '123/QĐ-UBND']) {
      const slug = `qd-${number.split('/')[0]}`
      const content: DocumentContent = {
        slug,
        language: 'vi',
        family: 'other',
        type: 'QĐ',
        number,
        issuer: 'agencies/ubnd',
        issuedOn: '2012-03-01',
        abstract: 'Về việc',
      }
      insertItem(db, { collection: 'documents', id: slug, publicDate: '2012-03-02T00:00:00.000Z', content })
    }
    const year = openReader(db, { today: () => '2012-04-01' }).documentsYear('2012')
    expect(year?.items.map(({ number }) => number)).toEqual(['123/QĐ-UBND', '10/QĐ-UBND', '9/QĐ-UBND'])
    expect(year?.years.map((entry) => entry.year)).toEqual(['2012', '2011', '2008', '2007'])
    expect(reader.documentsYear('1999')).toBeNull()
  })

  it('a document shows its contents, files and signer', () => {
    const page = reader.documentPage(directivePath)
    expect(page?.contents.map(({ id }) => id)).toContain('2-dich-vu-cong-truc-tuyen')
    expect(page?.files.map(({ kind }) => kind)).toEqual(['PDF'])
    expect(page?.signerCapacity).toContain('KT. CHỦ TỊCH')
  })
})

describe('agencies', () => {
  it('stand in a tree by kind and name', () => {
    const [province, ...others] = reader.agencyTree()
    expect(others).toEqual([])
    expect(province?.children.map(({ shortName }) => shortName)).toEqual(['Văn phòng UBND tỉnh', 'Sở TT&TT'])
    expect(province?.children[1]?.children.map(({ shortName }) => shortName)).toEqual(['Trung tâm CNTT&TT'])
  })

  it('nobody disappears when parents form a ring or are not live', () => {
    const db = seeded()
    const put = (id: string, parent: `agencies/${string}`) =>
      insertItem(db, {
        collection: 'agencies',
        id,
        publicDate: '2011-01-01T00:00:00.000Z',
        content: { slug: id, language: 'vi', name: id, kind: 'khac', parent },
      })
    put('vong-a', 'agencies/vong-b')
    put('vong-b', 'agencies/vong-a')
    put('mo-coi', 'agencies/chua-dang')
    const tree = openReader(db, { today: () => '2011-06-15' }).agencyTree()
    expect(tree.map(({ title }) => title)).toEqual(['Ủy ban nhân dân tỉnh Quảng Ninh', 'mo-coi', 'vong-a'])
    expect(tree.at(-1)?.children.map(({ title }) => title)).toEqual(['vong-b'])
  })

  it('a page tells former names, parent, units and newest items', () => {
    expect(reader.agencyPage('so-thong-tin-va-truyen-thong')).toMatchObject({
      name: 'Sở Thông tin và Truyền thông',
      kindName: 'Sở',
      parent: { path: '/co-quan/ubnd-tinh/' },
      children: [{ path: '/co-quan/trung-tam-cong-nghe-thong-tin-va-truyen-thong/' }],
      formerNames: [{ name: 'Sở Bưu chính, Viễn thông', validTo: '2008-03-31' }],
      news: [{ title: expect.stringContaining('hội nghị truyền hình') }],
      documents: [{ number: '12/KH-STTTT' }, { number: '2187/QĐ-SBCVT' }],
    })
  })
})

describe('archives', () => {
  it('a year has twelve cells, and only months with items lead anywhere', () => {
    const archive = reader.newsFront().archive
    expect(archive?.months).toHaveLength(12)
    expect(archive?.months.filter(({ path }) => path).map(({ month }) => month)).toEqual([
      '01',
      '03',
      '04',
      '05',
    ])
    expect(archive?.years).toEqual([{ year: '2011', path: '/tin-tuc/2011/05/' }])
  })

  it('an item of 17:30 UTC on 31 December belongs to January in Vietnam', () => {
    expect(reader.newsMonth('2011', '01')?.items.map(({ title }) => title)).toEqual([
      expect.stringContaining('Dương Huy'),
    ])
    expect(reader.newsMonth('2010', '12')).toBeNull()
  })

  it('neighbours are the nearest months with items', () => {
    expect(reader.newsMonth('2011', '03')?.neighbours).toEqual({
      previous: { path: '/tin-tuc/2011/01/', title: 'Tháng 1 năm 2011' },
      next: { path: '/tin-tuc/2011/04/', title: 'Tháng 4 năm 2011' },
    })
    expect(reader.newsMonth('2011', '05')?.neighbours.next).toBeUndefined()
  })

  it('a topic has an archive of its own', () => {
    const month = reader.topicMonth('cai-cach-hanh-chinh', '2011', '04')
    expect(month?.items.map(({ path }) => path)).toEqual(['/tin-tuc/uong-bi-mo-rong-mot-cua-dien-tu/'])
    expect(month?.neighbours.next?.path).toBe('/tin-tuc/chuyen-muc/cai-cach-hanh-chinh/2011/05/')
    expect(reader.topicMonth('cai-cach-hanh-chinh', '2011', '03')).toBeNull()
    expect(reader.topicPage('giao-thong')?.latest).toHaveLength(1)
  })

  it('months that cannot be are no archive', () => {
    expect(reader.newsMonth('2011', '13')).toBeNull()
    expect(reader.newsMonth('2011', '5')).toBeNull()
    expect(reader.newsMonth('%', '05')).toBeNull()
    expect(reader.documentsYear('2011/..')).toBeNull()
  })
})

describe('the log of the audit', () => {
  it('shows the latest days first, and a year of its own for each year', () => {
    const log = reader.auditLog()
    expect(log?.days.map(({ day }) => day)).toEqual(['2011-06-14', '2011-01-01', '2010-12-31'])
    expect(log?.years.map(({ path }) => path)).toEqual([
      '/du-lieu-mo/nhat-ky/2011/',
      '/du-lieu-mo/nhat-ky/2010/',
    ])
    expect(reader.auditLogYear('2010')?.days).toHaveLength(1)
    expect(reader.auditLogYear('2009')).toBeNull()
    expect(reader.auditLogYear('20')).toBeNull()
  })
})

describe('feeds, sitemaps, closed addresses', () => {
  it('feeds hold the newest live items', () => {
    expect(reader.feed('news')?.entries[0]).toMatchObject({
      path: '/tin-tuc/khai-truong-he-thong-hoi-nghi-truyen-hinh/',
      id: 'news/truyen-hinh',
      date: '2011-05-26T02:00:00.000Z',
    })
    expect(reader.feed('news')?.entries).toHaveLength(5)
    expect(reader.feed('documents')?.entries).toHaveLength(5)
    expect(reader.feed({ topic: 'giao-thong' })).toMatchObject({ title: 'Giao thông', entries: [{}] })
    expect(reader.feed({ topic: 'khong-co' })).toBeNull()
  })

  it('the index of sitemaps tells each month and its newest change', () => {
    expect(reader.sitemapIndex()[0]).toEqual({
      path: '/sitemap/2011-05.xml',
      lastmod: '2011-05-31T01:15:00.000Z',
    })
    expect(reader.sitemapMonth('2011', '05')?.map(({ path }) => path)).not.toContain(
      '/tin-tuc/lich-ngung-cap-dien-thang-5/',
    )
    expect(reader.sitemapMonth('1999', '01')).toBeNull()
  })

  it('closed addresses say where to go or why they ended', () => {
    expect(reader.closedAddress('/tin-tuc/ung-dung-cntt/')).toMatchObject({ status: 301, target: newsPath })
    expect(reader.closedAddress('/tin-tuc/danh-sach-ho-ngheo/')).toMatchObject({
      status: 410,
      note: expect.stringContaining('dữ liệu cá nhân'),
    })
    expect(reader.closedAddress(newsPath)).toBeNull()
  })

  it('an empty read model has no sections and no pages that fail', () => {
    const empty = openReader(emptyReadModel(), { today: () => '2011-06-15' })
    expect(empty.sections()).toEqual({ news: false, documents: false, agencies: false })
    expect(empty.home()).toEqual({ lead: null, news: [], documents: [] })
    expect(empty.newsFront()).toEqual({ latest: [], archive: null, topics: [] })
    expect(empty.agencyTree()).toEqual([])
    expect(empty.sitemapIndex()).toEqual([])
    expect(reader.sections()).toEqual({ news: true, documents: true, agencies: true })
  })
})

function seeded() {
  const db = emptyReadModel()
  seedReadModel(db)
  return db
}
