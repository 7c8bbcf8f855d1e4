/** Which pages of an item's history stand as files, and which of them a change touches. */
import { keptComparisons } from '#domain/public-history.ts'
import { routes } from '#domain/routes.ts'
import type { ItemRows } from '#published/item-rows.ts'
import type { AffectedRoute, Priority } from './affected-route.ts'

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
 * edition is two pages, however many came before it. Those of an item that moved follow in the background: until
 * then the web server draws them when they are asked for, as it does those that are not kept as files.
 */
export function touchedHistory(before: ItemRows, after: ItemRows): AffectedRoute[] {
  const path = after.item?.path
  if (!path || after.editions.length < 2) return []
  const known = comparisonsIn(before)
  const told = [...comparisonsIn(after)].flatMap(([page, words]) => (known.get(page) === words ? [] : [page]))
  const hasMoved = before.item !== null && before.item.path !== path
  const touched = (page: string, priority: Priority): AffectedRoute => ({
    path: page,
    priority,
    why: 'các lần thay đổi của mục này',
  })
  return [touched(routes.history(path), 2), ...told.map((page) => touched(page, hasMoved ? 3 : 2))]
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
