import { expect, it } from 'vitest'
import { dayAfter, endOfDay, lastAnchoredDay, yearsOfAnchors } from '#domain/anchors.ts'
import { auditActionName, auditActions } from '#domain/audit-actions.ts'
import { actions } from '#domain/workflow.ts'

it('a day is anchored from 00:05 in Vietnam of the next', () => {
  expect(lastAnchoredDay('2026-11-25T17:04:59.999Z')).toBe('2026-11-24')
  expect(lastAnchoredDay('2026-11-25T17:05:00.000Z')).toBe('2026-11-25')
})

it('a day in Vietnam ends seven hours before it does in UTC', () => {
  expect(endOfDay('2026-11-25')).toBe('2026-11-25T17:00:00.000Z')
  expect(dayAfter('2024-02-28')).toBe('2024-02-29')
  expect(dayAfter('2026-12-31')).toBe('2027-01-01')
})

it('years stand newest first, each once', () => {
  expect(yearsOfAnchors([{ day: '2025-12-31' }, { day: '2026-01-01' }, { day: '2026-01-02' }])).toEqual([
    '2026',
    '2025',
  ])
})

it('every step of the workflow and everything else that is recorded has a Vietnamese word', () => {
  for (const action of actions) expect(auditActionName(action)).not.toBe(action)
  for (const [action, word] of Object.entries(auditActions)) {
    expect(word).not.toBe('')
    expect(word).not.toBe(action)
  }
  expect(auditActionName('constructor')).toBe('constructor')
})
