import { expect, it } from 'vitest'
import {
  kindWords,
  momentWords,
  recordWords,
  stateWords,
  stepWords,
} from '#cms/admin/fields/recorded-words.ts'

it('moments are read in Vietnam, to the second, across midnight too', () => {
  expect(momentWords('2026-11-25T14:03:09.120Z')).toBe('25/11/2026, 21:03:09')
  expect(momentWords('2026-12-31T17:00:00.000Z')).toBe('01/01/2027, 00:00:00')
  expect(momentWords(new Date('2026-11-25T14:03:09Z'))).toBe('25/11/2026, 21:03:09')
  expect(momentWords(null)).toBe('')
  expect(momentWords('lúc nào đó')).toBe('lúc nào đó')
})

it('states, kinds and steps are words; what is not known stays as it is', () => {
  expect(stateWords('draft/none')).toBe('Đang soạn · Chưa lên Cổng')
  expect(stateWords('published/live')).toBe('Đã duyệt · Đang trên Cổng')
  expect(stateWords('moderator')).toBe('Ban biên tập')
  expect(stateWords('toString/constructor')).toBe('toString · constructor')
  expect(stateWords(undefined)).toBe('')
  expect([kindWords('news'), kindWords('users'), kindWords('la')]).toEqual(['Tin', 'Tài khoản', 'la'])
  expect(stepWords('emergency-publish')).toBe('Đăng khẩn')
})

it('moments inside records too, and nothing else of them', () => {
  const words = recordWords([{ kind: 'live', at: '2026-11-25T14:03:09.120Z', hash: '2026' }])
  expect(JSON.parse(words)).toEqual([{ kind: 'live', at: '25/11/2026, 21:03:09', hash: '2026' }])
})
