/** The items that a text links to: any value that is a reference, wherever the editor's link node keeps it. */
import { addressedCollections, type ItemRef } from '#domain/collections.ts'

const reference = new RegExp(`^(?:${addressedCollections.join('|')})/[\\w-]+$`)

export function linksIn(value: unknown): ItemRef[] {
  const found = new Set<ItemRef>()
  const waiting: [key: string, value: unknown][] = [['', value]]
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [key, part] = next
    if (typeof part === 'string' && key !== 'text' && reference.test(part)) found.add(part as ItemRef)
    if (typeof part === 'object' && part !== null) waiting.push(...Object.entries(part))
  }
  return [...found]
}
