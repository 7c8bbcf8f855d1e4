/**
 * Says why when a person names a row that is not theirs to write or copy. Payload alone answers a bulk request
 * with success and an empty list, and a single one without a reason. Only ids are looked at, never what else
 * the request asks for, so that nobody learns from the answer what another agency's text says.
 */
import type { CollectionBeforeOperationHook, PayloadRequest, Where } from 'payload'
import type { GuardedCollection } from '#domain/roles.ts'
import { PortalError } from '../errors.ts'
import { idOf, personOf } from './person.ts'
import { reachOf, type Keeping, type Ownership } from './rules.ts'

type Args = { id?: string; where?: Where; overrideAccess?: boolean; duplicateFromID?: string }
export type Named = { operation: 'read' | 'update' | 'delete'; ids: string[] }

const mostIds = 500

export const refuseOthers =
  (collection: GuardedCollection, own: Ownership, keep?: Keeping): CollectionBeforeOperationHook =>
  async ({ args, operation, req }) => {
    const person = personOf(req)
    const named = person && (await namedRows(req, collection, operation, args))
    if (!named || named.ids.length === 0) return args
    const reach = reachOf(person, collection, named.operation, own)
    const among: Where = { id: { in: named.ids } }
    const count = async (where: Where) => (await req.payload.db.count({ collection, where, req })).totalDocs
    const there = await count(among)
    if (there === 0) return args
    if (!reach) throw new PortalError('not-allowed')
    if ((await count({ and: [among, reach] })) < there) throw new PortalError('other-agency')
    // What is kept from somebody is not there for them.
    const kept = await keep?.(req, person, named.operation)
    if (kept && (await count({ and: [among, kept] })) < there) throw new PortalError('not-found')
    return args
  }

/** Which rows a request names to write or to copy; `null`: none, or the system itself asks. */
export async function namedRows(
  req: PayloadRequest,
  collection: GuardedCollection,
  operation: string,
  args: unknown,
): Promise<Named | null> {
  const { id, where, overrideAccess, duplicateFromID } = args as Args
  if (overrideAccess) return null
  if (operation === 'create')
    return duplicateFromID === undefined ? null : { operation: 'read', ids: [duplicateFromID] }
  if (operation === 'restoreVersion')
    return { operation: 'update', ids: await itemOfVersion(req, collection, id) }
  if (operation !== 'update' && operation !== 'delete') return null
  const ids = id ? [id] : idsIn(where ?? {})
  return { operation, ids: ids.slice(0, mostIds) }
}

/** The ids that conditions name, wherever they stand. */
function idsIn(where: Where): string[] {
  return Object.entries(where).flatMap(([path, condition]) => {
    if (path === 'and' || path === 'or')
      return Array.isArray(condition) ? condition.flatMap((part) => idsIn(part)) : []
    if (path !== 'id' || typeof condition !== 'object' || condition === null) return []
    const { equals, in: among } = condition as { equals?: unknown; in?: unknown }
    const many: unknown[] = Array.isArray(among) ? among : typeof among === 'string' ? among.split(',') : []
    return [equals, ...many].filter((value): value is string => typeof value === 'string')
  })
}

async function itemOfVersion(
  req: PayloadRequest,
  collection: GuardedCollection,
  id: string | undefined,
): Promise<string[]> {
  const { docs } = await req.payload.db.findVersions<{ parent?: unknown }>({
    collection,
    where: { id: { equals: id } },
    limit: 1,
    pagination: false,
    req,
  })
  return docs.flatMap(({ parent }) => idOf(parent) ?? [])
}
