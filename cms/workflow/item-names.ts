/**
 * What related items are called, for a person who may not be allowed to read them: by the words of their live
 * edition, else, for those who may read the working copy, by that.
 */
import type { Payload } from 'payload'
import type { PublicCollection } from '#domain/collections.ts'
import { formatDay, isDay } from '#domain/dates.ts'
import { documentTypeName } from '#domain/document-types.ts'
import type { Person } from '../access/person.ts'
import { mayReach } from './guard.ts'
import { isPublicCollection, textOf, titlePath } from './item.ts'

type Words = Record<string, unknown>

/** Enough for a page; what is beyond is told by its id. */
const namedAtMost = 300

/** @param refs `collection/id`. @returns the name of any of them; one that cannot be named says why. */
export async function itemNames(
  payload: Payload,
  person: Person,
  refs: readonly string[],
): Promise<(ref: string) => string> {
  const names = new Map<string, string>()
  for (const [collection, ids] of byCollection(refs.slice(0, namedAtMost))) {
    const { docs } = await payload.db.find<Words & { id: string }>({
      collection,
      where: { id: { in: ids } },
      limit: ids.length,
      pagination: false,
    })
    const live = await liveWords(payload, docs)
    for (const row of docs) {
      const words = live.get(String(row.id)) ?? (mayReach(person, 'read', collection, row) ? row : null)
      names.set(`${collection}/${row.id}`, words ? nameIn(collection, words) : 'mục chưa lên Cổng')
    }
  }
  return (ref) => names.get(ref) ?? 'mục không còn'
}

function byCollection(refs: readonly string[]): Map<PublicCollection, string[]> {
  const groups = new Map<PublicCollection, string[]>()
  for (const ref of refs) {
    const slash = ref.indexOf('/')
    const collection = ref.slice(0, slash)
    if (isPublicCollection(collection))
      groups.set(collection, [...(groups.get(collection) ?? []), ref.slice(slash + 1)])
  }
  return groups
}

/** Contents of live editions by the id of their item. */
async function liveWords(payload: Payload, rows: Words[]): Promise<Map<string, Words>> {
  const ids = rows.filter(({ publicState }) => publicState === 'live').map((row) => textOf(row.liveEdition))
  if (ids.length === 0) return new Map()
  const { docs } = await payload.db.find<{ id: string; item: string; content: Words }>({
    collection: 'editions',
    where: { id: { in: ids } },
    limit: ids.length,
    pagination: false,
  })
  return new Map(docs.map(({ item, content }) => [item, content]))
}

/** `Chỉ thị 21/CT-UBND ngày 04/09/2007`, or a title. */
function nameIn(collection: PublicCollection, words: Words): string {
  const title = textOf(words[titlePath[collection]]) || 'chưa có tên'
  if (collection !== 'documents' || !textOf(words.number)) return title
  const day = isDay(words.issuedOn) ? ` ngày ${formatDay(words.issuedOn)}` : ''
  return `${documentTypeName(textOf(words.type))} ${textOf(words.number)}${day}`
}
