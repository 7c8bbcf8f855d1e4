import { usualChangeKind, type ChangeKind } from '#domain/change-kinds.ts'
import { PortalError } from '../errors.ts'
import type { Step } from './step.ts'

/**
 * The kind of change that this approval makes.
 * @throws PortalError `invalid-content` for a correction of what was never public, `missing-note` for one that does not say what was wrong.
 */
export function changeKindFor({ input, editions }: Pick<Step, 'input' | 'editions'>): ChangeKind {
  const { changeKind, changeNote } = input
  const isFirst = !editions.some(({ outcomes }) => outcomes.some(({ kind }) => kind === 'live'))
  if (changeKind === 'correction') {
    if (isFirst)
      throw new PortalError('invalid-content', {
        message: tooEarly,
        problems: [{ field: 'changeKind', code: 'never-public', message: tooEarly }],
      })
    if (!changeNote)
      throw new PortalError('missing-note', {
        message: unsaid,
        problems: [{ field: 'changeNote', code: 'missing', message: unsaid }],
      })
  }
  return isFirst ? 'major' : (changeKind ?? usualChangeKind({ isFirst, changeNote }))
}

const tooEarly = 'Bài chưa từng lên Cổng nên chưa có gì để đính chính. Hãy bỏ mức “đính chính” rồi duyệt lại.'
const unsaid = 'Đính chính phải có ghi chú công khai nói rõ chỗ sai và chỗ đúng. Hãy ghi rồi duyệt lại.'
