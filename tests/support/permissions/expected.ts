/** What the permission table says of one cell, and nothing else. */
import { isKeptFrom } from '#domain/item-reach.ts'
import { isOpenFor, scopeOf, type GuardedCollection, type Operation } from '#domain/roles.ts'
import type { Row } from './fixture.ts'
import type { Persona } from './personas.ts'

export const owns = ({ person }: Persona, { owner }: Pick<Row, 'owner'>): boolean =>
  person !== null && owner !== null && (owner === person.id || person.agencies.includes(owner))

/** A limited working copy that is not for the person. */
export const isKeptRow = ({ person }: Persona, { limit }: Pick<Row, 'limit'>): boolean =>
  person !== null && limit !== undefined && isKeptFrom(person, { isLimited: true, ...limit })

export function isAllowed(
  persona: Persona,
  collection: GuardedCollection,
  operation: Operation,
  row: Pick<Row, 'owner' | 'states' | 'limit'>,
): boolean {
  const { person } = persona
  if (!person) return false
  const scope = scopeOf(person.role, collection, operation)
  if (scope === 'none' || (scope === 'own' && !owns(persona, row))) return false
  if (isKeptRow(persona, row)) return false
  if (!row.states || (operation !== 'update' && operation !== 'delete')) return true
  return isOpenFor(operation, row.states)
}
