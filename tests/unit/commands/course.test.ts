import { expect, test } from 'vitest'
import { nextAction } from '#cms/commands/demo/course.ts'

const never = 'none' as const

test('an item goes on from wherever it stands', () => {
  expect(nextAction('live', { state: 'draft', publicState: never })).toBe('submit')
  expect(nextAction('live', { state: 'submitted', publicState: never })).toBe('approve')
  expect(nextAction('live', { state: 'published', publicState: 'live' })).toBeNull()
  expect(nextAction('scheduled', { state: 'submitted', publicState: never })).toBe('schedule')
  expect(nextAction('scheduled', { state: 'scheduled', publicState: never })).toBeNull()
  expect(nextAction('withdrawn', { state: 'published', publicState: 'live' })).toBe('withdraw')
  expect(nextAction('withdrawn', { state: 'published', publicState: 'withdrawn' })).toBeNull()
})

test('what is left behind stays behind', () => {
  expect(nextAction('draft', { state: 'draft', publicState: never })).toBeNull()
  expect(nextAction('submitted', { state: 'submitted', publicState: never })).toBeNull()
  expect(nextAction('returned', { state: 'submitted', publicState: never })).toBe('return')
  expect(nextAction('returned', { state: 'returned', publicState: never })).toBeNull()
})
