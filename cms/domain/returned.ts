/** A return to the editor: what was wrong with which field, and which of it a reviewer has since found right. */

export type Tick = {
  isFixed: boolean
  /** Id and name of the reviewer. */
  by: string
  byName: string
  /** ISO 8601 UTC. */
  at: string
  /** Content hash of what the reviewer looked at. */
  revision: string
}

export type ReturnReason = {
  id: string
  /** Path of the field in the form; absent: the item as a whole. */
  field?: string
  text: string
  tick?: Tick
}

export type Returned = {
  /** ISO 8601 UTC. */
  at: string
  by: string
  byName: string
  /** Content hash of what was returned. */
  revision: string
  note: string
  reasons: ReturnReason[]
}

/** A tick is about the text it was made on: once that text moved, the reason is open again. */
export const isFixed = ({ tick }: ReturnReason, revision: string): boolean =>
  tick?.isFixed === true && tick.revision === revision

/** The reasons that nobody has found right in the text of this hash. */
export const openReasons = (returned: Returned | null, revision: string): ReturnReason[] =>
  (returned?.reasons ?? []).filter((reason) => !isFixed(reason, revision))

/** @returns `null` when there is no such reason. */
export function withTick(returned: Returned, id: string, tick: Tick): Returned | null {
  if (!returned.reasons.some((reason) => reason.id === id)) return null
  const reasons = returned.reasons.map((reason) => (reason.id === id ? { ...reason, tick } : reason))
  return { ...returned, reasons }
}
