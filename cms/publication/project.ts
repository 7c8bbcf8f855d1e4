/**
 * From what is true of an item to its rows in the read model. Pure: the same truth gives the same rows.
 *
 * live: page, lists, search, files, 301 from former addresses · withdrawn: page and pictures only ·
 * redirected, gone: no page; its own and its former addresses answer 301 or 410.
 */
import { changeKindOf } from '#domain/change-kinds.ts'
import {
  hasAddress,
  type AddressedCollection,
  type ItemRef,
  type PublicCollection,
} from '#domain/collections.ts'
import type { ContentOf, NewsContent } from '#domain/content.ts'
import { canonicalContent } from '#domain/content-hash.ts'
import { localDay, yearMonth } from '#domain/dates.ts'
import type { ItemTruth } from '#domain/item-truth.ts'
import { lists } from '#published/lists.ts'
import { searchDocument } from '#published/search-document.ts'
import type { SearchRow } from '#published/search-rows.ts'
import { sortKey } from '#published/sort-keys.ts'
import { noRows, type ClosedRow, type ItemRow, type ItemRows, type Mention } from '#published/item-rows.ts'
import { historyMentions, historyRows } from './project-history.ts'
import { projectors } from './projectors/index.ts'
import { linksIn } from './projectors/links.ts'
import type { Projector } from './projectors/projector.ts'
import { publicFiles } from './projectors/uploads.ts'

export type Projection = { rows: ItemRows; search: SearchRow | null }

export const project = (truth: ItemTruth): Projection => ({
  rows: projectRows(truth),
  search: isFound(truth) ? searchRow({ ...truth, content: truth.edition.content }) : null,
})

/** Settings are shown everywhere and found nowhere. */
export const isFound = (truth: ItemTruth): truth is ItemTruth<AddressedCollection> =>
  truth.state === 'live' && hasAddress(truth.collection)

export function projectRows<C extends PublicCollection>(truth: ItemTruth<C>): ItemRows {
  const closed = hasAddress(truth.collection) ? closedAddresses(truth as ItemTruth<AddressedCollection>) : []
  if (truth.state === 'redirected' || truth.state === 'gone') return { ...noRows, closed }

  const { content, files } = truth.edition
  const projector = projectors[truth.collection] as Projector<C>
  return {
    item: itemRow(truth, truth.state, projector.title(content)),
    body: 'body' in content && content.body ? canonicalContent(content.body) : null,
    lists: truth.state === 'live' ? listEntries(truth, projector) : [],
    mentions: mentions(truth, projector),
    files: publicFiles(content, files, truth.state),
    editions: historyRows(truth),
    closed,
  }
}

/** What a live item is found by; nothing but its own row in `items` is needed for it. */
export function searchRow<C extends AddressedCollection>(item: {
  ref: ItemRef
  collection: C
  publicDate: string
  content: ContentOf[C]
}): SearchRow {
  const { ref, collection, publicDate, content } = item
  const projector = projectors[collection] as Projector<C>
  const day = projector.day?.(content) ?? localDay(publicDate)
  return { ref, collection, publicDate, day, ...searchDocument(collection, content) }
}

function itemRow(truth: ItemTruth, state: 'live' | 'withdrawn', title: string): ItemRow {
  const { edition } = truth
  const isWithdrawn = state === 'withdrawn'
  const { body: _, ...content } = edition.content as NewsContent
  return {
    ref: truth.ref,
    collection: truth.collection,
    state,
    path: truth.path,
    language: edition.content.language,
    title,
    edition: edition.number,
    hash: edition.hash,
    public_date: truth.publicDate,
    first_live_at: truth.firstLiveAt,
    last_live_at: truth.lastLiveAt,
    last_major_at: truth.lastMajorAt,
    change_kind: changeKindOf(edition),
    change_note: edition.changeNote ?? null,
    corrections: JSON.stringify(truth.corrections),
    withdrawn_at: isWithdrawn ? truth.stateAt : null,
    withdrawn_note: isWithdrawn ? (truth.note ?? null) : null,
    history: hasAddress(truth.collection) ? truth.history.length : 0,
    files: JSON.stringify(edition.files),
    content: canonicalContent(content),
  }
}

/** English items stand in the sitemap and are found by search; the lists of the portal are Vietnamese. */
function listEntries<C extends PublicCollection>(truth: ItemTruth<C>, projector: Projector<C>) {
  const { content } = truth.edition
  const month = yearMonth(truth.publicDate)
  const names = content.language === 'vi' ? projector.lists({ id: truth.id, content, month }) : []
  const sort = sortKey(truth.collection, content, truth.publicDate)
  const entries = [...new Set(names)].map((list) => ({ list, sort }))
  return [...entries, ...sitemapEntry(truth, projector)].sort((a, b) => compare(a.list, b.list))
}

/**
 * In the month of the day that orders the item: a portal that brings twenty thousand old documents with it
 * makes their months public, not one sitemap of them all.
 */
function sitemapEntry<C extends PublicCollection>(truth: ItemTruth<C>, projector: Projector<C>) {
  if (!hasAddress(truth.collection)) return []
  const { year, month } = yearMonth(projector.day?.(truth.edition.content) ?? truth.publicDate)
  return [{ list: lists.sitemapMonth(year, month), sort: truth.lastLiveAt }]
}

function mentions<C extends PublicCollection>(truth: ItemTruth<C>, projector: Projector<C>): Mention[] {
  const content: ContentOf[C] = truth.edition.content
  const drafts = [
    ...projector.mentions(content),
    ['translation', content.translationOf] as const,
    ...('body' in content ? linksIn(content.body) : []).map((target) => ['link', target] as const),
    ...historyMentions(truth),
  ]
  const unique = new Map(
    drafts.flatMap(([kind, to_ref]) => (to_ref ? [[`${kind} ${to_ref}`, { kind, to_ref }]] : [])),
  )
  return [...unique.values()].sort((a, b) => compare(a.kind, b.kind) || compare(a.to_ref, b.to_ref))
}

/** The title of a removed item is part of what was removed: it is not kept. */
function closedAddresses(truth: ItemTruth<AddressedCollection>): ClosedRow[] {
  const isOpen = truth.state === 'live' || truth.state === 'withdrawn'
  const former = truth.formerPaths.filter((path) => path !== truth.path)
  const paths = [...new Set(isOpen ? former : [truth.path, ...former])].sort()
  const at = isOpen ? truth.lastLiveAt : truth.stateAt
  if (truth.state === 'gone') {
    return paths.map((path) => ({
      path,
      status: 410,
      target: null,
      title: null,
      note: truth.note ?? null,
      at,
    }))
  }
  const target = isOpen ? truth.path : (truth.redirectTo ?? '/')
  return paths.map((path) => ({
    path,
    status: 301,
    target,
    title: null,
    note: isOpen ? null : (truth.note ?? null),
    at,
  }))
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
