import { expect, test } from 'vitest'
import { age, savedAgo, waited } from '#cms/admin/dashboard/age.ts'

const now = '2026-05-12T12:00:00Z'

test('age is one number and one unit', () => {
  expect(age('2026-05-12T11:59:30Z', now)).toBeNull()
  expect(age('2026-05-12T11:48:00Z', now)).toBe('12 phút')
  expect(age('2026-05-11T07:00:00Z', now)).toBe('29 giờ')
  expect(age('2026-05-08T12:00:00Z', now)).toBe('4 ngày')
  expect(age('', now)).toBeNull()
})

test('waiting and saving say their age in words', () => {
  expect(waited('2026-05-12T10:00:00Z', now)).toBe('chờ 2 giờ')
  expect(savedAgo('2026-05-12T10:00:00Z', now)).toBe('lưu 2 giờ trước')
  expect(savedAgo(now, now)).toBe('vừa lưu')
})
