/**
 * Items that go live together or not at all (issue 5, point 3). Pure: where a set stands follows from its
 * members, and so does which of them a step moves; `workflow/release-sets` carries it out.
 */
import type { PublicCollection } from './collections.ts'
import { transitions, workingStates, type Action, type WorkingState } from './workflow.ts'

export const setActions = ['submit', 'recall', 'return', 'approve', 'schedule', 'unschedule'] as const
export type SetAction = (typeof setActions)[number]

/** One transaction, one burst of renames: enough for a directive and everything around it. */
export const mostMembers = 20

export type MemberRef = { collection: PublicCollection; id: string }

/**
 * Where a set stands. `mixed`: some members are further than others; nothing is approved until all are submitted.
 * `released`: approved and let go, or its scheduled time has come; the set is history then and holds nobody.
 */
export const setStates = ['empty', 'draft', 'mixed', 'submitted', 'scheduled', 'released'] as const
export type SetState = (typeof setStates)[number]

/** @param releasedAt ISO 8601 UTC, absent while the set is open. */
export function setStateOf(
  members: readonly { state: WorkingState }[],
  releasedAt: string | null | undefined,
): SetState {
  if (releasedAt) return 'released'
  if (members.length === 0) return 'empty'
  // A member withdrawn from a scheduled set leaves it; the others keep their time (decisions/021).
  if (members.some(({ state }) => state === 'scheduled')) return 'scheduled'
  const submitted = members.filter(({ state }) => state === 'submitted').length
  if (submitted === members.length) return 'submitted'
  return submitted === 0 ? 'draft' : 'mixed'
}

/** Members may change only while nobody reviews them and nothing waits for its time. */
export const isMembershipOpen = (state: SetState): boolean =>
  state === 'empty' || state === 'draft' || state === 'mixed'

/** Members in these states may stay where they are while a step moves the others. */
const stays: Record<SetAction, readonly WorkingState[]> = {
  submit: ['submitted'],
  recall: workingStates,
  return: workingStates,
  approve: [],
  schedule: [],
  unschedule: workingStates,
}

/** Which members a step moves, and which stand in its way. It is taken only when none does and at least one moves. */
export function planSetStep<Member extends { state: WorkingState }>(
  action: SetAction,
  members: readonly Member[],
): { moving: Member[]; blocking: Member[] } {
  const { from } = transitions[action]
  const rest = members.filter(({ state }) => !from.includes(state))
  return {
    moving: members.filter(({ state }) => from.includes(state)),
    blocking: rest.filter(({ state }) => !stays[action].includes(state)),
  }
}

/** Steps that would bring a member out, or keep it back, without the others. Taking away from the public is never held. */
const heldAlone: readonly Action[] = ['approve', 'schedule', 'unschedule', 'emergency-publish']

/** May a member of an open set not take this step by itself? */
export const isHeldBySet = (action: Action, state: WorkingState): boolean =>
  heldAlone.includes(action) && (state === 'submitted' || state === 'scheduled')

export const setStateNames: Record<SetState, string> = {
  empty: 'Chưa có mục nào',
  draft: 'Đang soạn',
  mixed: 'Chưa gửi đủ các mục',
  submitted: 'Chờ duyệt cả bộ',
  scheduled: 'Đã hẹn giờ đăng cả bộ',
  released: 'Đã duyệt đăng cả bộ',
}
