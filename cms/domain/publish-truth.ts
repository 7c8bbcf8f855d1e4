/**
 * What the public may see of an item, from its editions and their outcomes and nothing else. The relay, the
 * rebuild and `verify` all ask here, so they cannot disagree.
 */
import { changeKindOf, isMajor } from './change-kinds.ts'
import type { PublicCollection } from './collections.ts'
import type { NewsContent } from './content.ts'
import { itemRef } from './collections.ts'
import { isMoment, toUtc } from './dates.ts'
import type { Correction, EditionRecord, ItemHead, ItemTruth, Outcome, PathOf } from './item-truth.ts'
import { hiddenWords, hidingOf, publicHistory } from './public-history.ts'
import { itemPath } from './routes.ts'

/**
 * `null` while no edition was ever live. The latest edition that was live decides; its last outcome is the
 * item's state (`restore` appends another `live`). Editions that wait for their time, or whose schedule was
 * cancelled, are invisible. Editions may come in any order; outcomes are in the order they were appended.
 */
export function itemTruth<C extends PublicCollection>(
  editions: readonly EditionRecord<C>[],
): ItemTruth<C> | null {
  const found = standing(editions)
  if (!found) return null
  const { shown, first, present, last } = found
  const [firstLiveAt, lastLiveAt] = [firstLive(first)?.at, firstLive(present)?.at]
  if (!firstLiveAt || !lastLiveAt) return null

  const path = pathOf(present)
  return {
    ref: itemRef(present.collection, present.item),
    collection: present.collection,
    id: present.item,
    state: last.kind,
    edition: present,
    path: path as PathOf<C>,
    formerPaths: [...new Set(shown.flatMap((edition) => pathOf(edition) ?? []))].filter(
      (former) => former !== path,
    ),
    firstLiveAt,
    lastLiveAt,
    lastMajorAt: liveAt(shown.findLast((edition) => isMajor(changeKindOf(edition)))) ?? firstLiveAt,
    corrections: correctionsAmong(shown),
    history: isReadable(last.kind) ? publicHistory(shown) : [],
    publicDate: originalDate(first) ?? firstLiveAt,
    stateAt: last.at,
    ...(last.kind !== 'live' && last.note ? { note: last.note } : {}),
    ...(last.kind === 'redirected' && last.to ? { redirectTo: last.to } : {}),
  }
}

export type EditionHead = Pick<EditionRecord, 'collection' | 'item' | 'number' | 'hash' | 'outcomes'>

/** The head of what `itemTruth` says of the same editions; `null` where it is. */
export function itemHead(editions: readonly EditionHead[]): ItemHead | null {
  const found = standing(editions)
  if (!found) return null
  const { shown, present, last } = found
  const hasHistory = shown.length > 1 && isReadable(last.kind)
  const hidden = hasHistory ? shown.filter(hidingOf).length : 0
  return {
    ref: itemRef(present.collection, present.item),
    edition: present.number,
    hash: present.hash,
    outcomes: present.outcomes.length + hidden,
    state: last.kind,
    stateAt: last.at,
  }
}

/** The editions that were ever live, in order, and what became of the latest; `null` when there is none. */
function standing<E extends EditionHead>(editions: readonly E[]) {
  const shown = editions.filter((edition) => firstLive(edition) !== null).sort((a, b) => a.number - b.number)
  const [first, present] = [shown[0], shown.at(-1)]
  const last = present?.outcomes.findLast(isPublicOutcome)
  return first && present && last ? { shown, first, present, last } : null
}

type PublicOutcome = Outcome & { kind: ItemTruth['state'] }

/**
 * `superseded`, `cancelled` and `hidden` say nothing about the item: the newer edition that caused the first one
 * decides, a cancelled edition was never live, and only an edition that is no longer the public one is hidden.
 */
const isPublicOutcome = (outcome: Outcome): outcome is PublicOutcome =>
  outcome.kind !== 'superseded' && outcome.kind !== 'cancelled' && outcome.kind !== 'hidden'

const isReadable = (state: ItemTruth['state']): boolean => state === 'live' || state === 'withdrawn'

const firstLive = (edition: Pick<EditionRecord, 'outcomes'>): Outcome | null =>
  edition.outcomes.find(({ kind }) => kind === 'live') ?? null

const liveAt = (edition: EditionRecord | undefined): string | undefined =>
  edition && (firstLive(edition)?.at ?? undefined)

const correctionsAmong = (shown: readonly EditionRecord[]): Correction[] =>
  shown
    .filter((edition) => changeKindOf(edition) === 'correction')
    .map((edition) => ({
      at: liveAt(edition) ?? '',
      note: hidingOf(edition) ? hiddenWords : (edition.changeNote ?? ''),
    }))
    .reverse()

function pathOf(edition: EditionRecord): string | null {
  const { slug, language } = edition.content
  const issuedOn = 'issuedOn' in edition.content ? edition.content.issuedOn : undefined
  return itemPath({ collection: edition.collection, slug, language, issuedOn })
}

/** Frozen with the first edition: later ones cannot move an item to another month. */
function originalDate(first: EditionRecord): string | null {
  const { originallyPublishedAt } = first.content as NewsContent
  return first.collection === 'news' && isMoment(originallyPublishedAt) ? toUtc(originallyPublishedAt) : null
}
