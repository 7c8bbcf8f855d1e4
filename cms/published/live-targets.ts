import type { AddressedCollection } from '#domain/collections.ts'
import { comparedFields, type ComparedField } from '#domain/comparison/compared-fields.ts'
import { refsIn } from '#domain/comparison/comparison.ts'

/**
 * A content without the items it points at that are not live: they are not mentioned anywhere. Links inside a text
 * keep their words, as on the item's own page.
 */
export function liveTargetsOnly(
  collection: AddressedCollection,
  content: object,
  isLive: (ref: string) => boolean,
): Record<string, unknown> {
  const table: Readonly<Record<string, ComparedField>> = comparedFields[collection]
  const stands = (entry: unknown) => refsIn(entry).every(isLive)
  return Object.fromEntries(
    Object.entries(content).flatMap(([field, value]: [string, unknown]) => {
      if (table[field]?.kind !== 'entries') return [[field, value]]
      if (!Array.isArray(value)) return stands(value) ? [[field, value]] : []
      const left = (value as unknown[]).filter(stands)
      return left.length > 0 ? [[field, left]] : []
    }),
  )
}
