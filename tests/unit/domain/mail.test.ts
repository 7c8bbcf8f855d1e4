import { describe, expect, it, test } from 'vitest'
import { addressesIn, isMailAddress, mailDomain } from '#domain/mail-address.ts'
import { htmlBody, linesOfMail, oneLine, textBody, type MailLine } from '#domain/mail-body.ts'
import { failureKind, isGivenUp, mailPauses, nextDigest, pauseAfter } from '#domain/mail-delivery.ts'
import {
  addresseesOf,
  mailEvents,
  type MailEvent,
  type MailPerson,
  type Occasion,
} from '#domain/mail-events.ts'
import {
  digestWords,
  emergencyWords,
  liveWords,
  overdueWords,
  returnedWords,
  scheduledWords,
  submittedWords,
  withdrawnWords,
} from '#domain/mail-words.ts'
import { dueAt, isOverdue } from '#domain/due-times.ts'

describe('an address', () => {
  it.each([
    'van.phong@tinh.gov.vn',
    'secondModerator@tinh.example',
    'a+b_c-d@x-y.vn',
    'A1@a.b.c.gov.vn',
    `${'a'.repeat(64)}@tinh.gov.vn`,
  ])('%s is plain', (address) => expect(isMailAddress(address)).toBe(true))

  it.each([
    'a@b.vn\r\nBcc: evil@x.com',
    'a@b.vn\nevil@x.com',
    'a@b.vn\n',
    'a@b.vn\r',
    '\na@b.vn',
    'a@b.vn,evil@x.com',
    'a@b.vn;evil@x.com',
    'a@b.vn evil@x.com',
    ' a@b.vn',
    'a@b.vn ',
    '"a@b.vn Bcc: evil"@x.com',
    '"a b"@x.com',
    'Tên <a@b.vn>',
    '<a@b.vn>',
    'nhom: a@b.vn, evil@x.com;',
    'nhóm@tinh.gov.vn',
    'a@tỉnh.vn',
    'a@b@c.vn',
    'evil@x.com(a@b.vn)',
    'a(b)@b.vn',
    'a@[127.0.0.1]',
    'a@localhost',
    'a@.vn',
    'a@b..vn',
    'a@-b.vn',
    'a@b-.vn',
    '.a@b.vn',
    'a.@b.vn',
    'a..b@b.vn',
    'a%evil.com@b.vn',
    'a!b@b.vn',
    "a'b@b.vn",
    'a\\@b.vn',
    'a\u0000@b.vn',
    'a\u2028@b.vn',
    'a\u200b@b.vn',
    '-rf@b.vn',
    '@b.vn',
    'a@',
    '',
    `${'a'.repeat(65)}@b.vn`,
    `a@${'b.'.repeat(130)}vn`,
  ])('%j is not', (address) => expect(isMailAddress(address)).toBe(false))

  it('is text', () => {
    for (const value of [null, undefined, 1, ['a@b.vn'], { address: 'a@b.vn' }])
      expect(isMailAddress(value)).toBe(false)
  })

  it('takes no longer to check the longer it is', () => {
    const begun = performance.now()
    isMailAddress(`${'a.'.repeat(100_000)}@${'a-'.repeat(100_000)}`)
    isMailAddress(`a@${'a'.repeat(63)}.${'a-'.repeat(90)}`)
    expect(performance.now() - begun).toBeLessThan(100)
  })

  it('may stand in a list of a setting', () => {
    expect(addressesIn(' a@b.vn , c@d.vn,')).toEqual(['a@b.vn', 'c@d.vn'])
    expect(addressesIn('')).toEqual([])
    expect(mailDomain('cong@tinh.gov.vn')).toBe('tinh.gov.vn')
  })
})

const person = (id: string, more: Partial<MailPerson> = {}): MailPerson => ({
  id,
  email: `${id}@tinh.example`,
  role: 'editor',
  agencies: ['so-tttt'],
  isDisabled: false,
  preference: 'immediate',
  ...more,
})
const people = [
  person('lan'),
  person('minh'),
  person('yte', { agencies: ['so-y-te'] }),
  person('hoa', { role: 'moderator', agencies: [] }),
  person('dung', { role: 'moderator', agencies: [] }),
  person('quan-tri', { role: 'administrator', agencies: [] }),
]
const told = (event: MailEvent, more: Partial<Occasion> = {}, of = people, office: string[] = []) =>
  addresseesOf({ event, agency: 'so-tttt', contributors: ['lan'], actor: null, ...more }, of, office)
    .map(({ address }) => address.split('@')[0])
    .sort()

describe('who is told', () => {
  it('of a submission: the moderators who did not write it', () => {
    expect(told('submitted', { actor: 'lan' })).toEqual(['dung', 'hoa'])
    expect(told('submitted', { contributors: ['lan', 'hoa'] })).toEqual(['dung'])
  })

  it('of a return: who wrote it and the editors of its agency, not who returned it', () => {
    expect(told('returned', { actor: 'hoa' })).toEqual(['lan', 'minh'])
    expect(told('returned', { contributors: ['hoa', 'lan'], actor: 'hoa' })).toEqual(['lan', 'minh'])
  })

  it('of what is scheduled or live: who wrote it', () => {
    expect(told('scheduled')).toEqual(['lan'])
    expect(told('unscheduled')).toEqual(['lan'])
    expect(told('live', { contributors: ['lan', 'dung'] })).toEqual(['dung', 'lan'])
  })

  it('of a withdrawal: writers, agency and always the office', () => {
    expect(told('withdrawn', { actor: 'hoa' })).toEqual(['dung', 'hoa', 'lan', 'minh'])
    expect(told('withdrawn', { actor: 'hoa' }, people, ['vp@tinh.example'])).toEqual(['lan', 'minh', 'vp'])
  })

  it('of an alarm: the office, or its moderators while it has no address', () => {
    expect(told('alarm', { agency: undefined, contributors: [] }, people, ['vp@tinh.example'])).toEqual([
      'vp',
    ])
    expect(told('alarm', { agency: undefined, contributors: [] })).toEqual(['dung', 'hoa'])
  })

  it('is nobody of another agency: who was moved away learns nothing of what they once wrote', () => {
    expect(told('returned', { contributors: ['yte'] })).toEqual(['lan', 'minh'])
    expect(told('live', { contributors: ['yte'] })).toEqual([])
    expect(told('returned', { agency: undefined, contributors: [] })).toEqual([])
  })

  it('is whoever answers for the item, by a handover too, while they may read it', () => {
    const reach = { owner: 'so-tttt', holder: 'minh' }
    for (const event of ['scheduled', 'unscheduled', 'live'] as const)
      expect(told(event, { reach }), event).toEqual(['lan', 'minh'])
    expect(told('live', { reach: { ...reach, holder: 'yte' } })).toEqual(['lan'])
    expect(told('returned', { reach: { ...reach, holder: 'yte', heldFor: 'so-y-te' } })).toEqual([
      'lan',
      'minh',
      'yte',
    ])
    expect(told('handed-over', { reach, contributors: [] })).toEqual(['minh'])
  })

  it('is nobody from whom a limited draft is kept', () => {
    const reach = { owner: 'so-tttt', creator: 'lan', isLimited: true, limitedTo: [] }
    expect(told('returned', { reach, contributors: ['lan', 'minh'] })).toEqual(['lan'])
    expect(told('returned', { reach: { ...reach, limitedTo: ['minh'] } })).toEqual(['lan', 'minh'])
    expect(told('submitted', { reach, actor: 'lan' })).toEqual(['dung', 'hoa'])
  })

  it('is no account that was switched off, whatever is told', () => {
    const off = people.map((one) => ({ ...one, isDisabled: true }))
    for (const event of Object.keys(mailEvents) as MailEvent[])
      expect(told(event, {}, off), event).toEqual([])
  })

  it('is nobody whose stored address is not plain', () => {
    const hostile = [person('lan', { email: 'lan@tinh.example\r\nBcc: evil@x.com' })]
    expect(told('returned', {}, hostile)).toEqual([])
  })

  it('is each address once', () => {
    expect(told('unreviewed', {}, people, ['HOA@tinh.example'])).toEqual(['HOA', 'dung'])
  })
})

describe('when people are told', () => {
  const whens = (event: MailEvent, preference: MailPerson['preference']) =>
    addresseesOf(
      { event, agency: 'so-tttt', contributors: ['lan'], actor: null },
      [person('lan', { preference }), person('hoa', { role: 'moderator', preference })],
      [],
    ).map(({ when }) => when)

  it('is at once, each morning, or only when they must act, as they chose', () => {
    expect(whens('submitted', 'immediate')).toEqual(['now'])
    expect(whens('submitted', 'digest')).toEqual(['digest'])
    expect(whens('submitted', 'must')).toEqual([])
    expect(whens('returned', 'digest')).toEqual(['digest'])
    expect(whens('returned', 'must')).toEqual([])
  })

  it('is always at once for what is overdue, an emergency or an alarm, and for the office', () => {
    for (const event of ['overdue', 'emergency', 'alarm'] as const)
      for (const preference of ['digest', 'must'] as const)
        expect(whens(event, preference), `${event} ${preference}`).toEqual(['now'])
    expect(whens('withdrawn', 'must')).toEqual(['now'])
  })
})

test('the digest goes at 07:30 in Vietnam', () => {
  expect(nextDigest('2011-05-23T00:29:59.999Z')).toBe('2011-05-23T00:30:00.000Z')
  expect(nextDigest('2011-05-23T00:30:00.000Z')).toBe('2011-05-24T00:30:00.000Z')
  expect(nextDigest('2011-05-23T17:30:00.000Z')).toBe('2011-05-24T00:30:00.000Z')
})

test('pauses double up to ten minutes', () => {
  expect([1, 2, 3, 4, 5, 6, 60].map((tries) => pauseAfter(tries) / 1000)).toEqual([
    30, 60, 120, 240, 480, 600, 600,
  ])
  expect(mailPauses.mostMs).toBe(600_000)
})

test('what the server says of one mail is told apart from what it says of itself', () => {
  expect(failureKind({})).toBe('server')
  expect(failureKind({ command: 'CONN' })).toBe('server')
  expect(failureKind({ responseCode: 535, command: 'AUTH PLAIN' })).toBe('server')
  expect(failureKind({ responseCode: 550, command: 'MAIL FROM' })).toBe('server')
  expect(failureKind({ responseCode: 421, command: 'RCPT TO' })).toBe('server')
  expect(failureKind({ responseCode: 450, command: 'RCPT TO' })).toBe('temporary')
  expect(failureKind({ responseCode: 550, command: 'RCPT TO' })).toBe('refused')
  expect(failureKind({ responseCode: 554, command: 'DATA' })).toBe('refused')
})

test('a mail is given up after three refusals or five days', () => {
  const now = '2011-05-23T07:00:00.000Z'
  expect(isGivenUp({ refusals: 2, queuedAt: '2011-05-18T07:00:01.000Z' }, now)).toBe(false)
  expect(isGivenUp({ refusals: 3, queuedAt: now }, now)).toBe(true)
  expect(isGivenUp({ refusals: 0, queuedAt: '2011-05-18T06:59:59.000Z' }, now)).toBe(true)
})

describe('the due time of a submission', () => {
  const at = (local: string) => new Date(`${local}+07:00`).toISOString()

  it('counts working hours: four for news, eight for documents', () => {
    expect(dueAt('news', at('2011-05-23T08:00'))).toBe(at('2011-05-23T13:30'))
    expect(dueAt('documents', at('2011-05-23T08:00'))).toBe(at('2011-05-24T08:00'))
    expect(dueAt('news', at('2011-05-23T07:30'))).toBe(at('2011-05-23T11:30'))
  })

  it('begins with the next shift for what came at noon, at night or on a Saturday', () => {
    expect(dueAt('news', at('2011-05-23T12:00'))).toBe(at('2011-05-23T17:00'))
    expect(dueAt('news', at('2011-05-23T22:00'))).toBe(at('2011-05-24T11:30'))
    expect(dueAt('news', at('2011-05-28T09:00'))).toBe(at('2011-05-30T11:30'))
    expect(dueAt('news', at('2011-05-27T16:30'))).toBe(at('2011-05-30T11:00'))
  })

  it('is passed the moment after', () => {
    expect(isOverdue('news', at('2011-05-23T08:00'), at('2011-05-23T13:30'))).toBe(false)
    expect(isOverdue('news', at('2011-05-23T08:00'), at('2011-05-23T13:31'))).toBe(true)
    expect(() => dueAt('news', 'hôm qua')).toThrow(RangeError)
  })
})

describe('words', () => {
  const item = {
    collection: 'news',
    title: 'Tin mới',
    agency: 'Sở Y tế',
    adminUrl: 'http://localhost:3001/admin/collections/news/1',
  } as const
  const step = { ...item, who: 'Nguyễn Lan', at: '2011-05-23T03:42:00.000Z' }

  it('of a submission name who, what, when and by when', () => {
    const { subject, lines } = submittedWords({ ...step, dueAt: '2011-05-23T08:00:00.000Z' })
    expect(subject).toBe('[Cổng] Chờ duyệt: Tin mới')
    expect(textBody(lines)).toBe(
      [
        'Nguyễn Lan gửi duyệt tin “Tin mới” (Sở Y tế) lúc 23/05/2011, 10:42.',
        'Hãy duyệt, hoặc trả lại kèm lý do, trước 23/05/2011, 15:00.',
        'Mở trong trang biên tập: http://localhost:3001/admin/collections/news/1\n',
      ].join('\n\n'),
    )
  })

  it('of a return carry the reasons, line by line', () => {
    const { lines } = returnedWords({ ...step, note: 'Thiếu nguồn.\nẢnh mờ.' })
    expect(textBody(lines)).toContain('Lý do:\n\n> Thiếu nguồn.\n> Ảnh mờ.')
    expect(htmlBody('x', lines)).toContain('<blockquote>Thiếu nguồn.<br>Ảnh mờ.</blockquote>')
  })

  it('of what is live carry the receipt and the public address', () => {
    const receipt = { seenAt: '2011-05-23T03:42:07.100Z', liveAt: '2011-05-23T03:42:07.000Z', millis: 200 }
    const words = {
      ...item,
      ...receipt,
      action: 'approve',
      publicUrl: 'http://localhost:3000/tin-tuc/tin-moi/',
    } as const
    const text = textBody(liveWords(words).lines)
    expect(text).toContain(
      'Tin “Tin mới” (Sở Y tế) đã được duyệt, trên Cổng từ 10:42:07, sau 0,3 giây (23/05/2011).',
    )
    expect(text).toContain('Xem trên Cổng: http://localhost:3000/tin-tuc/tin-moi/')
    expect(textBody(liveWords({ ...words, seenAt: null }).lines)).toContain('máy chủ web chưa xác nhận')
  })

  it('exist for every event, with a subject of one line', () => {
    const all = [
      scheduledWords({ ...step, scheduledAt: '2011-05-24T00:00:00.000Z' }),
      withdrawnWords({ ...step, action: 'remove', note: 'Sai số liệu' }),
      emergencyWords({ ...step, note: 'Bão' }),
      overdueWords({ ...item, submittedAt: step.at, dueAt: step.at }),
    ]
    expect(all.map(({ subject }) => subject)).toEqual([
      '[Cổng] Đã duyệt, hẹn đăng 24/05/2011, 07:00: Tin mới',
      '[Cổng] Đã gỡ bỏ: Tin mới',
      '[Cổng] Đăng khẩn, cần rà soát: Tin mới',
      '[Cổng] Quá hạn duyệt: Tin mới',
    ])
    expect(digestWords('2011-05-24T00:30:00.000Z', all)).toMatchObject({
      subject: '[Cổng] Tổng hợp 24/05/2011: 4 việc',
      lines: expect.arrayContaining([{ heading: 'Đã gỡ bỏ: Tin mới' }]) as MailLine[],
    })
  })
})

describe('a body', () => {
  const hostile = '</p><img src=//x.vn/a.gif onerror=alert(1)>\r\nBcc: evil@x.com\u202egnp.exe'

  it('keeps people’s words words', () => {
    const lines: MailLine[] = [
      hostile,
      { quote: hostile },
      { heading: hostile },
      { text: hostile, link: 'javascript:x' },
    ]
    const html = htmlBody(hostile, lines)
    expect(html).not.toMatch(/<img|<a |\u202e/)
    expect([...html.matchAll(/<(\w+)/g)].map(([, tag]) => tag)).toEqual([
      'html',
      'head',
      'meta',
      'title',
      'body',
      'p',
      'blockquote',
      'br',
      'h2',
      'p',
    ])
  })

  it('loads nothing from anywhere', () => {
    const html = htmlBody('Thư', ['Chào', { text: 'Xem', link: 'https://tinh.gov.vn/tin-tuc/' }])
    expect(html.match(/https?:[^"<\s]*/g)).toEqual([
      'https://tinh.gov.vn/tin-tuc/',
      'https://tinh.gov.vn/tin-tuc/',
    ])
    expect(html).not.toMatch(/src=|style|url\(|<link|<script/)
  })

  it('is one line where one line is due', () => {
    expect(oneLine('a\r\nBcc: x\u0000\u2028b  c')).toBe('a Bcc: x b c')
    expect(oneLine('Đẩy mạnh ứng dụng', 5)).toBe('Đẩy …')
  })

  it('of another’s mail becomes text with its link', () => {
    expect(
      linesOfMail(
        'Bạn nhận thư này &amp; <a href="http://localhost:3001/admin/reset/abc">http://localhost:3001/admin/reset/abc</a>\n Nếu không phải bạn',
      ),
    ).toEqual([
      'Bạn nhận thư này &',
      { text: 'Địa chỉ', link: 'http://localhost:3001/admin/reset/abc' },
      'Nếu không phải bạn',
    ])
  })
})

describe('a return', () => {
  const facts = {
    collection: 'news',
    title: 'Tin',
    adminUrl: 'https://cms.tinh.example/admin',
    who: 'Hoa',
    at: '2026-11-25T03:00:00Z',
  } as const
  const reasons = [
    { field: 'Tiêu đề', text: 'Viết đủ chữ <b>CNTT</b>' },
    { text: 'Thêm căn cứ\r\n--\r\nBcc: x@y.vn' },
  ]

  it('names each field with what is asked of it, as text and as harmless HTML', () => {
    const { subject, lines } = returnedWords({ ...facts, note: 'Sửa hai chỗ.', reasons })
    const text = textBody(lines)
    expect(text).toContain('> Sửa hai chỗ.')
    expect(text).toContain('Tiêu đề:\n\n> Viết đủ chữ <b>CNTT</b>')
    expect(text).toContain('Cả bài:\n\n> Thêm căn cứ\n> --\n> Bcc: x@y.vn')
    const html = htmlBody(subject, lines)
    expect(html).toContain('<p>Tiêu đề:</p>\n<blockquote>Viết đủ chữ &lt;b&gt;CNTT&lt;/b&gt;</blockquote>')
    expect(html).not.toContain('<b>')
  })

  it('says its note once when there is nothing else', () => {
    const { lines } = returnedWords({ ...facts, note: 'Thiếu nguồn.', reasons: [{ text: 'Thiếu nguồn.' }] })
    expect(textBody(lines).match(/Thiếu nguồn/g)).toHaveLength(1)
  })
})
