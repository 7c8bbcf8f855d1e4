/** Which pages of an item's history stand as files, and which of them a change touches. */
import { keptComparisons } from '#domain/public-history.ts'
import { routes } from '#domain/routes.ts'
import type { ItemRows } from '#published/write.ts'
import type { AffectedRoute } from './affected-route.ts'

/** The history of the item at `path` and its latest comparisons; none without history. @param numbers in rising order. */
export function historyPages(path: string, numbers: readonly number[]): string[] {
  if (numbers.length < 2) return []
  return [
    routes.history(path),
    ...keptComparisons(numbers).map((number) => routes.historyEdition(path, number)),
  ]
}

export const historyPagesOf = ({ item, editions }: ItemRows): string[] =>
  item?.path
    ? historyPages(
        item.path,
        editions.map(({ number }) => number),
      )
    : []

/**
 * The history itself at every publication, its comparisons only when something that they tell is new: one new
 * edition is two pages, however many came before it.
 */
export function touchedHistory(before: ItemRows, after: ItemRows): AffectedRoute[] {
  const known = comparisonsIn(before)
  const path = after.item?.path
  const told = [...comparisonsIn(after)].flatMap(([page, words]) => (known.get(page) === words ? [] : [page]))
  return [...(path && after.editions.length > 1 ? [routes.history(path)] : []), ...told].map((page) => ({
    path: page,
    priority: 2,
    why: 'các lần thay đổi của mục này',
  }))
}

/** Pages with all that they tell, as comparable text. */
function comparisonsIn({ item, editions }: ItemRows): Map<string, string> {
  if (!item?.path) return new Map()
  const { path } = item
  const kept = new Set(keptComparisons(editions.map(({ number }) => number)))
  return new Map(
    editions.flatMap((edition, index) =>
      kept.has(edition.number)
        ? [
            [
              routes.historyEdition(path, edition.number),
              JSON.stringify([
                editions[index - 1],
                edition,
                item.withdrawn_at,
                item.withdrawn_note,
                index === 1,
              ]),
            ] as const,
          ]
        : [],
    ),
  )
}
