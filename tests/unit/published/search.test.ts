import { beforeAll, describe, expect, it } from 'vitest'
import type { DatabaseSync } from 'node:sqlite'
import { openReader } from '#published/reader.ts'
import { dropSearchRow } from '#published/search-rows.ts'
import type { Reader, SearchResult } from '#published/views.ts'
import { emptyReadModel, insertItem, seedReadModel } from '#tests/support/read-model-fixture.ts'
import { paragraph, richText } from '#tests/support/rich-text-builders.ts'

let db: DatabaseSync
let reader: Reader

beforeAll(() => {
  db = emptyReadModel()
  seedReadModel(db)
  reader = openReader(db, { today: () => '2011-06-15' })
})

const search = (query: string): SearchResult => reader.search({ query })
const paths = (query: string): string[] => search(query).hits.map(({ path }) => path)

const road = '/tin-tuc/nang-cap-duong-tinh-334/'
const village = '/tin-tuc/xa-duong-huy-don-nam-moi/'
const directive = '/van-ban/2011/chi-thi-08-ct-ubnd/'

describe('tone marks', () => {
  it('đường does not return Dương before đường', () => {
    expect(paths('đường')[0]).toBe(road)
    const hits = paths('đường')
    expect(hits.indexOf(village)).toBe(hits.length - 1)
  })

  it('Dương returns Dương first', () => {
    expect(paths('Dương')[0]).toBe(village)
    expect(paths('DƯƠNG HUY')[0]).toBe(village)
  })

  it('words without marks find any spelling', () => {
    expect(paths('duong')).toEqual(expect.arrayContaining([road, village]))
    expect(paths('dieu hanh')).toContain('/co-quan/van-phong-ubnd-tinh/')
  })

  it('decomposed text is read like composed text', () => {
    expect(search('đường'.normalize('NFD')).hits).toEqual(search('đường').hits)
  })

  it('old and new tone places find each other', () => {
    expect(paths('nhà văn hoá')).toContain(village)
  })
})

describe('document numbers', () => {
  it.each([
    '08/CT-UBND',
    '08/ct-ubnd',
    '8/CT-UBND',
    '8 ct ubnd',
    '08 CT UBND',
    'chi thi 08',
    'chỉ thị 8',
    'Chỉ thị số 08/CT-UBND',
    'số 08/CT–UBND',
    'ct 08',
    'CT-08',
  ])('%s finds the document first', (query) => {
    expect(paths(query)[0]).toBe(directive)
  })

  it('Đ in a number may be typed as D', () => {
    expect(paths('1215/qd-ubnd')[0]).toBe('/van-ban/2011/quyet-dinh-1215-qd-ubnd/')
    expect(paths('1215/QĐ-UBND')[0]).toBe('/van-ban/2011/quyet-dinh-1215-qd-ubnd/')
  })
})

describe('abbreviations', () => {
  it('are widened in both directions, and the answer says so', () => {
    expect(search('cntt').widened).toEqual([{ from: 'cntt', to: 'công nghệ thông tin' }])
    expect(paths('cntt')).toContain('/tin-tuc/chuyen-muc/cong-nghe-thong-tin/')
    expect(search('ứng dụng công nghệ thông tin').widened).toEqual([
      { from: 'công nghệ thông tin', to: 'CNTT' },
    ])
    expect(paths('ứng dụng công nghệ thông tin')).toContain(
      '/tin-tuc/co-quan-nha-nuoc-day-manh-ung-dung-cntt/',
    )
  })

  it('are left alone in quotation marks', () => {
    expect(search('"cntt"').widened).toEqual([])
    expect(paths('"cntt"')).not.toContain('/tin-tuc/chuyen-muc/cong-nghe-thong-tin/')
  })

  it('are recognised with signs inside and other tone places', () => {
    expect(search('sở TT&TT').widened).toEqual([{ from: 'tt tt', to: 'thông tin và truyền thông' }])
    expect(search('uỷ ban nhân dân').widened).toEqual([{ from: 'uỷ ban nhân dân', to: 'UBND' }])
  })
})

describe('ranking', () => {
  it('a phrase in a title comes before the same words apart, and those before a text', () => {
    const own = emptyReadModel()
    const put = (id: string, title: string, text: string) =>
      insertItem(own, {
        collection: 'news',
        id,
        publicDate: '2011-01-01T00:00:00.000Z',
        content: { slug: id, language: 'vi', title, body: richText(paragraph(text)) },
      })
    put('in-text', 'Tin vắn', 'Họp bàn cải cách tiền lương, rồi nói về hành trình chính.')
    put('apart', 'Hành trình chính của cải lương và cách tân', 'Không có gì.')
    put('phrase', 'Đẩy mạnh cải cách hành chính', 'Không có gì.')
    put('text-phrase', 'Tin khác', 'Năm của cải cách hành chính.')
    const hits = openReader(own, { today: () => '2011-06-15' }).search({ query: 'cải cách hành chính' }).hits
    expect(hits.map(({ path }) => path)).toEqual([
      '/tin-tuc/phrase/',
      '/tin-tuc/apart/',
      '/tin-tuc/text-phrase/',
      '/tin-tuc/in-text/',
    ])
  })

  it('among equals the newest comes first', () => {
    const own = emptyReadModel()
    for (const year of ['2009', '2011', '2010']) {
      insertItem(own, {
        collection: 'news',
        id: year,
        publicDate: `${year}-01-01T00:00:00.000Z`,
        content: { slug: `tin-${year}`, language: 'vi', title: 'Lịch tiếp công dân' },
      })
    }
    const { hits } = openReader(own, { today: () => '2011-06-15' }).search({ query: 'tiep cong dan' })
    expect(hits.map(({ path }) => path)).toEqual([
      '/tin-tuc/tin-2011/',
      '/tin-tuc/tin-2010/',
      '/tin-tuc/tin-2009/',
    ])
  })

  it('pages follow each other without gaps or repetition', () => {
    const own = emptyReadModel()
    for (let count = 0; count < 45; count += 1) {
      insertItem(own, {
        collection: 'news',
        id: `n${count}`,
        publicDate: new Date(Date.UTC(2011, 0, 1 + (count % 20))).toISOString(),
        content: {
          slug: `n${count}`,
          language: 'vi',
          title: count % 2 ? 'Hỏi đáp' : 'Tin',
          lead: 'Mục hỏi đáp',
        },
      })
    }
    const { search: ask } = openReader(own, { today: () => '2011-06-15' })
    const seen = [1, 2, 3].flatMap((page) => ask({ query: 'hỏi đáp', page }).hits.map(({ path }) => path))
    expect(new Set(seen).size).toBe(45)
    expect(ask({ query: 'hỏi đáp', page: 99 })).toMatchObject({ page: 3, pages: 3, total: 45 })
  })
})

describe('whatever is typed', () => {
  it.each([
    '"',
    '""',
    "'",
    '*',
    '^',
    ':',
    '(',
    ')',
    '-',
    '+',
    '{',
    '}',
    'AND',
    'OR NOT',
    'NEAR(',
    'a AND',
    'title:x',
    'exact_title:x',
    '"chưa đóng',
    '" OR 1=1 --',
    'a\u0000b',
    '\ud800',
    '😀',
    '%',
    '\\',
    '日本語',
    'x'.repeat(5000),
    'a '.repeat(5000),
    '“ngoặc',
    '½ ²',
    '０８',
    '\u0301',
  ])('%j is answered', (query) => {
    expect(() => search(query)).not.toThrow()
  })

  it('an empty query finds nothing', () => {
    for (const query of ['', '   ', '?!', '\n'])
      expect(search(query)).toMatchObject({ total: 0, pages: 0, page: 1, hits: [] })
  })

  it('a query is cut at 200 characters and 12 words', () => {
    expect(search('ứ'.repeat(300)).query).toHaveLength(200)
    expect(paths(`đường tỉnh ${'đường '.repeat(10)} khongcotunay`)).toContain(road)
  })

  it('strange pages and sizes are brought into bounds', () => {
    for (const page of [0, -1, Number.NaN, Infinity, 1.5]) {
      expect(reader.search({ query: 'cntt', page, pageSize: 2 }).page).toBeGreaterThanOrEqual(1)
    }
    expect(reader.search({ query: 'cntt', pageSize: 1e9 }).hits.length).toBeLessThanOrEqual(50)
  })

  it('random signs never break the syntax', () => {
    const signs = [...'"\'*^:(){}[]-+~ \tANDORNEARđườngử0/8,.|\\;#@!%$']
    let state = 2011
    const next = () => (state = (state * 48271) % 2147483647)
    for (let round = 0; round < 500; round += 1) {
      const query = Array.from({ length: next() % 24 }, () => signs[next() % signs.length]).join('')
      expect(() => search(query), query).not.toThrow()
    }
  })
})

describe('hits', () => {
  it('are counted by kind, and one kind can be asked for', () => {
    const all = search('cntt')
    expect(all.facets.reduce((sum, { count }) => sum + count, 0)).toBe(all.total)
    const documents = reader.search({ query: 'cntt', kind: 'documents' })
    expect(documents.hits.every(({ kind }) => kind === 'documents')).toBe(true)
    expect(documents.total).toBe(all.facets.find(({ kind }) => kind === 'documents')?.count)
    expect(documents.facets).toEqual(all.facets)
  })

  it('a document says its number, day and force', () => {
    expect(search('thư điện tử').hits.find(({ kind }) => kind === 'documents')).toMatchObject({
      number: '05/CT-UBND',
      date: '2008-04-02',
      force: { status: 'expired' },
    })
  })

  it('dieu hanh marks điều hành with its own letters', () => {
    const hit = search('dieu hanh').hits.find(({ path }) => path === '/co-quan/van-phong-ubnd-tinh/')
    expect(hit?.snippetHtml).toContain('<mark>điều hành</mark>')
  })

  it('snippets and titles are escaped', () => {
    const own = emptyReadModel()
    insertItem(own, {
      collection: 'news',
      id: 'x',
      publicDate: '2011-01-01T00:00:00.000Z',
      content: {
        slug: 'x',
        language: 'vi',
        title: '<script>alert("đường")</script>',
        body: richText(paragraph('<img src=x onerror=alert(1)> đường & "phố" <mark>giả</mark>')),
      },
    })
    const [hit] = openReader(own, { today: () => '2011-06-15' }).search({ query: 'đường script img' }).hits
    const withoutMarks = `${hit?.titleHtml}${hit?.snippetHtml}`.replaceAll(/<\/?mark>/g, '')
    expect(withoutMarks).not.toMatch(/[<>"']/)
    expect(hit?.snippetHtml).toContain('<mark>đường</mark> &amp; &quot;phố&quot;')
    expect(hit?.snippetHtml).toContain('&lt;mark&gt;giả')
  })

  it('a long text shows the part that was found', () => {
    const own = emptyReadModel()
    insertItem(own, {
      collection: 'news',
      id: 'dai',
      publicDate: '2011-01-01T00:00:00.000Z',
      content: {
        slug: 'dai',
        language: 'vi',
        title: 'Bài dài',
        body: richText(
          ...Array.from({ length: 200 }, () => paragraph('Lời dẫn không liên quan.')),
          paragraph('Sửa cầu Bang.'),
        ),
      },
    })
    const [hit] = openReader(own, { today: () => '2011-06-15' }).search({ query: 'cầu bang' }).hits
    expect(hit?.snippetHtml).toMatch(/^… .*<mark>cầu Bang<\/mark>\.$/)
    expect(hit?.snippetHtml.length).toBeLessThan(400)
  })

  it('withdrawn items are not found, and a dropped row leaves no trace', () => {
    expect(paths('ngừng cấp điện')).toEqual([])
    const own = emptyReadModel()
    seedReadModel(own)
    dropSearchRow(own, 'news/duong-334')
    const { search: ask } = openReader(own, { today: () => '2011-06-15' })
    expect(ask({ query: '"Vân Đồn"' }).total).toBe(0)
  })
})
