/** Reads the public truth of items from their editions: the only bridge from the CMS database to publication. */
import type { Payload } from 'payload'
import { publicCollections, type PublicCollection } from '#domain/collections.ts'
import type { EditionRecord, ItemTruth } from '#domain/item-truth.ts'
import { itemTruth } from '#domain/publish-truth.ts'
import { editionsOf, type EditionRow } from '../workflow/editions.ts'

/** One item as the public may see it now; `null` when nothing of it was ever live. */
export async function truthOf(
  payload: Payload,
  collection: PublicCollection,
  item: string,
): Promise<ItemTruth | null> {
  return itemTruth(await editionsOf(payload, collection, item))
}

const pageSize = 200

/** What the public may see hangs on these alone; the working copy, as large again, is neither read nor handed on. */
const publicFields = {
  collection: true,
  item: true,
  number: true,
  hash: true,
  content: true,
  files: true,
  changeNote: true,
  changeKind: true,
  emergency: true,
  outcomes: true,
} as const satisfies Record<Exclude<keyof EditionRecord, 'id'>, true>

/**
 * Every item that is or was public, collection by collection, in order of id. Reads the first editions page
 * by page (keyset, so its cost per item does not grow), then each item's own editions.
 */
export async function* allTruths(payload: Payload): AsyncIterable<ItemTruth> {
  for (const collection of publicCollections) {
    for (let after = ''; ;) {
      const { docs } = await payload.db.find<EditionRow>({
        collection: 'editions',
        where: { and: [{ collection: { equals: collection } }, { item: { greater_than: after } }] },
        sort: 'item',
        limit: pageSize,
        pagination: false,
        select: publicFields,
      })
      const last = docs.at(-1)
      if (!last) break
      // A page may end inside an item's editions: that item is read whole with the next page.
      const isLastPage = docs.length < pageSize
      const byItem = Map.groupBy(docs, ({ item }) => item)
      const items = [...byItem.keys()]
      const complete = isLastPage || items.length === 1 ? items : items.slice(0, -1)
      for (const item of complete) {
        const own = byItem.get(item) ?? []
        const truth = itemTruth(
          isLastPage || items.length > 1 ? withDefaults(own) : await editionsOf(payload, collection, item),
        )
        if (truth) yield truth
      }
      after = complete.at(-1) ?? last.item
      if (isLastPage) break
    }
  }
}

const withDefaults = (rows: EditionRow[]): EditionRow[] =>
  rows
    .map((row) => ({ ...row, id: String(row.id), outcomes: row.outcomes ?? [], files: row.files ?? [] }))
    .sort((a, b) => a.number - b.number)
