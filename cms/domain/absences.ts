/**
 * A moderator's days away and who stands in (issue 5, point 2). One hop only: nobody stands in while away, and
 * nobody goes away while standing in, so that there are no chains and no circles. A deputy is a moderator
 * anyway and gets mails and an empty queue by it, no rights.
 */
import { formatDay, isDay } from './dates.ts'
import type { Role } from './roles.ts'

export type Absence = {
  /** Ids of accounts. */
  person: string
  deputy: string
  /** First and last day away in Vietnam, `YYYY-MM-DD`. */
  from: string
  to: string
}

export type Colleague = { id: string; name: string; role: Role; isDisabled: boolean }
export type AbsenceProblem = { field: 'person' | 'deputy' | 'from' | 'to'; code: string; message: string }

const longestDays = 366
const dayMs = 24 * 60 * 60_000

export const isAwayOn = ({ from, to }: Absence, day: string): boolean => from <= day && day <= to

/** Who stands in for whom on a day: person → deputy. `absences`: those that were not ended. */
export const deputiesOn = (absences: readonly Absence[], day: string): Map<string, string> =>
  new Map(absences.filter((absence) => isAwayOn(absence, day)).map(({ person, deputy }) => [person, deputy]))

type Standing = {
  /** Absences that were not ended, of anybody. */
  others: readonly Absence[]
  colleagues: readonly Colleague[]
  /** In Vietnam. */
  today: string
}

/** Everything wrong with an absence that somebody wants to enter; empty: it may be entered. */
export function absenceProblems(absence: Absence, { others, colleagues, today }: Standing): AbsenceProblem[] {
  const { person, deputy, from, to } = absence
  const nameOf = (id: string) => colleagues.find((colleague) => colleague.id === id)?.name ?? 'Người này'
  const isModerator = (id: string) =>
    colleagues.some((other) => other.id === id && other.role === 'moderator' && !other.isDisabled)
  const wrongDays = dayProblems(absence, today)
  if (!isModerator(person))
    return [
      ...wrongDays,
      problem('person', 'no-moderator', 'Người vắng phải là thành viên Ban biên tập đang hoạt động.'),
    ]
  if (deputy === person)
    return [...wrongDays, problem('deputy', 'oneself', 'Người thay phải là người khác. Hãy chọn lại.')]
  if (!isModerator(deputy))
    return [
      ...wrongDays,
      problem('deputy', 'no-moderator', 'Người thay phải là thành viên Ban biên tập đang hoạt động.'),
    ]
  if (wrongDays.length > 0) return wrongDays
  const meeting = others.filter((other) => other.from <= to && from <= other.to)
  return meeting.flatMap((other): AbsenceProblem[] => {
    const days = `từ ${formatDay(other.from)} đến ${formatDay(other.to)}`
    if (other.person === person)
      return [
        problem(
          'from',
          'overlap',
          `${nameOf(person)} đã báo vắng ${days}. Hãy kết thúc kỳ đó hoặc đổi ngày.`,
        ),
      ]
    if (other.person === deputy)
      return [problem('deputy', 'away', `${nameOf(deputy)} cũng vắng ${days}. Hãy chọn người thay khác.`)]
    if (other.deputy === person)
      return [
        problem(
          'person',
          'stands-in',
          `${nameOf(person)} đang nhận thay ${nameOf(other.person)} ${days}. Hãy đổi người thay của ${nameOf(other.person)} trước.`,
        ),
      ]
    return []
  })
}

const problem = (field: AbsenceProblem['field'], code: string, message: string): AbsenceProblem => ({
  field,
  code,
  message,
})

function dayProblems({ from, to }: Absence, today: string): AbsenceProblem[] {
  const wrong = (['from', 'to'] as const).filter((field) => !isDay(field === 'from' ? from : to))
  if (wrong.length > 0)
    return wrong.map((field) =>
      problem(
        field,
        'no-day',
        `${field === 'from' ? 'Ngày bắt đầu' : 'Ngày cuối'} phải là một ngày có thật.`,
      ),
    )
  if (to < from) return [problem('to', 'before-from', 'Ngày cuối phải bằng hoặc sau ngày bắt đầu.')]
  if (to < today) return [problem('to', 'past', 'Kỳ vắng này đã qua. Hãy chọn ngày cuối từ hôm nay trở đi.')]
  if (Date.parse(to) - Date.parse(from) >= longestDays * dayMs)
    return [
      problem(
        'to',
        'too-long',
        `Kỳ vắng dài quá ${longestDays} ngày. Nghỉ hẳn thì nhờ quản trị khóa tài khoản.`,
      ),
    ]
  return []
}
