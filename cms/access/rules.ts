/** Payload access functions drawn from the permission table. Every collection uses these and states all operations. */
import type { Access, CollectionConfig, Where } from 'payload'
import { scopeOf, type GuardedCollection, type Operation } from '#domain/roles.ts'
import { personOf, type Person } from './person.ts'

/** Which rows are a person's own: a path that holds an agency, or the person's id. */
export type Ownership = (person: Person) => Where

export const ownedByAgency =
  (path: string): Ownership =>
  (person) => ({ [path]: { in: person.agencies } })

export const ownedByPerson: Ownership = (person) => ({ id: { equals: person.id } })

/** The same condition on a collection's versions, whose fields live under `version`. */
const inVersions = (where: Where): Where =>
  Object.fromEntries(
    Object.entries(where).map(([path, condition]) => [
      path === 'id' ? 'parent' : `version.${path}`,
      condition,
    ]),
  )

const rule =
  (collection: GuardedCollection, operation: Operation, own: Ownership): Access =>
  ({ req }) => {
    const person = personOf(req)
    if (!person) return false
    const scope = scopeOf(person.role, collection, operation)
    if (scope !== 'own') return scope === 'all'
    if (operation === 'create') return true
    return operation === 'readVersions' ? inVersions(own(person)) : own(person)
  }

/**
 * The rows of `collection` on which `person` may do `operation`, as a condition; `null`: none. States aside.
 */
export function reachOf(
  person: Person,
  collection: GuardedCollection,
  operation: Exclude<Operation, 'readVersions'>,
  own: Ownership,
): Where | null {
  const scope = scopeOf(person.role, collection, operation)
  if (scope === 'none') return null
  return scope === 'all' ? {} : own(person)
}

/** All access functions of a collection. Who may create for which agency is checked against the data in `ownAgencyOnly`. */
export function accessRules(
  collection: GuardedCollection,
  own: Ownership,
): NonNullable<CollectionConfig['access']> {
  return {
    admin: ({ req }) => personOf(req) !== null,
    create: rule(collection, 'create', own),
    read: rule(collection, 'read', own),
    readVersions: rule(collection, 'readVersions', own),
    update: rule(collection, 'update', own),
    delete: rule(collection, 'delete', own),
    unlock: rule(collection, 'unlock', own),
  }
}
