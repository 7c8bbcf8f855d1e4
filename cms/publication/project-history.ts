/** The public history of an item as rows, and the items that its pages may name. */
import { hasAddress, type ItemRef } from '#domain/collections.ts'
import { refsIn } from '#domain/comparison/comparison.ts'
import { canonicalContent } from '#domain/content-hash.ts'
import type { ItemTruth, PublicEdition } from '#domain/item-truth.ts'
import { keptComparisons } from '#domain/public-history.ts'
import type { PublicEditionRow } from '#published/item-rows.ts'

/** Settings have no page that could tell a history. */
export const historyRows = ({ collection, history }: ItemTruth): PublicEditionRow[] =>
  hasAddress(collection) ? history.map(editionRow) : []

function editionRow({ number, liveAt, changeKind, changeNote, marks, hidden, content }: PublicEdition) {
  return {
    number,
    live_at: liveAt,
    change_kind: changeKind,
    change_note: changeNote ?? null,
    marks: JSON.stringify(marks),
    hidden_at: hidden?.at ?? null,
    hidden_note: hidden?.note ?? null,
    content: content ? canonicalContent(content) : null,
  }
}

/** Only what changed is told, so only items in changed fields can be named: `edition-3` and the item. */
export function historyMentions({ collection, history }: ItemTruth): [kind: string, target: ItemRef][] {
  if (!hasAddress(collection)) return []
  const kept = new Set(keptComparisons(history.map(({ number }) => number)))
  return history.flatMap(({ number, content }, index) => {
    const before = history[index - 1]?.content
    if (!kept.has(number) || !content || !before) return []
    return refsBetween(before, content).map((ref): [string, ItemRef] => [`edition-${number}`, ref])
  })
}

function refsBetween(before: object, after: object): ItemRef[] {
  const [old, now] = [before, after] as [Record<string, unknown>, Record<string, unknown>]
  const changed = [...new Set([...Object.keys(old), ...Object.keys(now)])].filter(
    (field) => canonicalContent(old[field]) !== canonicalContent(now[field]),
  )
  const refs = changed.flatMap((field) => [...refsIn(old[field]), ...refsIn(now[field])])
  return [...new Set(refs)] as ItemRef[]
}
