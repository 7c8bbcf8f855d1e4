import { describe, expect, it, test } from 'vitest'
import { isCommonPassword } from '#cms/accounts/common-passwords.ts'
import { browserName } from '#domain/accounts/browser-name.ts'
import { openSteps, readCode, stepAt } from '#domain/accounts/one-time-code.ts'
import { longestPassword, passwordProblem } from '#domain/accounts/password.ts'
import {
  isAlive,
  isOpenToEnrolment,
  isSignOfLife,
  needsSecondFactor,
} from '#domain/accounts/session-rules.ts'
import { addressKey, waitFor, withOneLess, withOneMore, type Count } from '#domain/accounts/throttle.ts'

const own = ['Phạm Thu Hà', 'ha.stttt@quangninh.example']
const problem = (password: string) => passwordProblem(password, { isCommon: isCommonPassword, own })

describe('passwords', () => {
  it.each([
    ['ngan qua', /ít nhất 12 ký tự/],
    ['mười-một-ký'.slice(0, 11), /ít nhất 12 ký tự/],
    ['x'.repeat(longestPassword + 1), /dài nhất/],
    ['123456789012', /dễ đoán/],
    ['qwertyuiop12', /dễ đoán/],
    ['aaaaaaaaaaaaaa', /dễ đoán/],
    ['abcabcabcabcabc', /dễ đoán/],
    ['1q2w3e4r5t6y', /dễ đoán/],
    ['matkhau123456', /từ hay dùng/],
    ['Mật Khẩu 2011!', /từ hay dùng/],
    ['password12345', /từ hay dùng/],
    ['Password@Password1', /từ hay dùng|dễ đoán/],
    ['quangninh2011!', /từ hay dùng/],
    ['Quảng Ninh 2026', /từ hay dùng/],
    ['congthongtindientu', /từ hay dùng|dễ đoán/],
    ['ubndquangninh#1', /từ hay dùng/],
    ['PhamThuHa-1980', /từ hay dùng/],
    ['phamthuha.stttt.2', /từ hay dùng/],
    ['iloveyou201188', /từ hay dùng/],
  ])('“%s” is refused', (password, sentence) => {
    expect(problem(password)).toMatch(sentence)
  })

  it.each([
    'mat-khau-rat-dai-2011',
    'cá nục kho dứa chiều mưa',
    'Xk3-vpLq9-wmTz',
    'correct horse battery staple',
    '一二三四五六七八九十甲乙',
  ])('“%s” will do', (password) => {
    expect(problem(password)).toBeNull()
  })

  it('counts characters, not bytes, whatever the form of the accents', () => {
    expect(problem('ăâđêôơưàáảạ')).toMatch(/12 ký tự/)
    expect(problem('cá nục kho dứa'.normalize('NFD'))).toBeNull()
  })
})

describe('one-time codes', () => {
  const now = Date.UTC(2026, 10, 25, 8, 0, 10)
  const step = stepAt(now)

  it('one step to either side is open, and none that was spent', () => {
    expect(openSteps(now, 0)).toEqual([step - 1, step, step + 1])
    expect(openSteps(now, step)).toEqual([step + 1])
    expect(openSteps(now, step + 1)).toEqual([])
    // Spent under a clock that was ahead.
    expect(openSteps(now, step + 2880)).toEqual([step - 1, step, step + 1])
  })

  it('are read with or without spaces, and told from recovery codes', () => {
    expect(readCode('123 456')).toEqual({ kind: 'timed', code: '123456' })
    expect(readCode('abcd-efgh-jklm-npqr')).toEqual({ kind: 'recovery', code: 'ABCDEFGHJKLMNPQR' })
    for (const wrong of ['12345', '1234567', 'abcd-efgh', '', null, 123456, 'O'.repeat(16)])
      expect(readCode(wrong)).toBeNull()
  })
})

describe('throttle', () => {
  const window = { limit: 3, forMs: 1000 }

  test('a key waits once its window is full, until the window has passed', () => {
    let counted: Count | undefined
    for (const at of [100, 200, 300]) {
      expect(waitFor(window, counted, at)).toBe(0)
      counted = withOneMore(window, counted, at)
    }
    expect(waitFor(window, counted, 400)).toBe(700)
    expect(waitFor(window, counted, 1100)).toBe(0)
    expect(withOneMore(window, counted, 1100)).toEqual({ count: 1, since: 1100 })
  })

  test('a try that was taken back leaves room for another', () => {
    const full = { count: 3, since: 0 }
    expect(waitFor(window, withOneLess(full), 10)).toBe(0)
    expect(withOneLess({ count: 0, since: 0 }).count).toBe(0)
  })

  test('a clock that was set back holds nobody for longer than a window', () => {
    expect(waitFor(window, { count: 3, since: 10_000 }, 500)).toBe(0)
  })

  test.each([
    ['10.1.2.3', '10.1.2.3'],
    ['::ffff:10.1.2.3', '10.1.2.3'],
    ['2001:db8:1:2:3:4:5:6', '2001:db8:1:2::/64'],
    ['2001:0db8:0001:0002::9', '2001:db8:1:2::/64'],
    ['::1', '0:0:0:0::/64'],
    ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ])('%s counts as %s', (address, key) => {
    expect(addressKey(address)).toBe(key)
  })
})

describe('sessions', () => {
  const limits = { idleMs: 30 * 60_000, maxMs: 12 * 3_600_000 }
  const startedAt = '2026-11-25T01:00:00.000Z'
  const start = Date.parse(startedAt)

  it('end when nobody was seen for the idle time, and at the latest after the absolute one', () => {
    expect(isAlive({ startedAt, lastSeenAt: startedAt }, limits, start + limits.idleMs - 1)).toBe(true)
    expect(isAlive({ startedAt, lastSeenAt: startedAt }, limits, start + limits.idleMs)).toBe(false)
    const busy = { startedAt, lastSeenAt: new Date(start + limits.maxMs - 60_000).toISOString() }
    expect(isAlive(busy, limits, start + limits.maxMs - 1)).toBe(true)
    expect(isAlive(busy, limits, start + limits.maxMs)).toBe(false)
    expect(isAlive({ startedAt, lastSeenAt: startedAt, endedAt: startedAt }, limits, start)).toBe(false)
  })

  it('a screen that asks by itself for a receipt is no sign of a person', () => {
    expect(isSignOfLife('GET', '/api/news/123/publication')).toBe(false)
    expect(isSignOfLife('GET', '/api/news/123')).toBe(true)
  })

  it('without its required factor only enrolling and leaving are open', () => {
    expect(['editor', 'moderator', 'administrator'].map((role) => needsSecondFactor(role as never))).toEqual([
      false,
      true,
      true,
    ])
    const open = [
      ['GET', '/api/users/me'],
      ['POST', '/api/users/second-factor/start'],
      ['POST', '/api/users/logout'],
      ['GET', '/admin/bao-mat'],
    ]
    const shut = [
      ['GET', '/api/news'],
      ['PATCH', '/api/users/me'],
      ['GET', '/admin'],
      ['POST', '/admin/bao-mat'],
      ['GET', '/api/users/security/../news'],
      ['POST', '/api/users/sessions/end'],
      ['GET', '/API/news'],
    ]
    expect(open.filter(([method = '', path = '']) => !isOpenToEnrolment(method, path))).toEqual([])
    expect(shut.filter(([method = '', path = '']) => isOpenToEnrolment(method, path))).toEqual([])
  })
})

test.each([
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 Edg/140.0',
    'Edge, Windows',
  ],
  ['Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0', 'Firefox, Linux'],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605 Version/18.0 Mobile Safari/604.1',
    'Safari, iOS',
  ],
  ['curl/8', 'Chương trình khác'],
])('%s is called %s', (userAgent, name) => {
  expect(browserName(userAgent)).toBe(name)
})
