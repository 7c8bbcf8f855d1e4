/**
 * What a request may say: unknown fields are refused, and so are values for fields that the system writes,
 * unless they merely repeat what is stored (a client that sends back what it read).
 */
import { isDeepStrictEqual } from 'node:util'
import type { Field, FlattenedField } from 'payload'
import type { Problem } from '../errors.ts'

/** Written by the database itself; clients send them back and we never take them. */
export const ownFields = ['createdAt', 'updatedAt'] as const

/** Names of unknown fields, as paths (`attachments.0.titel`). Rich text and JSON are not looked into. */
export function unknownFields(fields: readonly FlattenedField[], data: unknown, path = ''): string[] {
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return []
  return Object.entries(data).flatMap(([name, value]) => {
    const here = path + name
    const field = fields.find((candidate) => 'name' in candidate && candidate.name === name)
    if (!field)
      return name === 'id' || (path === '' && (ownFields as readonly string[]).includes(name)) ? [] : [here]
    if (field.type === 'array' && Array.isArray(value)) {
      return value.flatMap((row, index) => unknownFields(field.flattenedFields, row, `${here}.${index}.`))
    }
    if (field.type === 'group') return unknownFields(field.flattenedFields, value, `${here}.`)
    return []
  })
}

export const unknownFieldProblems = (fields: readonly FlattenedField[], data: unknown): Problem[] =>
  unknownFields(fields, data).map((field) => ({
    field,
    code: 'unknown-field',
    message: `Không có trường “${field}”. Hãy bỏ đi hoặc sửa lại tên.`,
  }))

/** Names of fields only the system writes: marked `custom: { system: true }`. */
export const systemFieldNames = (fields: readonly (Field | FlattenedField)[]): string[] =>
  fields.flatMap((field) =>
    'name' in field && (field.custom as { system?: boolean } | undefined)?.system ? [field.name] : [],
  )

const asIds = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(asIds)
  if (typeof value === 'object' && value !== null && 'id' in value && 'createdAt' in value)
    return (value as { id: unknown }).id
  return value
}

const isSame = (given: unknown, stored: unknown): boolean =>
  isDeepStrictEqual(asIds(given) ?? null, asIds(stored) ?? null) ||
  (given === '' && (stored === null || stored === undefined)) ||
  (Array.isArray(given) && given.length === 0 && (stored === null || stored === undefined))

/** System fields whose given value differs from the stored one. */
export function changedSystemFields(
  names: readonly string[],
  data: Record<string, unknown>,
  stored: Record<string, unknown> | null,
): string[] {
  return names.filter((name) => name in data && !isSame(data[name], stored?.[name]))
}
