import { expect, it } from 'vitest'
import {
  isHeldBySet,
  isMembershipOpen,
  planSetStep,
  setStateOf,
  type SetState,
} from '#domain/release-sets.ts'
import type { WorkingState } from '#domain/workflow.ts'

const in_ = (...states: WorkingState[]) => states.map((state) => ({ state }))

it.each<[WorkingState[], SetState]>([
  [[], 'empty'],
  [['draft', 'returned'], 'draft'],
  [['draft', 'submitted'], 'mixed'],
  [['submitted', 'submitted'], 'submitted'],
  [['scheduled', 'scheduled'], 'scheduled'],
  [['scheduled', 'draft'], 'scheduled'],
])('members %j make the set %s', (states, expected) => {
  expect(setStateOf(in_(...states), null)).toBe(expected)
  expect(setStateOf(in_(...states), '2026-11-25T00:00:00.000Z')).toBe('released')
})

it('members change only while nobody decides about them', () => {
  expect((['empty', 'draft', 'mixed'] as const).every(isMembershipOpen)).toBe(true)
  expect((['submitted', 'scheduled', 'released'] as const).some(isMembershipOpen)).toBe(false)
})

it('an approval needs every member submitted; a submission passes over those that are', () => {
  expect(planSetStep('approve', in_('submitted', 'draft')).blocking).toEqual(in_('draft'))
  expect(planSetStep('submit', in_('submitted', 'draft'))).toEqual({ moving: in_('draft'), blocking: [] })
  expect(planSetStep('submit', in_('draft', 'published')).blocking).toEqual(in_('published'))
  expect(planSetStep('unschedule', in_('scheduled', 'draft'))).toEqual({
    moving: in_('scheduled'),
    blocking: [],
  })
})

it('what would part a member from its set is held; taking away is not', () => {
  for (const action of ['approve', 'schedule', 'emergency-publish'] as const)
    expect(isHeldBySet(action, 'submitted')).toBe(true)
  expect(isHeldBySet('unschedule', 'scheduled')).toBe(true)
  expect(isHeldBySet('emergency-publish', 'draft')).toBe(false)
  for (const action of ['withdraw', 'remove', 'recall', 'return'] as const)
    expect(isHeldBySet(action, 'submitted')).toBe(false)
})
