/** The limit of a working copy as it is saved: who may set it, and whom it may name (decisions/023). */
import type { PayloadRequest } from 'payload'
import type { PublicCollection } from '#domain/collections.ts'
import { isOwn, mayLimit, type ItemReach } from '#domain/item-reach.ts'
import { idOf, type Person } from '../access/person.ts'
import { isLimitable } from '../access/reach.ts'
import { PortalError, type Problem } from '../errors.ts'
import { findAccounts } from './accounts.ts'
import { ownerOf, reachOfItem, type WorkingCopy } from './item.ts'

/** The working copy's row without a limit: nothing that is public is kept from anybody. */
export const noLimit = (collection: PublicCollection) =>
  isLimitable(collection) ? { isLimited: false, limitedTo: [] } : {}

/** Marks the restoring of a version: it brings back words, never who may read them. */
export const restoreMark = 'portalVersionRestored'

type Saving = {
  collection: PublicCollection
  /** What is saved, complete; its limit is set here. */
  data: Record<string, unknown>
  stored: WorkingCopy | null
  person: Person | null
  req: PayloadRequest
}

/** @throws PortalError `not-allowed` for somebody else's limit, `invalid-content` for people it cannot name. */
export async function keepLimit({ collection, data, stored, person, req }: Saving): Promise<void> {
  if (!isLimitable(collection)) return
  const before = reachOfItem(collection, stored ?? {})
  const isLimited = (data.isLimited ?? before.isLimited) === true
  const named = data.limitedTo === undefined ? before.limitedTo : idsOf(data.limitedTo)
  const after = { isLimited, limitedTo: isLimited ? [...new Set(named)] : [] }
  const isRestored = stored !== null && req.context[restoreMark] === true
  if (isRestored || isSame(before, after)) {
    Object.assign(data, { isLimited: before.isLimited, limitedTo: before.limitedTo })
    return
  }
  if (person && stored && !mayLimit(person, before)) throw refused()
  const added = after.limitedTo.filter((id) => !before.limitedTo?.includes(id))
  const reach = { ...before, owner: ownerOf(collection, data), holder: before.holder ?? person?.id }
  const problems = await unnameable(req, added, reach)
  if (problems.length > 0) throw new PortalError('invalid-content', { problems })
  Object.assign(data, after)
}

const idsOf = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((entry) => idOf(entry) ?? []) : []

const isSame = (one: ItemReach, other: ItemReach): boolean =>
  one.isLimited === other.isLimited &&
  [...(one.limitedTo ?? [])].sort().join() === [...(other.limitedTo ?? [])].sort().join()

const refused = () => {
  const message =
    'Chỉ người viết, người phụ trách bài và Ban biên tập đặt được ai đọc bản này. Hãy nhờ họ đổi.'
  return new PortalError('not-allowed', {
    message,
    problems: [{ field: 'isLimited', code: 'not-allowed', message }],
  })
}

/** Only people who would read the item without a limit can be named: a name opens nothing. */
async function unnameable(req: PayloadRequest, ids: string[], reach: ItemReach): Promise<Problem[]> {
  if (ids.length === 0) return []
  const people = await findAccounts(req.payload, { id: { in: ids } }, req)
  const able = new Set(
    people
      .filter((person) => !person.isDisabled && (person.role === 'moderator' || isOwn(person, reach)))
      .map(({ id }) => id),
  )
  return ids.every((id) => able.has(id))
    ? []
    : [
        {
          field: 'limitedTo',
          code: 'not-of-agency',
          message:
            'Những người được nêu: chỉ nêu được người đang làm việc ở cơ quan của bài. Hãy bỏ người đã nghỉ hoặc thuộc cơ quan khác.',
        },
      ]
}
