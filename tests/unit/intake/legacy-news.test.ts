import { readFileSync } from 'node:fs'
import path from 'node:path'
import { describe, expect, it, test } from 'vitest'
import { isEmptyRichText, plainText, richTextProblems } from '#domain/rich-text.ts'
import { gluedAt, gluedCaption } from '../../../cms/intake/glued-sentences.ts'
import { IntakeError } from '../../../cms/intake/intake-error.ts'
import { legacyEncoding } from '../../../cms/intake/legacy-encoding.ts'
import { parseLegacyNews } from '../../../cms/intake/legacy-news.ts'
import { parseLegacyTime } from '../../../cms/intake/legacy-time.ts'
import { richTextOfParagraphs } from '../../../cms/intake/rich-text-of-paragraphs.ts'

const fixture = readFileSync(path.resolve(import.meta.dirname, '../../fixtures/legacy-news.txt'))
const parse = (text: string) => parseLegacyNews(Buffer.from(text))
const codes = (text: string) => parse(text).notices.map(({ code }) => code)
const article = (changes: { stamp?: string; body?: string; source?: string } = {}) =>
  [
    'Tiêu đề',
    changes.stamp ?? '5/23/2011 2:53:59 PM',
    changes.body ?? 'Một đoạn.',
    changes.source ?? 'Theo Báo tỉnh',
  ].join('\n\n')

describe('a legacy export', () => {
  it('gives title, moment in Vietnam, paragraphs and source', () => {
    const news = parseLegacyNews(fixture)
    expect(news).toMatchObject({
      title: 'Huyện Ba Suối: Đưa hồ sơ đất đai lên mạng nội bộ',
      originallyPublishedAt: '2011-05-23T14:53:59+07:00',
      source: 'Cổng TTĐT huyện Ba Suối',
    })
    expect(news.paragraphs).toHaveLength(4)
    expect(news.paragraphs[2]).toMatch(/^Theo đó, .* hồ sơ\.$/)
  })

  it('names the glued caption and the glued sentence apart, and changes no words', () => {
    const { notices, paragraphs } = parseLegacyNews(fixture)
    expect(notices.map(({ code, paragraph }) => [code, paragraph])).toEqual([
      ['glued-caption', 1],
      ['glued-sentence', 2],
    ])
    expect(notices[0]?.message).toBe(
      'Có thể chú thích ảnh dính vào đoạn 1: “Cán bộ xã Nà Lửa tra cứu hồ sơ trên máy tính mới được trang bị”',
    )
    expect(paragraphs[0]).toContain('vùng cao.Cán bộ')
  })

  it('is the same article with BOM, CRLF, CR or in NFD', () => {
    const text = fixture.toString('utf8')
    const expected = parseLegacyNews(fixture)
    for (const variant of [
      `\ufeff${text}`,
      text.replaceAll('\n', '\r\n'),
      text.replaceAll('\n', '\r'),
      text.normalize('NFD'),
    ]) {
      expect(parse(variant)).toEqual(expected)
    }
  })

  it('becomes valid rich text with the same words', () => {
    const { paragraphs } = parseLegacyNews(fixture)
    const body = richTextOfParagraphs(paragraphs)
    expect(richTextProblems(body)).toEqual([])
    expect(plainText(body)).toBe(paragraphs.join('\n'))
    expect(isEmptyRichText(richTextOfParagraphs([' ', '']))).toBe(true)
    expect(richTextProblems(richTextOfParagraphs([]))).toEqual([])
  })

  it('leaves an ambiguous, impossible or missing date empty and says so', () => {
    for (const [stamp, code] of [
      ['5/6/2011 2:53:59 PM', 'date-ambiguous'],
      ['31/31/2011', 'date-impossible'],
      ['5/23/2011 14:53:59 PM', 'date-impossible'],
      ['Chưa rõ ngày', 'date-missing'],
    ] as const) {
      const news = parse(article({ stamp }))
      expect(news.originallyPublishedAt, stamp).toBeUndefined()
      expect(
        news.notices.map((notice) => notice.code),
        stamp,
      ).toEqual([code])
    }
    expect(parse(article({ stamp: '5/6/2011' })).notices[0]?.message).toContain('06/05/2011 hoặc 05/06/2011')
  })

  it('says that a time, a source or a whole line is missing', () => {
    expect(codes(article({ stamp: '23/5/2011' }))).toEqual(['time-missing'])
    expect(codes(article({ source: 'Theo đó, các xã làm tiếp' }))).toEqual(['source-missing'])
    expect(codes(article({ body: 'Đoạn bị ngắt ở\ngiữa câu.' }))).toEqual(['broken-line'])
    expect(codes(article({ body: 'Đoạn một.\nĐoạn hai.' }))).toEqual([])
  })

  it('warns of letters spoiled by an old encoding', () => {
    expect(
      codes(article({ body: 'UBND tØnh B¶o Th¾ng ®· häp; Mêng Kh¬ng còng vËy, ®Ò nghÞ c¸c x·.' })),
    ).toContain('legacy-encoding')
    expect(codes(article({ body: 'Mất chữ \ufffd ở đây.' }))).toEqual(['lost-letters'])
  })

  test.each<[string, Buffer, string]>([
    ['empty', Buffer.alloc(0), 'empty'],
    ['blank', Buffer.from(' \r\n\u00a0\n\ufeff'), 'empty'],
    [
      'a picture',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0, 7]),
      'binary',
    ],
    ['text with control characters', Buffer.from('Tiêu đề\n\u0001\u0002'), 'binary'],
    ['not UTF-8', Buffer.from([0x54, 0x69, 0xea, 0x75, 0x20, 0xf0, 0x0a, 0x61]), 'not-utf8'],
    ['UTF-16 with mark', Buffer.from('\ufeffTiêu đề\nĐoạn', 'utf16le'), 'utf-16'],
    ['UTF-16 without mark', Buffer.from('Tieu de cua bai\nMot doan van', 'utf16le'), 'utf-16'],
    ['too large', Buffer.alloc(2 * 1024 * 1024 + 1, 'a'), 'too-large'],
    ['title only', Buffer.from('Tiêu đề\n'), 'title-only'],
    ['title and time only', Buffer.from('Tiêu đề\n\n5/23/2011 2:53:59 PM\n'), 'title-only'],
    [
      'title, time and source only',
      Buffer.from('Tiêu đề\n5/23/2011 2:53:59 PM\nTheo Báo tỉnh'),
      'title-only',
    ],
    ['no title', Buffer.from('5/23/2011 2:53:59 PM\nĐoạn.'), 'no-title'],
  ])('refuses a file that is %s', (_name, bytes, code) => {
    expect(() => parseLegacyNews(bytes)).toThrow(expect.objectContaining({ name: 'IntakeError', code }))
    expect(new IntakeError('empty').message).toBe('Tệp trống. Hãy chọn tệp khác.')
  })

  it('reads two megabytes of one word, of dots and of digits at once', () => {
    for (const unit of ['a', '.', '1', 'a.', '/', ' ', '”', '(']) {
      const started = performance.now()
      parse(`Tiêu đề\n5/23/2011\n${unit.repeat(1_900_000 / Buffer.byteLength(unit))}x\nĐoạn`)
      expect(performance.now() - started, unit).toBeLessThan(4000)
    }
  })
})

test.each([
  ['5/23/2011 2:53:59 PM', '2011-05-23T14:53:59+07:00'],
  ['5/23/2011 12:05:09 AM', '2011-05-23T00:05:09+07:00'],
  ['5/23/2011 12:05:09 PM', '2011-05-23T12:05:09+07:00'],
  ['(22/09/2022  15:15)', '2022-09-22T15:15:00+07:00'],
  ['5/5/2011 9:00 SA', '2011-05-05T09:00:00+07:00'],
  ['2/29/2012 9:00 CH', '2012-02-29T21:00:00+07:00'],
])('%s is %s', (line, moment) => {
  expect(parseLegacyTime(line)).toMatchObject({ kind: 'moment', moment })
})

test('2/30/2011, 0 AM and 25:00 are impossible; words are no time stamp', () => {
  for (const line of ['2/30/2011', '5/23/2011 0:10 AM', '5/23/2011 25:00', '5/23/2011 9:60']) {
    expect(parseLegacyTime(line), line).toEqual({ kind: 'impossible' })
  }
  for (const line of ['Ngày 5/23/2011 họp', '', '2011']) expect(parseLegacyTime(line), line).toBeNull()
})

test('glue is found after a full stop, not in abbreviations and web addresses', () => {
  expect(gluedAt('Xong.Tuy nhiên')).toEqual([5])
  expect(gluedAt('ứng dụng CNTT.Các xã')).toHaveLength(1)
  expect(gluedAt('ông nói “xong.”Sau đó')).toHaveLength(1)
  for (const fine of [
    'TP.HCM',
    'Tp.Hạ Long',
    'GS.TS Nguyễn',
    'www.Tinh.gov.vn tỉnh. Các',
    '1.234.567',
    'v.v.',
  ]) {
    expect(gluedAt(fine.replace('www.Tinh', 'www.tinh')), fine).toEqual([])
  }
  expect(gluedCaption('Đoạn.Câu hai. Câu ba')).toBeNull()
  expect(gluedCaption('Đoạn một. Câu hai.Ảnh: Toàn cảnh')).toBe('Ảnh: Toàn cảnh')
  expect(gluedCaption(`Đoạn.Câu${' dài'.repeat(80)}`)).toBeNull()
})

test.each([
  ['Chµo c¸c b¹n ë Mêng Kh¬ng vµ B¶o Th¾ng', 'TCVN3'],
  ['chaøo caùc baïn, vieäc naøy ñaõ xong töø tuaàn tröôùc ôû huyeän', 'VNI'],
  ['Ủy ban nhân dân tỉnh'.normalize('NFC'), null],
  ['Đường về quê thuở ấy, người thuê nhà đã huỷ «hợp đồng»', null],
  [Buffer.from('Quyền của người dân; ưu đãi đầu tư').toString('latin1'), 'UTF-8 đọc nhầm'],
])('the encoding of “%s” is %s', (text, encoding) => {
  expect(legacyEncoding(text)).toBe(encoding)
})
