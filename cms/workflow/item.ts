/** A working copy as the workflow reads it: the raw row, with relations as ids. */
import type { Payload, PayloadRequest } from 'payload'
import type { PublicCollection } from '#domain/collections.ts'
import type { PublicState } from '#domain/item-truth.ts'
import type { WorkingState } from '#domain/workflow.ts'
import type { ItemReach } from '#domain/item-reach.ts'
import { idOf } from '../access/person.ts'
import { reachOfRow } from '../access/reach.ts'

export type WorkingCopy = Record<string, unknown> & {
  id: string
  state: WorkingState
  publicState: PublicState
  lockVersion: number
  editionCount: number
  liveEdition?: string | null
  contributors: string[]
}

/** The field that says whose item it is: a document belongs to its issuer, an agency to itself. */
export const ownerPath: Record<PublicCollection, 'agency' | 'issuer' | 'id' | null> = {
  news: 'agency',
  documents: 'issuer',
  agencies: 'id',
  topics: null,
  settings: null,
}

export const titlePath: Record<PublicCollection, string> = {
  news: 'title',
  documents: 'abstract',
  agencies: 'name',
  topics: 'name',
  settings: 'name',
}

export { isPublicCollection } from '#domain/collections.ts'

/** A value as text; anything that is no text is as good as empty. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : '')

export const ownerOf = (collection: PublicCollection, item: Record<string, unknown>): string | undefined => {
  const path = ownerPath[collection]
  return path ? idOf(item[path]) : undefined
}

/** Whose the item is and from whom it is kept. */
export const reachOfItem = (collection: PublicCollection, item: Record<string, unknown>): ItemReach =>
  reachOfRow(item, ownerOf(collection, item))

/** What lists call an item, the number of a document before its title. */
export function shownTitle(collection: PublicCollection, item: Record<string, unknown>): string {
  const title = textOf(item[titlePath[collection]]) || 'Chưa có tên'
  const number = collection === 'documents' ? textOf(item.number) : ''
  return number ? `${number}: ${title}` : title
}

/** Who answers for an item; rows from before that was kept: who submitted it, else its first contributor. */
export const holderOf = (
  item: Record<string, unknown> & { contributors: readonly string[] },
): string | undefined => idOf(item.holder) ?? idOf(item.submittedBy) ?? item.contributors[0]

const relationIds = (value: unknown): string[] =>
  Array.isArray(value) ? value.flatMap((entry) => idOf(entry) ?? []) : []

/** The row as it is in this transaction; `null` when there is none. Ids that no database could hold find nothing. */
export async function readWorkingCopy(
  payload: Payload,
  collection: PublicCollection,
  id: string,
  req?: PayloadRequest,
): Promise<WorkingCopy | null> {
  const row = await payload.db.findOne<Record<string, unknown> & { id: string }>({
    collection,
    where: { id: { equals: id } },
    ...(req ? { req } : {}),
  })
  if (!row) return null
  return {
    ...row,
    id: String(row.id),
    state: (row.state as WorkingState | undefined) ?? 'draft',
    publicState: (row.publicState as PublicState | undefined) ?? 'none',
    lockVersion: Number(row.lockVersion ?? 0),
    editionCount: Number(row.editionCount ?? 0),
    contributors: relationIds(row.contributors),
  }
}
