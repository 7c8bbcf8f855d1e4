/** Release sets as the workflow reads them. The row only groups; where the set stands follows from its members. */
import type { Payload, PayloadRequest, Where } from 'payload'
import { isPublicCollection, itemRef, type ItemRef } from '#domain/collections.ts'
import { setStateOf, type MemberRef, type SetState } from '#domain/release-sets.ts'
import { idOf, type Person } from '../../access/person.ts'
import { scopeOf } from '#domain/roles.ts'
import { readWorkingCopy, shownTitle, textOf, type WorkingCopy } from '../item.ts'
import type { HoldingSet } from '../guard.ts'

export type SetRow = {
  id: string
  title: string
  agency?: string | undefined
  members: MemberRef[]
  /** ISO 8601 UTC: when it was approved and let go, or its scheduled time came. The set is closed from then on. */
  releasedAt?: string | null
  /** Rises with every save and step. */
  lockVersion: number
}

export type Member = MemberRef & { item: WorkingCopy; state: WorkingCopy['state']; title: string }

type Raw = Record<string, unknown> & { id: unknown }

/** Members as a request or a row names them; anything else in the list is left out. */
export function memberRefs(value: unknown): MemberRef[] {
  return (Array.isArray(value) ? (value as unknown[]) : []).flatMap((entry) => {
    const { relationTo, value: target } = (entry ?? {}) as { relationTo?: unknown; value?: unknown }
    const id = idOf(target)
    return isPublicCollection(relationTo) && id ? [{ collection: relationTo, id }] : []
  })
}

export const refOf = ({ collection, id }: MemberRef): ItemRef => itemRef(collection, id)

const setOf = (row: Raw): SetRow => ({
  id: String(row.id),
  title: textOf(row.title),
  agency: idOf(row.agency),
  members: memberRefs(row.members),
  releasedAt: textOf(row.releasedAt) || null,
  lockVersion: Number(row.lockVersion ?? 0),
})

async function findSets(payload: Payload, where: Where, req?: PayloadRequest): Promise<SetRow[]> {
  const { docs } = await payload.db.find<Raw>({
    collection: 'release-sets',
    where,
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
  })
  return docs.map(setOf)
}

/** `null` when there is none. */
export const readSet = async (payload: Payload, id: string, req?: PayloadRequest): Promise<SetRow | null> =>
  (await findSets(payload, { id: { equals: id } }, req))[0] ?? null

/** The sets that are not released yet and name one of these items. */
export const openSetsWith = (
  payload: Payload,
  ids: readonly string[],
  req?: PayloadRequest,
): Promise<SetRow[]> =>
  ids.length === 0
    ? Promise.resolve([])
    : findSets(
        payload,
        { and: [{ 'members.value': { in: [...ids] } }, { releasedAt: { exists: false } }] },
        req,
      )

/** The set that an item is to go live with; `null` for one that goes by itself. Ids are unique over all collections. */
export async function openSetOf(
  payload: Payload,
  id: string,
  req?: PayloadRequest,
): Promise<HoldingSet | null> {
  const [set] = await openSetsWith(payload, [id], req)
  return set ? { id: set.id, title: set.title } : null
}

/** The working copies of a set, in its order. One that was deleted since is not among them. */
export async function membersOf(payload: Payload, set: SetRow, req?: PayloadRequest): Promise<Member[]> {
  const members: Member[] = []
  for (const ref of set.members) {
    const item = await readWorkingCopy(payload, ref.collection, ref.id, req)
    if (item) members.push({ ...ref, item, state: item.state, title: shownTitle(ref.collection, item) })
  }
  return members
}

export const stateOf = ({ releasedAt }: SetRow, members: readonly Member[]): SetState =>
  setStateOf(members, releasedAt)

/** May the person write the set (its title, its members), state aside? */
export function mayWriteSet(person: Person, { agency }: Pick<SetRow, 'agency'>): boolean {
  const scope = scopeOf(person.role, 'release-sets', 'update')
  return scope === 'all' || (scope === 'own' && agency !== undefined && person.agencies.includes(agency))
}
