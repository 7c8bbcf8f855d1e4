/** Payload access functions drawn from the permission table. Every collection uses these and states all operations. */
import type { Access, CollectionConfig, PayloadRequest, Where } from 'payload'
import { scopeOf, type GuardedCollection, type Operation } from '#domain/roles.ts'
import { personOf, type Person } from './person.ts'

/** Which rows are a person's own: a path that holds an agency, or the person's id. */
export type Ownership = (person: Person) => Where

export const ownedByAgency =
  (path: string): Ownership =>
  (person) => ({ [path]: { in: person.agencies } })

export const ownedByPerson: Ownership = (person) => ({ id: { equals: person.id } })

/** What is kept from a person within the reach of their scope; `null`: nothing. */
export type Keeping = (req: PayloadRequest, person: Person, operation: Operation) => Promise<Where | null>

const keepNothing: Keeping = () => Promise.resolve(null)

/** The same condition on a collection's versions, whose fields live under `version`. */
export const inVersions = (where: Where): Where =>
  Object.fromEntries(
    Object.entries(where).map(([path, condition]) =>
      path === 'and' || path === 'or'
        ? [path, (condition as Where[]).map(inVersions)]
        : [path === 'id' ? 'parent' : `version.${path}`, condition],
    ),
  )

const rule =
  (collection: GuardedCollection, operation: Operation, own: Ownership, keep: Keeping): Access =>
  async ({ req }) => {
    const person = personOf(req)
    if (!person) return false
    const scope = scopeOf(person.role, collection, operation)
    if (scope === 'none') return false
    if (operation === 'create') return true
    const kept = await keep(req, person, operation)
    if (scope === 'all') return kept ?? true
    const reach = operation === 'readVersions' ? inVersions(own(person)) : own(person)
    return kept ? { and: [reach, kept] } : reach
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
  keep: Keeping = keepNothing,
): NonNullable<CollectionConfig['access']> {
  return {
    admin: ({ req }) => personOf(req) !== null,
    create: rule(collection, 'create', own, keep),
    read: rule(collection, 'read', own, keep),
    readVersions: rule(collection, 'readVersions', own, keep),
    update: rule(collection, 'update', own, keep),
    delete: rule(collection, 'delete', own, keep),
    unlock: rule(collection, 'unlock', own, keep),
  }
}
