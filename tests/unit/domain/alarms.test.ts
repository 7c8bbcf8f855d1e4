import { expect, test } from 'vitest'
import { alarmsOf, lateBefore, type Facts } from '#domain/alarms.ts'
import { isVerificationDue, lastVerificationTime } from '#domain/nightly.ts'

const now = '2011-05-23T07:00:00.000Z'
const none = { count: 0, since: null }
const quiet: Facts = {
  now,
  hold: { isHeld: false, endedAt: null },
  waiting: none,
  unseen: none,
  unsealed: none,
  verification: null,
  unsent: none,
  refused: none,
}
const late = { count: 3, since: '2011-05-23T06:50:00.000Z' }
const kinds = (facts: Partial<Facts>) => alarmsOf({ ...quiet, ...facts }).map(({ kind }) => kind)

test('nothing late is no alarm', () => expect(alarmsOf(quiet)).toEqual([]))

test('late is what is older than a minute', () => expect(lateBefore(now)).toBe('2011-05-23T06:59:00.000Z'))

test('waiting, unseen and unsealed for more than a minute are alarms, each of its kind, with count and beginning', () => {
  expect(kinds({ waiting: late, unseen: late, unsealed: late })).toEqual(['waiting', 'unseen', 'unsealed'])
  expect(alarmsOf({ ...quiet, waiting: late })[0]).toMatchObject({ count: 3, since: late.since })
})

test('mail that does not get out is an alarm, put off and refused apart', () => {
  expect(kinds({ unsent: late })).toEqual(['unsent'])
  expect(kinds({ refused: late })).toEqual(['refused'])
})

test('what a person holds is not late, nor in the first minute after it was let go', () => {
  expect(kinds({ waiting: late, hold: { isHeld: true, endedAt: null } })).toEqual([])
  expect(kinds({ waiting: late, hold: { isHeld: false, endedAt: '2011-05-23T06:59:30.000Z' } })).toEqual([])
  expect(kinds({ waiting: late, hold: { isHeld: false, endedAt: '2011-05-23T06:58:00.000Z' } })).toEqual([
    'waiting',
  ])
  expect(kinds({ unseen: late, hold: { isHeld: true, endedAt: null } })).toEqual(['unseen'])
})

test('a verification that found something stays an alarm, in its own words', () => {
  const verification = { at: now, problems: 2, text: 'Đối soát thấy 2 chỗ sai' }
  expect(alarmsOf({ ...quiet, verification })).toEqual([
    { kind: 'verification', count: 2, since: now, text: 'Đối soát thấy 2 chỗ sai' },
  ])
})

test('verification comes at 02:30 in Vietnam, once a night', () => {
  expect(lastVerificationTime('2011-05-22T19:29:59.999Z')).toBe('2011-05-21T19:30:00.000Z')
  expect(lastVerificationTime('2011-05-22T19:30:00.000Z')).toBe('2011-05-22T19:30:00.000Z')
  expect(isVerificationDue('2011-05-22T19:30:01.000Z', '2011-05-22T12:00:00.000Z')).toBe(true)
  expect(isVerificationDue('2011-05-22T23:00:00.000Z', '2011-05-22T19:30:01.000Z')).toBe(false)
  expect(isVerificationDue('2011-05-22T19:29:00.000Z', '2011-05-22T12:00:00.000Z')).toBe(false)
})
