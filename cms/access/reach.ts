/** The rules of `domain/item-reach.ts` as conditions for the database. */
import type { Payload, PayloadRequest, Where } from 'payload'
import { publicCollections, type PublicCollection } from '#domain/collections.ts'
import { isKeptFrom, type ItemReach } from '#domain/item-reach.ts'
import { permissions, type Scopes } from '#domain/roles.ts'
import { idOf, type Person } from './person.ts'
import type { Ownership } from './rules.ts'

/** Kinds of items whose working copies an editor sees for the agency's sake; registers that everybody chooses from cannot be limited. */
export const isLimitable = (collection: PublicCollection): boolean =>
  (permissions[collection].read as Scopes).editor === 'own'

export const limitableCollections: readonly PublicCollection[] = publicCollections.filter(isLimitable)

/** Rows of the person's agencies, and those the person holds for one of them. */
export const ownedOrHeld =
  (path: string): Ownership =>
  (person) => {
    const owned: Where = { [path]: { in: person.agencies } }
    const held: Where[] = [{ holder: { equals: person.id } }, { heldFor: { in: person.agencies } }]
    return { or: [owned, { and: held }] }
  }

/** Rows that are not kept from the person; `null`: none is. */
export function openTo(person: Person): Where | null {
  if (person.role === 'moderator') return null
  return {
    or: [
      { isLimited: { not_equals: true } },
      { limitedTo: { in: [person.id] } },
      { creator: { equals: person.id } },
      { holder: { equals: person.id } },
    ],
  }
}

/** What of a raw row decides who reaches it. `owner`: the id of its agency. */
export const reachOfRow = (row: Record<string, unknown>, owner: string | undefined): ItemReach => ({
  owner,
  holder: idOf(row.holder),
  heldFor: idOf(row.heldFor),
  creator: idOf(row.creator),
  isLimited: row.isLimited === true,
  limitedTo: Array.isArray(row.limitedTo) ? row.limitedTo.flatMap((entry) => idOf(entry) ?? []) : [],
})

type Row = Record<string, unknown> & { id: string }
export type KeptRow = { collection: PublicCollection; row: Row }

/**
 * The working copies that are kept from the person, whole; for what lies beside them (versions, editions,
 * uploads) and so cannot be asked by a condition of its own. Few at any time: a limit ends with going live.
 */
export async function keptRows(
  payload: Payload,
  person: Pick<Person, 'id' | 'role'>,
  {
    collections = limitableCollections,
    req,
  }: { collections?: readonly PublicCollection[]; req?: PayloadRequest } = {},
): Promise<KeptRow[]> {
  if (person.role === 'moderator') return []
  const found = await Promise.all(
    collections.map(async (collection) => {
      const { docs } = await payload.db.find<Row>({
        collection,
        where: { isLimited: { equals: true } },
        limit: 0,
        pagination: false,
        ...(req ? { req } : {}),
      })
      return docs.map((row) => ({ collection, row }))
    }),
  )
  return found.flat().filter(({ row }) => isKeptFrom(person, reachOfRow(row, undefined)))
}

/** The same as a condition on the field that names an item; `null`: none is kept. */
export async function notAbout(
  path: string,
  payload: Payload,
  person: Person,
  options: { collections?: readonly PublicCollection[] } = {},
): Promise<Where | null> {
  const kept = await keptRows(payload, person, options)
  return kept.length === 0 ? null : { [path]: { not_in: kept.map(({ row }) => String(row.id)) } }
}
