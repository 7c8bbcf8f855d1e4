/** Values for the fields of any collection, from its configuration: a new collection needs nothing here. */
import type { FlattenedField, SanitizedCollectionConfig } from 'payload'
import { systemFieldNames } from '#cms/workflow/known-fields.ts'

let count = 0

/** A value of the field's kind; another one each time where that is possible. */
export function valueFor(field: FlattenedField, ids: Record<string, string>): unknown {
  count += 1
  switch (field.type) {
    case 'email':
      return `nguoi-${count}@tinh.example`
    case 'number':
      return 1000 + count
    case 'checkbox':
      return true
    case 'date':
      return '2011-05-24T00:00:00.000Z'
    case 'json':
      return { count }
    case 'array':
      return []
    case 'select': {
      const options = field.options.map((option) => (typeof option === 'string' ? option : option.value))
      return field.hasMany ? [options[0]] : options[count % options.length]
    }
    case 'relationship':
    case 'upload': {
      const [to] = [field.relationTo].flat()
      const id = ids[String(to)]
      const value = Array.isArray(field.relationTo) ? { relationTo: to, value: id } : id
      return field.hasMany ? [value] : value
    }
    default:
      return `Chữ ${count}`
  }
}

export const isSame = (one: unknown, other: unknown): boolean =>
  JSON.stringify(one ?? null) === JSON.stringify(other ?? null)

/** A value that differs from the present one. */
export function anotherValue(field: FlattenedField, ids: Record<string, string>, present: unknown): unknown {
  for (let tries = 0; tries < 10; tries += 1) {
    const value = field.type === 'checkbox' ? present !== true : valueFor(field, ids)
    if (!isSame(value, present)) return value
  }
  return null
}

/** The choices of a field that each row must choose differently: there can be no more rows than choices. */
export function onlyOnce(fields: readonly FlattenedField[]): { name: string; choices: string[] } | null {
  const field = fields.find((candidate) => candidate.type === 'select' && candidate.unique === true)
  if (field?.type !== 'select') return null
  const choices = field.options.map((option) => (typeof option === 'string' ? option : option.value))
  return { name: field.name, choices }
}

/** The least that a row of the collection needs, none of it the system's; some titles are asked for by validation. */
export function leastData(
  { flattenedFields, admin }: Pick<SanitizedCollectionConfig, 'flattenedFields' | 'admin'>,
  ids: Record<string, string>,
): Record<string, unknown> {
  const system = systemFieldNames(flattenedFields)
  const once = onlyOnce(flattenedFields)
  const isNeeded = (field: FlattenedField) =>
    ('required' in field && field.required === true) || field.name === admin.useAsTitle
  const needed = Object.fromEntries(
    flattenedFields.flatMap((field) =>
      isNeeded(field) && !system.includes(field.name) && field.name !== 'id'
        ? [[field.name, valueFor(field, ids)]]
        : [],
    ),
  )
  // The last choice is left free by the rows of the fixture.
  return once ? { ...needed, [once.name]: once.choices.at(-1) } : needed
}

/** A file that the collection takes. */
export const smallFile = (collection: string) =>
  collection === 'media'
    ? { name: 'anh.png', mimetype: 'image/png', bytes: Buffer.from(pixel, 'base64') }
    : { name: 'tep.txt', mimetype: 'text/plain', bytes: Buffer.from('Chữ') }

const pixel =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='
