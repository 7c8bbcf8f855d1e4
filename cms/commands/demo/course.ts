/** Takes an item through the real workflow to where the demonstration wants it, from wherever it stands. */
import type { Payload } from 'payload'
import type { PublicCollection } from '#domain/collections.ts'
import type { Action } from '#domain/workflow.ts'
import { freeze } from '../../workflow/content/content-of.ts'
import { readWorkingCopy, type WorkingCopy } from '../../workflow/item.ts'
import { transition } from '../../workflow/transition.ts'
import type { Goal } from './plan.ts'

export type User = Record<string, unknown> & { id: string; collection: 'users' }

export type Course = {
  collection: PublicCollection
  id: string
  goal?: Goal
  writer: User
  /** A moderator who did not write it. */
  reviewer: User
  note?: string
  changeNote?: string
  /** ISO 8601: when a scheduled item comes. */
  scheduledFor: string
}

const last: Record<Exclude<Goal, 'draft'>, Action> = {
  submitted: 'submit',
  returned: 'return',
  scheduled: 'schedule',
  live: 'approve',
  withdrawn: 'approve',
}

/** Repeatable: each step looks at the item as it is, so a run that was killed goes on where it stopped. */
export async function takeCourse(payload: Payload, course: Course): Promise<void> {
  for (;;) {
    const item = await readWorkingCopy(payload, course.collection, course.id)
    const action = item ? nextAction(course.goal ?? 'live', item) : null
    if (!item || !action) return
    const { revision } = await freeze(payload, course.collection, item)
    await transition({
      payload,
      collection: course.collection,
      id: course.id,
      user: action === 'submit' ? course.writer : course.reviewer,
      input: { action, revision, ...wordsFor(action, course) },
    })
  }
}

/** `null` once the item has arrived. */
export function nextAction(
  goal: Goal,
  { state, publicState }: Pick<WorkingCopy, 'state' | 'publicState'>,
): Action | null {
  if (goal === 'draft') return null
  if (state === 'draft') return 'submit'
  if (state === 'submitted') return goal === 'submitted' ? null : last[goal]
  return goal === 'withdrawn' && publicState === 'live' ? 'withdraw' : null
}

function wordsFor(action: Action, { note, changeNote, scheduledFor }: Course) {
  if (action === 'return' || action === 'withdraw') return { note }
  if (action === 'schedule') return { at: scheduledFor, changeNote }
  return action === 'approve' ? { changeNote } : {}
}
