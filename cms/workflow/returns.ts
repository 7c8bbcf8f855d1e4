/**
 * The last return of a working copy. Reasons and the content they were about stay with it through the next
 * submission, so that the reviewer can compare and tick them off; an approval ends them.
 */
import type { PayloadRequest, Payload } from 'payload'
import type { PublicCollection } from '#domain/collections.ts'
import type { PublicContent } from '#domain/content.ts'
import type { Returned } from '#domain/returned.ts'
import type { Action } from '#domain/workflow.ts'
import { PortalError } from '../errors.ts'
import { contentFields } from './content/content-of.ts'
import type { WorkingCopy } from './item.ts'
import type { Step } from './step.ts'
import type { TransitionInput } from './transition-input.ts'

/** The working copy's row without a return. */
export const noReturn = { returned: null, returnedContent: null } as const

/** The last return since the last approval. */
export const returnOf = (item: WorkingCopy): Returned | null => (item.returned as Returned | null) ?? null

/** What was returned, as it was then. */
export const returnedContentOf = (item: WorkingCopy): PublicContent | null =>
  (item.returnedContent as PublicContent | null) ?? null

/** The working copy's row after a return. @throws PortalError `invalid-content` when a reason is none. */
export async function returnedChanges(step: Step) {
  const { payload, req, collection, input, frozen, now } = step
  const problems = reasonProblems(collection, input.reasons)
  if (problems.length > 0) throw new PortalError('invalid-content', { problems })
  const by = step.actor === 'system' ? 'system' : step.actor.id
  const note = input.note ?? ''
  const given = input.reasons?.length ? input.reasons : [{ text: note }]
  const returned: Returned = {
    at: now,
    by,
    byName: await nameOf(payload, by, req),
    revision: frozen.revision,
    note,
    reasons: given.map((reason, index) => ({ id: String(index + 1), ...reason })),
  }
  return { returnNote: note, returned, returnedContent: frozen.content }
}

function reasonProblems(collection: PublicCollection, reasons: TransitionInput['reasons'] = []) {
  const known = contentFields(collection)
  return reasons.flatMap(({ field, text }, index) => {
    const about = `Lý do ${index + 1}`
    const isKnown =
      field === undefined || (/^\w+(\.\w+)*$/.test(field) && known.includes(field.split('.')[0] ?? ''))
    return [
      ...(isKnown
        ? []
        : [
            {
              field: `reasons.${index}.field`,
              code: 'unknown-field',
              message: `${about}: không có trường “${field}”. Hãy chọn một trường của bài, hoặc để trống.`,
            },
          ]),
      ...(text
        ? []
        : [
            {
              field: `reasons.${index}.text`,
              code: 'missing-note',
              message: `${about}: chưa ghi gì. Hãy ghi điều cần sửa, hoặc bỏ lý do này.`,
            },
          ]),
    ]
  })
}

/** The name people know someone by; the address when they gave none. */
export async function nameOf(payload: Payload, id: string, req?: PayloadRequest): Promise<string> {
  const user = await payload.db.findOne<{ id: string; name?: string; email?: string }>({
    collection: 'users',
    where: { id: { equals: id } },
    ...(req ? { req } : {}),
  })
  return user?.name || user?.email || ''
}

/** Steps that make or end a return. What it asked for, and what a reviewer found of it, stays in the ledger. */
const aboutReturn: readonly Action[] = ['return', 'approve', 'schedule', 'emergency-publish', 'discard']

/** What the ledger says of a return in an event. */
export function auditedReturn(
  action: Action,
  item: WorkingCopy,
  changes: Record<string, unknown>,
): { returned?: Returned } {
  if (!aboutReturn.includes(action)) return {}
  const returned = (action === 'return' ? (changes.returned as Returned | undefined) : null) ?? returnOf(item)
  return returned ? { returned } : {}
}
