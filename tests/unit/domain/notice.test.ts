import { describe, expect, it } from 'vitest'
import { readNotice } from '#domain/notice.ts'

const now = '2025-07-01T03:00:00.000Z'
const good = { level: 'serious', text: '  Có trang\ngiả mạo Cổng ' }
const codes = (input: unknown) =>
  readNotice(input, now).problems.map(({ field, code }) => `${field}: ${code}`)

describe('a notice as a person sent it', () => {
  it('is one line of NFC text, from now on and without an end unless told otherwise', () => {
    expect(readNotice({ ...good, text: good.text.normalize('NFD') }, now)).toEqual({
      notice: { level: 'serious', text: 'Có trang giả mạo Cổng', startsAt: now },
      problems: [],
    })
  })

  it('takes times of any offset and one link', () => {
    const link = { url: '/tin-tuc/bao-so-3/', text: 'Các điểm tránh trú' }
    const { notice } = readNotice(
      { ...good, link, startsAt: '2025-07-01T12:00:00+07:00', endsAt: '2025-07-02T00:00+07:00' },
      now,
    )
    expect(notice).toMatchObject({
      link,
      startsAt: '2025-07-01T05:00:00.000Z',
      endsAt: '2025-07-01T17:00:00.000Z',
    })
  })

  it('lists everything wrong at once', () => {
    expect(codes({ level: 'loud', text: ' ', startsAt: 'mai', endsAt: 7, link: 'x', html: '<b>' })).toEqual([
      'html: unknown-field',
      'level: bad-level',
      'text: missing',
      'startsAt: bad-time',
      'endsAt: bad-time',
      'link.text: bad-link',
      'link.url: bad-link',
    ])
    for (const nothing of [undefined, null, 'x', 3, []]) expect(codes(nothing)).toContain('level: bad-level')
  })

  it('refuses an end that has passed or comes before the beginning', () => {
    expect(codes({ ...good, endsAt: '2025-07-01T02:59:00Z' })).toEqual(['endsAt: in-the-past'])
    const times = { startsAt: '2025-07-03T00:00:00Z', endsAt: '2025-07-02T00:00:00Z' }
    expect(codes({ ...good, ...times })).toEqual(['endsAt: before-start'])
  })

  it.each([
    'javascript:alert(1)',
    '//evil.example/',
    'http://a.example/',
    '/\\evil.example',
    'https://a@evil.example/',
    'tin-tuc/',
    '/a b/',
  ])('refuses a link to %s', (url) => {
    expect(codes({ ...good, link: { url, text: 'Xem' } })).toEqual(['link.url: bad-link'])
  })
})
