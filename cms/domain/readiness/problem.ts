/** The small words in which readiness is said: one problem with one field, or none. */
import { isDay } from '../dates.ts'

/** `field` is the field's path in the form: `body`, `attachments.0.title`. */
export type ReadinessProblem = { field: string; code: string; message: string }

/** `now`: ISO 8601 moment; nothing may claim to be from after it. */
export type Clock = { now: string }

export type Draft<Content> = Partial<Content>

export const problem = (field: string, code: string, message: string): ReadinessProblem => ({
  field,
  code,
  message,
})

export const unless = (isFine: boolean, field: string, code: string, message: string): ReadinessProblem[] =>
  isFine ? [] : [problem(field, code, message)]

export const isFilled = (value: unknown): value is string => typeof value === 'string' && value.trim() !== ''

export const dayProblems = (field: string, label: string, day: string | undefined): ReadinessProblem[] =>
  unless(
    !isFilled(day) || isDay(day),
    field,
    'invalid',
    `${label} không có thật. Hãy nhập lại ngày, tháng, năm.`,
  )

/** Judged only when both are real days: a missing or broken one has its own problem. */
export const inOrder = (first: string | undefined, second: string | undefined): boolean =>
  !isDay(first) || !isDay(second) || first <= second
