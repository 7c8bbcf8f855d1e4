/**
 * The force of a document on a day (tình trạng hiệu lực, reference/domain 6.5), computed whenever it is shown,
 * because real records say “còn hiệu lực” with a date of expiry in the past.
 */
import { documentRelationType } from './document-relations.ts'

/** Same shape as `ForceView` of the read side; the words are those of vbpl.vn. */
export type DocumentForce = {
  status: 'not-yet' | 'in-force' | 'partly-expired' | 'expired' | 'unknown'
  label: string
  from?: string
  /** `from` was not stated and the day of issue stands in (“từ ngày ký”). */
  isFromIssue?: boolean
  /** First day without force, stated or brought by another document; may lie ahead. */
  to?: string
  by?: { path: string; title: string; verb: string }
}

/** Another live document that acts on this one. `date`: the first day of its own force; absent: already. */
export type ForceEffect = {
  type: string
  extent?: 'whole' | 'part'
  date?: string
  path: string
  title: string
}

/**
 * All dates are `YYYY-MM-DD`. `effectiveTo` is the law's “ngày hết hiệu lực”: on that day the force is gone.
 * A repeal or replacement ends it from `date` on, in whole or in part; an amendment ends it in part.
 * Effects whose date is still ahead change nothing yet. A suspension counts as expired under its own label.
 */
export function documentForce(
  document: {
    issuedOn?: string
    effectiveFrom?: string
    effectiveTo?: string
    affectedBy?: readonly ForceEffect[]
  },
  today: string,
): DocumentForce {
  const from = document.effectiveFrom ?? document.issuedOn
  if (!from) return { status: 'unknown', label: 'Chưa xác định' }

  const effects = (document.affectedBy ?? []).filter(({ type }) => documentRelationType(type)?.effect)
  const enders = effects.filter(isEnding).sort(byDate)
  const to = earliest(document.effectiveTo, enders[0]?.date)
  const span = {
    from,
    ...(document.effectiveFrom ? {} : { isFromIssue: true }),
    ...(to ? { to } : {}),
  }
  const active = effects.filter(({ date }) => !date || date <= today).sort(byDate)

  const ended = active.find(isEnding)
  if (ended) return { status: 'expired', label: 'Hết hiệu lực toàn bộ', ...span, by: named(ended) }
  if (to && to <= today) return { status: 'expired', label: 'Hết hiệu lực toàn bộ', ...span }
  if (today < from) return { status: 'not-yet', label: 'Chưa có hiệu lực', ...span }

  const suspended = active.findLast(isSuspending)
  if (suspended) {
    return suspended.extent === 'part'
      ? { status: 'partly-expired', label: 'Ngưng hiệu lực một phần', ...span, by: named(suspended) }
      : { status: 'expired', label: 'Ngưng hiệu lực', ...span, by: named(suspended) }
  }
  const changed = active.at(-1)
  if (changed)
    return { status: 'partly-expired', label: 'Hết hiệu lực một phần', ...span, by: named(changed) }
  return { status: 'in-force', label: 'Còn hiệu lực', ...span }
}

const effectOf = (effect: ForceEffect) => documentRelationType(effect.type)?.effect
const isEnding = (effect: ForceEffect): boolean => effectOf(effect) === 'ends' && effect.extent !== 'part'
const isSuspending = (effect: ForceEffect): boolean => effectOf(effect) === 'suspends'

/** By date, then by address, so that the answer does not hang on the order in which rows were read. */
function byDate(a: ForceEffect, b: ForceEffect): number {
  const [left, right] = [`${a.date ?? ''} ${a.path}`, `${b.date ?? ''} ${b.path}`]
  return left < right ? -1 : left > right ? 1 : 0
}

const earliest = (...days: (string | undefined)[]): string | undefined =>
  days.filter((day) => day !== undefined).sort()[0]

const named = (effect: ForceEffect) => ({
  path: effect.path,
  title: effect.title,
  verb: documentRelationType(effect.type)?.passive ?? '',
})
