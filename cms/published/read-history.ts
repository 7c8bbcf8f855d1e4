/** The public history of an item: its editions, and what any two of them say otherwise (decisions/024). */
import { changeKindNames, type ChangeKind } from '#domain/change-kinds.ts'
import { addressedCollections } from '#domain/collections.ts'
import { compareContents } from '#domain/comparison/comparison.ts'
import type { DocumentContent, PublicContent } from '#domain/content.ts'
import { localDay } from '#domain/dates.ts'
import { publicFieldName } from '#domain/public-field-names.ts'
import { routes } from '#domain/routes.ts'
import { liveTargetsOnly } from './live-targets.ts'
import type { ItemRow, Rows } from './rows.ts'
import { searchTitle } from './search-document.ts'
import type { ComparisonPage, FieldDifference, HistoryPage, PublicEditionView, Reader } from './views.ts'

export function readHistory(rows: Rows): Pick<Reader, 'history' | 'comparison'> {
  const itemAt = (path: string): ItemRow | null => {
    const row = rows.first('SELECT collection FROM items WHERE path = ? AND history > 0', path)
    const collection = addressedCollections.find((name) => name === row?.collection)
    return collection ? rows.atPath(collection, path) : null
  }
  const editionsOf = (item: ItemRow): PublicEditionView[] =>
    rows
      .all(
        `SELECT number, live_at, change_kind, change_note, marks, hidden_at, hidden_note
         FROM public_editions WHERE ref = ? ORDER BY number`,
        item.ref,
      )
      .map((row, index) => editionView(row, index > 0 ? item.path : null))
  const contentOf = ({ ref }: ItemRow, number: number): PublicContent | null => {
    const row = rows.first('SELECT content FROM public_editions WHERE ref = ? AND number = ?', ref, number)
    return row?.content ? (JSON.parse(row.content as string) as PublicContent) : null
  }

  return {
    history(itemPath) {
      const item = itemAt(itemPath)
      return item && { ...headOf(item), editions: editionsOf(item).reverse() }
    },

    comparison(itemPath, to, from): ComparisonPage | null {
      const item = itemAt(itemPath)
      if (!item) return null
      const editions = editionsOf(item)
      const index = editions.findIndex(({ number }) => number === to)
      const neighbour = editions[index - 1]
      const after = editions[index]
      const before = from === undefined ? neighbour : editions.find(({ number }) => number === from)
      if (!after || !before || before === after) return null
      const [old, now] = [contentOf(item, before.number), contentOf(item, after.number)]
      const isNeighbour = before === neighbour
      return {
        ...headOf(item),
        ...(isNeighbour && after.path ? { path: after.path } : {}),
        ...(isNeighbour && before.path
          ? { previous: { path: before.path, title: `Lần đăng ${before.number}` } }
          : {}),
        before,
        after,
        ...(now ? { title: searchTitle(item.collection, now) } : {}),
        changes: old && now ? differences(rows, item, [old, now], after) : null,
      }
    },
  }
}

const sections = { news: 'news', documents: 'documents', agencies: 'agencies', topics: 'news' } as const

function headOf({ collection, path, title, language, edition }: ItemRow): Omit<HistoryPage, 'editions'> {
  return {
    item: { path, title, language },
    section: sections[collection],
    edition,
    historyPath: routes.history(path),
  }
}

function editionView(row: Record<string, unknown>, itemPath: string | null): PublicEditionView {
  const number = row.number as number
  return {
    number,
    liveAt: row.live_at as string,
    changeKind: changeKindNames[row.change_kind as ChangeKind],
    ...(row.change_note ? { changeNote: row.change_note as string } : {}),
    marks: JSON.parse(row.marks as string) as PublicEditionView['marks'],
    ...(row.hidden_at
      ? { hidden: { at: row.hidden_at as string, note: (row.hidden_note as string | null) ?? '' } }
      : {}),
    ...(itemPath ? { path: routes.historyEdition(itemPath, number) } : {}),
  }
}

/** What one page may spend on comparing: less than a reviewer's screen, because readers ask for it. */
const budget = 1_000_000

/** Items are named as the live portal names them on the day of the item's page; those that are not live, not at all. */
function differences(
  rows: Rows,
  { collection, publicDate }: ItemRow,
  [old, now]: [PublicContent, PublicContent],
  { liveAt }: PublicEditionView,
): FieldDifference[] {
  const day =
    collection === 'documents'
      ? (now as DocumentContent).issuedOn
      : localDay(collection === 'news' ? publicDate : liveAt)
  const nameOf = (ref: string) => rows.link(ref, day)?.title ?? ''
  const [before, after] = [old, now].map((content) =>
    liveTargetsOnly(collection, content, (ref) => nameOf(ref) !== ''),
  ) as [Record<string, unknown>, Record<string, unknown>]
  return compareContents(collection, before, after, nameOf, { left: budget }).changes.map((change) => ({
    ...change,
    label: publicFieldName(collection, change.field),
  }))
}
