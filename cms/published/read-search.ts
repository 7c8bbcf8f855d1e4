/**
 * Search over live items. The tiers of `search-match.ts` are asked one after the other until a page is full;
 * inside a tier the best match comes first, among equals the newest. A tier with very many items is read
 * newest first instead: ranking tens of thousands of rows costs more than it tells.
 */
import type { AddressedCollection } from '#domain/collections.ts'
import type { DocumentContent } from '#domain/content.ts'
import type { Cards } from './cards.ts'
import type { ItemRow, Rows } from './rows.ts'
import { searchText } from './search-document.ts'
import { everythingMatch, matchTiers } from './search-match.ts'
import { parseSearchQuery, type SearchQuery } from './search-query.ts'
import { kindColumn, kindOfRow, rowOfKind } from './search-rows.ts'
import { markedTitle, snippet } from './search-snippet.ts'
import type { Reader, SearchHit, SearchKind, SearchResult } from './views.ts'

const defaultPageSize = 20
const maxPageSize = 50
const maxPages = 50
const rankedAtMost = 4000

/** Title above text, spelling above folded; the three first columns are not indexed. */
const best = 'bm25(search, 0, 0, 0, 12, 8, 2, 1, 4)'

export function readSearch(rows: Rows, cards: Cards): Pick<Reader, 'search'> {
  return {
    search({ query: input, kind, page = 1, pageSize = defaultPageSize }) {
      const query = parseSearchQuery(input)
      const size = clamp(pageSize, 1, maxPageSize)
      const facets = query.terms.length === 0 ? [] : countByKind(rows, query)
      const total = facets
        .filter((facet) => !kind || facet.kind === kind)
        .reduce((sum, { count }) => sum + count, 0)
      const pages = Math.min(maxPages, Math.ceil(total / size))
      const shown = clamp(page, 1, Math.max(1, pages))
      const found = total === 0 ? [] : rowNumbers(rows, query, shown * size, kind).slice((shown - 1) * size)
      return {
        query: query.text,
        total,
        page: shown,
        pages,
        hits: found.flatMap((row) => hitAt(rows, cards, query, row) ?? []),
        facets,
        ...(kind ? { kind } : {}),
        widened: query.widened,
      }
    },
  }
}

const clamp = (value: number, least: number, most: number): number =>
  Number.isFinite(value) ? Math.min(most, Math.max(least, Math.trunc(value))) : least

/** From the index alone: the kind is part of the row number. */
function countByKind(rows: Rows, query: SearchQuery): SearchResult['facets'] {
  return rows
    .all(
      `SELECT ${kindColumn} AS kind, count(*) AS count FROM search WHERE search MATCH ? GROUP BY 1 ORDER BY 1`,
      everythingMatch(query),
    )
    .map(({ kind, count }) => ({ kind: kindOfRow(kind as number), count: count as number }))
}

/** The first `wanted` rows, tier by tier. */
function rowNumbers(rows: Rows, query: SearchQuery, wanted: number, kind?: SearchKind): number[] {
  const found = new Set<number>()
  for (const match of matchTiers(query)) {
    for (const row of tierRows(rows, match, wanted, kind)) found.add(row)
    if (found.size >= wanted) break
  }
  return [...found].slice(0, wanted)
}

/** `wanted` rows fill the page even when an earlier tier already had most of them: those count too. */
function tierRows(rows: Rows, match: string, wanted: number, kind?: SearchKind): number[] {
  const ofKind = kind ? `AND ${kindColumn} = ${rowOfKind(kind)}` : ''
  const where = `FROM search WHERE search MATCH ? ${ofKind}`
  const size = rows.first(`SELECT count(*) AS size FROM (SELECT 1 ${where} LIMIT ${rankedAtMost + 1})`, match)
  const order = (size?.size as number) > rankedAtMost ? 'rowid DESC' : `${best}, rowid DESC`
  return rows
    .all(`SELECT rowid AS row ${where} ORDER BY ${order} LIMIT ?`, match, wanted)
    .map(({ row }) => row as number)
}

/** `null` when the item went away between the two questions. */
function hitAt(rows: Rows, cards: Cards, query: SearchQuery, row: number): SearchHit | null {
  const ref = rows.first('SELECT ref FROM search_rows WHERE row = ?', row)?.ref as string | undefined
  const item = ref ? rows.live(kindOfRow(row), ref) : null
  if (!item) return null
  return {
    kind: item.collection,
    path: item.path,
    title: item.title,
    ...kindFacts(item, cards),
    titleHtml: markedTitle(item.title, query),
    snippetHtml: snippet(searchText(item.collection, item.content), query),
  }
}

function kindFacts(item: ItemRow, cards: Cards): Pick<SearchHit, 'date' | 'number' | 'force'> {
  if (isOf(item, 'news')) return { date: item.publicDate }
  if (!isOf(item, 'documents')) return {}
  const { issuedOn, number }: DocumentContent = item.content
  return { date: issuedOn, ...(number ? { number } : {}), force: cards.force(item) }
}

const isOf = <C extends AddressedCollection>(item: ItemRow, collection: C): item is ItemRow<C> =>
  item.collection === collection
