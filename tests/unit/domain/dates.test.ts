import { describe, expect, it, test } from 'vitest'
import { namesOn, nameOn } from '#domain/agency-names.ts'
import { agencyKindName, agencyKindOrder, agencyKinds, isAgencyKind } from '#domain/agency-kinds.ts'
import {
  formatDay,
  formatDayInWords,
  formatMoment,
  formatSeconds,
  isDay,
  isMoment,
  localDay,
  toUtc,
  weekdayName,
  yearMonth,
} from '#domain/dates.ts'

test('a day is a real day of the calendar', () => {
  for (const day of ['2011-05-11', '2012-02-29', '2000-02-29', '1945-09-02', '9998-12-31'])
    expect(isDay(day), day).toBe(true)
  for (const day of [
    '2011-02-29',
    '1900-02-29',
    '2011-13-01',
    '2011-00-10',
    '2011-5-11',
    '11/05/2011',
    '2011-05-11T00:00:00Z',
    '0000-01-01',
    '9999-01-01',
    '',
    20110511,
    null,
  ]) {
    expect(isDay(day), String(day)).toBe(false)
  }
})

test('a moment is a real time with an offset', () => {
  for (const moment of [
    '2011-05-23T14:53:59+07:00',
    '2011-05-23T07:53:59.123Z',
    '2011-05-23T07:53Z',
    '2011-05-23T23:59:59-05:00',
  ]) {
    expect(isMoment(moment), moment).toBe(true)
  }
  for (const moment of [
    '2011-05-23T14:53:59',
    '2011-05-23',
    '2011-02-30T00:00:00Z',
    '2011-05-23T24:00:00Z',
    '2011-05-23T10:60:00Z',
    '2011-05-23T10:00:60Z',
    '2011-05-23T10:00:00+7',
    '2011-05-23 10:00:00Z',
    'now',
    null,
  ]) {
    expect(isMoment(moment), String(moment)).toBe(false)
  }
  expect(toUtc('2011-05-23T14:53:59+07:00')).toBe('2011-05-23T07:53:59.000Z')
  expect(() => toUtc('2011-05-23')).toThrow(RangeError)
})

describe('the day in Vietnam', () => {
  test.each([
    ['2011-05-10T17:30:00Z', '2011-05-11'],
    ['2011-05-10T16:59:59Z', '2011-05-10'],
    ['2010-12-31T17:00:00.000Z', '2011-01-01'],
    ['2011-05-11T00:30:00+07:00', '2011-05-11'],
  ])('of %s is %s', (moment, day) => {
    expect(localDay(moment)).toBe(day)
    expect(yearMonth(moment)).toEqual({ year: day.slice(0, 4), month: day.slice(5, 7) })
  })

  it('of a date without time is that date', () => {
    expect(yearMonth('2011-05-01')).toEqual({ year: '2011', month: '05' })
    expect(() => localDay('sáng nay')).toThrow(RangeError)
  })
})

test('dates are written as in Vietnam and as in documents', () => {
  expect(formatDay('2011-05-11')).toBe('11/05/2011')
  expect(formatMoment('2011-05-23T07:53:59Z')).toBe('23/05/2011, 14:53')
  expect(formatDayInWords('2011-05-11')).toBe('ngày 11 tháng 5 năm 2011')
  expect(formatDayInWords('2026-02-05')).toBe('ngày 05 tháng 02 năm 2026')
  expect(formatDayInWords('2026-12-31')).toBe('ngày 31 tháng 12 năm 2026')
  expect(['2011-05-09', '2011-05-11', '2011-05-15'].map(weekdayName)).toEqual([
    'Thứ Hai',
    'Thứ Tư',
    'Chủ Nhật',
  ])
  expect(() => formatDay('11/05/2011')).toThrow(RangeError)
})

describe('the name of an agency', () => {
  const city = {
    name: 'UBND thành phố Bình Sơn',
    shortName: 'UBND TP',
    validFrom: '2026-09-01',
    formerNames: [
      { name: 'Ủy ban hành chính tỉnh', validTo: '1976-12-31' },
      { name: 'UBND tỉnh Bình Sơn', shortName: 'UBND tỉnh', validFrom: '1977-01-01', validTo: '2026-08-31' },
      { name: 'Không rõ khi nào' },
    ],
  }
  test.each([
    ['1970-01-01', 'Ủy ban hành chính tỉnh'],
    ['1977-01-01', 'UBND tỉnh Bình Sơn'],
    ['2026-08-31', 'UBND tỉnh Bình Sơn'],
    ['2026-09-01', 'UBND thành phố Bình Sơn'],
    ['2030-01-01', 'UBND thành phố Bình Sơn'],
  ])('on %s is %s', (day, name) => {
    expect(nameOn(city, day)).toBe(name)
  })

  it('comes with the short name of that time', () => {
    expect(namesOn(city, '2011-05-11')).toEqual({ name: 'UBND tỉnh Bình Sơn', shortName: 'UBND tỉnh' })
    expect(namesOn(city, '1970-01-01')).toEqual({ name: 'Ủy ban hành chính tỉnh' })
    expect(nameOn({ name: 'Sở Nội vụ' }, '1950-01-01')).toBe('Sở Nội vụ')
  })

  it('is the later one on a day that two names share', () => {
    const former = { name: 'Cũ', validTo: '2026-09-01' }
    expect(nameOn({ name: 'Mới', validFrom: '2026-09-01', formerNames: [former] }, '2026-09-01')).toBe('Mới')
    const names = [former, { name: 'Giữa', validFrom: '2026-09-01', validTo: '2026-10-01' }]
    expect(nameOn({ name: 'Mới', formerNames: names }, '2026-09-01')).toBe('Giữa')
  })
})

test('kinds of agency have names and an order, unknown ones come last', () => {
  expect(agencyKindName('ubnd-tinh')).toBe('Ủy ban nhân dân tỉnh')
  expect(agencyKindName('la')).toBe('la')
  expect(agencyKindOrder('ubnd-tinh')).toBe(0)
  expect(agencyKindOrder('la')).toBe(agencyKinds.length)
  expect([isAgencyKind('so'), isAgencyKind('toString'), isAgencyKind(undefined)]).toEqual([
    true,
    false,
    false,
  ])
})

test('seconds carry a decimal comma', () => {
  expect(formatSeconds(830)).toBe('0,8 giây')
  expect(formatSeconds(12_000)).toBe('12,0 giây')
})
