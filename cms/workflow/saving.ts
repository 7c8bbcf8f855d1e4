/**
 * What happens when a person saves a working copy through any door (form, REST, bulk, duplicate, restore of
 * a version): the request may only say what people write, locked content stays, and the workflow's own
 * fields keep the values that steps gave them. Steps write past these hooks, in `transition.ts`.
 */
import type {
  CollectionBeforeChangeHook,
  CollectionBeforeDeleteHook,
  CollectionBeforeOperationHook,
  CollectionBeforeValidateHook,
  PayloadRequest,
} from 'payload'
import type { PublicCollection } from '#domain/collections.ts'
import { isKeptFrom, isOwn } from '#domain/item-reach.ts'
import { isOpenFor } from '#domain/roles.ts'
import { isClosed, isContentLocked } from '#domain/workflow.ts'
import { idOf, personOf, type Person } from '../access/person.ts'
import { namedRows } from '../access/refuse-others.ts'
import { PortalError } from '../errors.ts'
import { releaseClaims } from './addresses.ts'
import { consistencyProblems } from './consistency.ts'
import { requireFreeNumber } from './document-number.ts'
import { isPublicCollection, ownerPath, reachOfItem, readWorkingCopy, type WorkingCopy } from './item.ts'
import { changedSystemFields, ownFields, systemFieldNames, unknownFieldProblems } from './known-fields.ts'
import { keepLimit, restoreMark } from './limits.ts'
import { relationProblems } from './missing-relations.ts'
import { slugForSave } from './slugs.ts'

type Data = Record<string, unknown>

const collectionOf = (slug: string): PublicCollection => {
  if (!isPublicCollection(slug)) throw new Error(`not a moderated collection: ${slug}`)
  return slug
}

/** @throws PortalError when the copy may not be edited now, or the form was opened before someone else saved. */
function requireEditable(item: WorkingCopy, data: Data | undefined): void {
  if (isContentLocked(item.state)) throw new PortalError('locked-content')
  if (isClosed(item.publicState)) throw new PortalError('wrong-state')
  const seen = data?.lockVersion
  if (seen !== undefined && seen !== null && Number(seen) !== item.lockVersion)
    throw new PortalError('stale-form')
}

/** Named rows that may not be written in their state are told, where Payload would pass over them in silence. */
export const refuseClosed: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  const slug = collectionOf(collection.slug)
  const named = await namedRows(req, slug, operation, args)
  if (!named || named.operation === 'read') return args
  for (const id of named.ids) {
    const item = await readWorkingCopy(req.payload, slug, id, req)
    if (!item || !mayRead(req, slug, item) || isOpenFor(named.operation, item)) continue
    if (isContentLocked(item.state)) throw new PortalError('locked-content')
    throw new PortalError(named.operation === 'delete' ? 'already-public' : 'wrong-state')
  }
  return args
}

export const checkRequest: CollectionBeforeOperationHook = async ({ args, collection, operation, req }) => {
  if (operation !== 'create' && operation !== 'update' && operation !== 'restoreVersion') return args
  if (operation === 'restoreVersion') req.context[restoreMark] = true
  const { data, id, where } = args as { data?: Data; id?: string; where?: unknown }
  const problems = data ? unknownFieldProblems(collection.flattenedFields, data) : []
  if (problems.length > 0) throw new PortalError('unknown-field', { problems })
  const slug = collectionOf(collection.slug)
  const item =
    operation === 'update' && id && !where ? await readWorkingCopy(req.payload, slug, String(id), req) : null
  if (data && item && data.lockVersion === item.lockVersion) for (const name of handedOver) delete data[name]
  const changed = data
    ? changedSystemFields(systemFieldNames(collection.flattenedFields), data, item ?? untouched)
    : []
  if (changed.length > 0 || (data?.id !== undefined && data.id !== id))
    throw readOnly(changed.length > 0 ? changed : ['id'])
  if (data) takeOutTimes(data, item)
  if (item && mayRead(req, slug, item)) requireEditable(item, data)
  return args
}

/** May have changed while a form was open: a handover leaves its words good, and the form sends back what it was shown. */
const handedOver = ['holder', 'heldFor'] as const

/** The database writes these; a form sends back what it was shown. @throws PortalError for another date of birth. */
function takeOutTimes(data: Data, item: WorkingCopy | null): void {
  const { createdAt } = data
  if (createdAt !== undefined && createdAt !== null && createdAt !== item?.createdAt)
    throw readOnly(['createdAt'])
  for (const name of ownFields) delete data[name]
}

/** The lock is told only to those who may see the item; others get the ordinary refusal afterwards. */
const mayRead = (req: PayloadRequest, slug: PublicCollection, item: WorkingCopy): boolean => {
  const person = personOf(req)
  if (!person) return req.user === null || req.user === undefined ? false : true
  const reach = reachOfItem(slug, item)
  return !isKeptFrom(person, reach) && (person.role !== 'editor' || isOwn(person, reach))
}

/** The workflow's own fields of an item that no step has touched. */
export const untouched: Data = {
  state: 'draft',
  publicState: 'none',
  editionCount: 0,
  needsReview: false,
  contributors: [],
}

export const readOnly = (fields: string[]) =>
  new PortalError('read-only-field', {
    problems: fields.map((field) => ({
      field,
      code: 'read-only-field',
      message: `Trường “${field}” do hệ thống ghi. Hãy bỏ khỏi yêu cầu.`,
    })),
  })

/** An editor's new item belongs to the editor's first agency unless another of theirs is named. */
export const checkContent: CollectionBeforeValidateHook = async ({
  collection,
  data,
  originalDoc,
  operation,
  req,
}) => {
  if (!data) return data
  const slug = collectionOf(collection.slug)
  const person = personOf(req)
  const owner = ownerPath[slug]
  if (person?.role === 'editor' && owner && owner !== 'id') {
    if (operation === 'create' && !data[owner]) data[owner] = person.agencies[0]
    const agency = idOf(data[owner]) ?? idOf((originalDoc as Data | undefined)?.[owner])
    if (!agency || !(person.agencies.includes(agency) || isHeldWith(agency, person, slug, originalDoc)))
      throw new PortalError('other-agency')
  }
  const problems = [
    ...(await relationProblems(req.payload, {
      ...{ fields: collection.flattenedFields, data, person, req, stored: originalDoc as unknown },
    })),
    ...consistencyProblems(slug, { ...(originalDoc as Data | undefined), ...data }, new Date().toISOString()),
  ]
  if (problems.length > 0) throw new PortalError('invalid-content', { problems })
  return data
}

/** Whoever holds an item of a merged agency leaves it that agency's. */
function isHeldWith(agency: string, person: Person, slug: PublicCollection, original: unknown): boolean {
  const reach = reachOfItem(slug, (original ?? {}) as Data)
  return reach.owner === agency && isOwn(person, reach)
}

/** Puts the workflow's fields back to what steps made them, and adds who saved. */
export const keepWorkflow: CollectionBeforeChangeHook = async ({
  collection,
  data,
  operation,
  originalDoc,
  req,
}) => {
  const slug = collectionOf(collection.slug)
  const stored =
    operation === 'update' && originalDoc
      ? await readWorkingCopy(req.payload, slug, String((originalDoc as { id: unknown }).id), req)
      : null
  if (stored) requireEditable(stored, undefined)
  for (const name of systemFieldNames(collection.flattenedFields))
    data[name] = stored ? stored[name] : (untouched[name] ?? null)
  const person = personOf(req)
  const contributors = stored?.contributors ?? []
  data.contributors = person ? [...new Set([...contributors, person.id])] : contributors
  Object.assign(data, holding(stored, person))
  await keepLimit({ collection: slug, data, stored, person, req })
  data.importNotices = stored ? stored.importNotices : (req.context.importNotices ?? null)
  if (stored?.state === 'published') data.state = 'draft'
  data.lockVersion = (stored?.lockVersion ?? 0) + 1
  const given = (data as Data).slug
  const draft = { ...stored, ...(data as Data), ...(stored ? { id: stored.id } : {}) }
  if (slug === 'documents') data.numberKey = await requireFreeNumber(req.payload, draft, req)
  Object.assign(data, await slugForSave(req.payload, slug, { given, draft, stored }, req))
  return data
}

/** Whoever begins a working copy answers for it; a row from before that was kept falls to its first contributor. */
function holding(stored: WorkingCopy | null, person: Person | null): Data {
  if (!stored) return { creator: person?.id ?? null, holder: person?.id ?? null }
  if (stored.state === 'published') return person ? { holder: person.id, heldFor: null } : {}
  return { holder: idOf(stored.holder) ?? stored.contributors[0] ?? person?.id ?? null }
}

export const refuseDeletion: CollectionBeforeDeleteHook = async ({ collection, id, req }) => {
  const slug = collectionOf(collection.slug)
  const item = await readWorkingCopy(req.payload, slug, String(id), req)
  if (!item) return
  if (item.editionCount > 0 || item.publicState !== 'none') throw new PortalError('already-public')
  if (isContentLocked(item.state)) throw new PortalError('locked-content')
  await releaseClaims(req.payload, slug, item.id, req)
}
