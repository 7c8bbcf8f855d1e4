/**
 * Payload lets a question follow a relation (`where[aboutDocuments.abstract][like]=…`, `sort=…`) into rows that the
 * asker may not read, and the answer then tells what they say. Along a relation a person asks only what they may
 * read without exception; anything else is refused.
 */
import type { CollectionBeforeOperationHook, FlattenedField, Where } from 'payload'
import { isPublicCollection } from '#domain/collections.ts'
import { isGuarded, scopeOf } from '#domain/roles.ts'
import { PortalError } from '../errors.ts'
import { personOf, type Person } from './person.ts'
import { isLimitable } from './reach.ts'

type Args = { where?: Where; sort?: string | string[]; overrideAccess?: boolean }

export const refuseDeepQuestions: CollectionBeforeOperationHook = ({ args, collection, req }) => {
  const { where, sort, overrideAccess } = args as Args
  const person = personOf(req)
  if (overrideAccess || !person || person.role === 'moderator') return args
  const sorted = [sort ?? []].flat().map((path) => path.replace(/^-/, ''))
  for (const path of [...pathsIn(where), ...sorted])
    if (leadsBeyond(path, collection.flattenedFields, person))
      throw new PortalError('broken-request', {
        message: `Không hỏi được theo “${path.slice(0, 100)}”: chỉ lọc và sắp xếp theo trường của chính mục đó.`,
      })
  return args
}

/** Every path that conditions name; a condition that is itself a question counts as a path into its field. */
function pathsIn(where: unknown): string[] {
  if (typeof where !== 'object' || where === null) return []
  return Object.entries(where).flatMap(([path, condition]: [string, unknown]) => {
    if (/^(?:and|or)$/i.test(path)) return [condition].flat().flatMap(pathsIn)
    const inner = Object.values(condition ?? {}).flatMap((value: unknown) => pathsOfValue(value))
    return [path, ...inner.map((deeper) => `${path}.${deeper}`)]
  })
}

const pathsOfValue = (value: unknown): string[] =>
  typeof value === 'object' && value !== null && !Array.isArray(value) ? pathsIn(value) : []

function leadsBeyond(path: string, fields: readonly FlattenedField[], person: Person): boolean {
  const [first, ...rest] = path
    .replaceAll('__', '.')
    .replace(/^version\./, '')
    .split('.')
  const field = fields.find(({ name }) => name === first)
  if (!field || rest.length === 0) return false
  if (field.type === 'relationship' || field.type === 'upload') {
    const isIdentity = rest.length === 1 && ['id', 'value', 'relationTo'].includes(rest[0] ?? '')
    return !isIdentity && [field.relationTo].flat().some((target) => !readsAll(person, target))
  }
  return 'flattenedFields' in field && leadsBeyond(rest.join('.'), field.flattenedFields, person)
}

/** Along a register that everybody reads (agencies, topics) a question may go one step, not through it to another. */
const readsAll = (person: Person, target: string): boolean =>
  isGuarded(target) && scopeOf(person.role, target, 'read') === 'all' && !keepsRows(target)

/** Kinds of rows some of which are kept even from those whose scope is all. */
const keepsRows = (target: string): boolean =>
  ['media', 'files'].includes(target) || (isPublicCollection(target) && isLimitable(target))
