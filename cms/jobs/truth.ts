/** Reads the public truth of items from their editions: the only bridge from the CMS database to publication. */
import type { Payload } from 'payload'
import { publicCollections, type ItemRef, type PublicCollection } from '#domain/collections.ts'
import type { EditionRecord, ItemHead, ItemTruth } from '#domain/item-truth.ts'
import type { HeadSource } from '#cms/publication/protocol.ts'
import { itemHead, itemTruth, type EditionHead } from '#domain/publish-truth.ts'
import { editionsOf, type EditionRow } from '../workflow/editions.ts'

/** One item as the public may see it now; `null` when nothing of it was ever live. */
export async function truthOf(
  payload: Payload,
  collection: PublicCollection,
  item: string,
): Promise<ItemTruth | null> {
  return itemTruth(await editionsOf(payload, collection, item))
}

/** The same for each of some items, in their order; what was never live is left out. */
async function* truthsOf(payload: Payload, refs: ItemRef[]): AsyncIterable<ItemTruth> {
  for (const ref of refs) {
    const [collection, item] = ref.split('/') as [PublicCollection, string]
    const truth = await truthOf(payload, collection, item)
    if (truth) yield truth
  }
}

/** Every item that is or was public, collection by collection, in order of id. */
export async function* allTruths(payload: Payload): AsyncIterable<ItemTruth> {
  for await (const editions of eachItem<EditionRow>(payload, publicFields, 200)) {
    const truth = itemTruth(withDefaults(editions))
    if (truth) yield truth
  }
}

/** The heads of the same items in the same order: a fifth of the time, because no content is read. */
export async function* allHeads(payload: Payload): AsyncIterable<ItemHead> {
  for await (const editions of eachItem<EditionHead>(payload, headFields, 1000)) {
    const head = itemHead(editions.map((row) => ({ ...row, outcomes: row.outcomes ?? [] })))
    if (head) yield head
  }
}

/** For a rebuild that may carry rows over. */
export const headSource = (payload: Payload): HeadSource => ({
  heads: () => allHeads(payload),
  truths: (refs) => truthsOf(payload, refs),
})

const headFields = {
  collection: true,
  item: true,
  number: true,
  hash: true,
  outcomes: true,
} as const satisfies Record<keyof EditionHead, true>

/** What the public may see hangs on these alone; the working copy, as large again, is neither read nor handed on. */
const publicFields = {
  ...headFields,
  content: true,
  files: true,
  changeNote: true,
  changeKind: true,
  emergency: true,
} as const satisfies Record<Exclude<keyof EditionRecord, 'id'>, true>

/**
 * The editions of each item. Page by page (keyset, so that the cost of an item does not grow); where a page ends
 * inside an item, that one is read whole with the next page.
 */
async function* eachItem<Row extends EditionHead>(
  payload: Payload,
  select: Record<string, true>,
  pageSize: number,
): AsyncIterable<Row[]> {
  for (const collection of publicCollections) {
    for (let after = ''; ;) {
      const { docs } = await payload.db.find<Row>({
        collection: 'editions',
        where: { and: [{ collection: { equals: collection } }, { item: { greater_than: after } }] },
        sort: 'item',
        limit: pageSize,
        pagination: false,
        select,
      })
      const last = docs.at(-1)
      if (!last) break
      const isLastPage = docs.length < pageSize
      const byItem = Map.groupBy(docs, ({ item }) => item)
      const items = [...byItem.keys()]
      const complete = isLastPage || items.length === 1 ? items : items.slice(0, -1)
      for (const item of complete) {
        const isWhole = isLastPage || items.length > 1
        yield isWhole
          ? (byItem.get(item) ?? [])
          : ((await editionsOf(payload, collection, item)) as EditionHead[] as Row[])
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
