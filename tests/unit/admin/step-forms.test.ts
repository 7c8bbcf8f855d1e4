import { describe, expect, test } from 'vitest'
import { actions, transitions } from '#domain/workflow.ts'
import { groupSteps, stepForm, stepName } from '#cms/admin/workflow/step-forms.ts'

test('the step that leads on is the filled button', () => {
  expect(groupSteps(['submit', 'emergency-publish'])).toEqual({
    primary: 'submit',
    secondary: [],
    rare: ['emergency-publish'],
  })
  expect(groupSteps(['recall', 'return', 'approve', 'schedule']).primary).toBe('approve')
})

test('taking back is a button for the editor who has no other step', () => {
  expect(groupSteps(['recall']).secondary).toEqual(['recall'])
  expect(groupSteps(['recall', 'return', 'approve']).rare).toEqual(['recall'])
})

test('no allowed step is lost between button and menu', () => {
  for (const action of actions.filter((name) => name !== 'release')) {
    const { primary, secondary, rare } = groupSteps([action])
    expect([primary, ...secondary, ...rare].filter(Boolean)).toEqual([action])
  }
})

test('a form asks for all that its step is refused without', () => {
  for (const action of actions.filter((name) => name !== 'release')) {
    const form = stepForm(action, '7f3ac21e')
    if (transitions[action].needsNote) expect(form.note?.isRequired, action).toBe(true)
    expect(form.needs, action).toBe(transitions[action].needs)
  }
})

test('approving names the content it approves', () => {
  expect(stepName('approve', '7f3ac21e91')).toBe('Duyệt và đăng bản 7f3a c21e')
  expect(stepForm('approve', '7f3ac21e91').hasChangeNote).toBe(true)
})

describe('after a return', () => {
  const returned = {
    at: '2011-05-12T04:15:00.000Z',
    by: 'm1',
    byName: 'Lê Quốc Khánh',
    revision: 'a',
    note: 'Sửa hai chỗ',
    reasons: [
      { id: '1', field: 'title', text: 'viết đủ chữ' },
      {
        id: '2',
        text: 'xem lại',
        tick: { isFixed: true, by: 'm', byName: 'M', at: '2011-05-12T05:00:00Z', revision: 'b' },
      },
    ],
  }
  const context = { collection: 'news', returned }

  test('approving says how many reasons are still open, and is not kept from anybody', () => {
    expect(stepForm('approve', 'b', context).warning).toContain('Còn 1 lý do')
    expect(stepForm('approve', 'b', { ...context, returned: null }).warning).toBeUndefined()
  })

  test('returning again begins with the reasons that are still open', () => {
    expect(stepForm('return', 'b', context).reasons).toEqual({
      collection: 'news',
      open: [{ field: 'title', text: 'viết đủ chữ' }],
    })
  })
})
