import { expect, test } from 'vitest'
import {
  groupFindings,
  readDecisions,
  reasonName,
  type ShownFinding,
} from '#cms/admin/workflow/leak-decisions.ts'

const finding = (id: string, more: Partial<ShownFinding> = {}): ShownFinding => ({
  id,
  kind: 'phone',
  severity: 'decide',
  field: 'body',
  place: '',
  excerpt: '091***678',
  message: 'Nội dung có số điện thoại.',
  decided: null,
  ...more,
})

test('only reasons that were written are sent', () => {
  const form = new FormData()
  form.set(reasonName(finding('a')), '  Số máy trực ')
  form.set(reasonName(finding('b')), '   ')
  form.set('note', 'không phải lý do')
  expect(readDecisions(form)).toEqual({
    decisions: [{ finding: 'a', decision: 'publish', reason: 'Số máy trực' }],
  })
  expect(readDecisions(new FormData())).toEqual({})
})

test('every finding stands in one group, and only undecided ones ask for a reason', () => {
  const findings = [
    finding('stamp', { severity: 'refuse' }),
    finding('open'),
    finding('old', { decided: { reason: 'đã xem', at: '2026-11-25T00:00:00Z' } }),
    finding('gone', { severity: 'cleaned' }),
  ]
  const groups = groupFindings(findings)
  expect(groups.open.map(({ id }) => id)).toEqual(['open'])
  expect(Object.values(groups).flat()).toHaveLength(findings.length)
})
