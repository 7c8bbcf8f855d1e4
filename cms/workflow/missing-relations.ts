/** Relations of a save that point at nothing, or at another agency's upload: refused with the field's name. */
import type { FlattenedField, Payload, PayloadRequest } from 'payload'
import { idOf, type Person } from '../access/person.ts'
import type { Problem } from '../errors.ts'
import { keptUploads } from '../uploads/kept-uploads.ts'
import { uploadsIn } from './content/rich-text.ts'

export type Reference = { field: string; collection: string; id: string; isUpload: boolean }

/** Every relation and upload named in `data`, pictures inside texts too, with its path. */
export function referencesIn(fields: readonly FlattenedField[], data: unknown, path = ''): Reference[] {
  if (typeof data !== 'object' || data === null) return []
  const values = data as Record<string, unknown>
  return fields.flatMap((field): Reference[] => {
    const value = values[field.name]
    if (value === null || value === undefined) return []
    const here = path + field.name
    if (field.type === 'array') {
      return (Array.isArray(value) ? value : []).flatMap((row, index) =>
        referencesIn(field.flattenedFields, row, `${here}.${index}.`),
      )
    }
    if (field.type === 'richText') {
      return uploadsIn(value).map((id) => ({ field: here, collection: 'media', id, isUpload: true }))
    }
    if (field.type !== 'relationship' && field.type !== 'upload') return []
    if (typeof field.relationTo !== 'string') return []
    const collection = field.relationTo
    const isUpload = field.type === 'upload'
    return (Array.isArray(value) ? value : [value]).map((entry) => ({
      field: here,
      collection,
      id: idOf(entry) ?? String(entry),
      isUpload,
    }))
  })
}

const label = (fields: readonly FlattenedField[], path: string): string => {
  const field = fields.find(({ name }) => name === path.split('.')[0])
  return field && 'label' in field && typeof field.label === 'string' ? field.label : path
}

type Check = {
  fields: readonly FlattenedField[]
  data: unknown
  person: Person | null
  req: PayloadRequest
  /** The item as it is: an upload that somebody else has put into it may stay when its editor saves. */
  stored?: unknown
}

export async function relationProblems(payload: Payload, { req, ...check }: Check): Promise<Problem[]> {
  const references = referencesIn(check.fields, check.data)
  const known = await readTargets(payload, references, req)
  if (check.person && references.some(({ isUpload }) => isUpload))
    await takeOutKept(req, check.person, known, referencesIn(check.fields, check.stored ?? null))
  return problemsAmong(check, known)
}

/** An upload that is kept from somebody is not there for them, unless the item has it already. */
async function takeOutKept(req: PayloadRequest, person: Person, known: Targets, stored: Reference[]) {
  for (const slug of ['media', 'files'] as const)
    for (const id of await keptUploads(req, slug, person))
      if (!stored.some((each) => each.collection === slug && each.id === id)) known.get(slug)?.delete(id)
}

export type Targets = Map<string, Map<string, { agency?: unknown }>>

/** What the references point at, by collection and id. */
export async function readTargets(
  payload: Payload,
  references: readonly Reference[],
  req: PayloadRequest,
): Promise<Targets> {
  const known: Targets = new Map()
  for (const collection of new Set(references.map((reference) => reference.collection))) {
    const ids = [
      ...new Set(references.filter((reference) => reference.collection === collection).map(({ id }) => id)),
    ]
    const { docs } = await payload.db.find<{ id: string; agency?: unknown }>({
      collection: collection,
      where: { id: { in: ids } },
      limit: ids.length,
      pagination: false,
      req,
    })
    known.set(collection, new Map(docs.map((doc) => [String(doc.id), doc])))
  }
  return known
}

/** The problems of one item's references, given what there is. */
export function problemsAmong(
  { fields, data, person, stored }: Omit<Check, 'req'>,
  known: Targets,
): Problem[] {
  const problems: Problem[] = []
  const kept = new Set(
    referencesIn(fields, stored ?? null).map(({ collection, id }) => `${collection}/${id}`),
  )
  const references = referencesIn(fields, data)
  for (const { field, collection, id, isUpload } of references) {
    const found = known.get(collection)?.get(id)
    const name = label(fields, field)
    if (!found) {
      problems.push({
        field,
        code: 'missing-relation',
        message: `${name}: mục được chọn không tồn tại. Hãy chọn lại.`,
      })
    } else if (
      isUpload &&
      person?.role === 'editor' &&
      !person.agencies.includes(idOf(found.agency) ?? '') &&
      !kept.has(`${collection}/${id}`)
    ) {
      problems.push({
        field,
        code: 'other-agency',
        message: `${name}: tệp này thuộc cơ quan khác. Hãy tải tệp của cơ quan mình lên.`,
      })
    }
  }
  return problems
}
