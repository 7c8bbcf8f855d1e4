/**
 * What the public may see of one item, derived from its editions and their outcomes and nothing else.
 * This is the only thing publication ever learns about an item.
 */
import type { ChangeKind } from './change-kinds.ts'
import type { AddressedCollection, ItemRef, PublicCollection } from './collections.ts'
import type { ContentOf, StoredFile } from './content.ts'

/**
 * Appended to an edition, never rewritten. An edition without outcomes waits for its scheduled time. `hidden`: its
 * words are no longer told in the public history (it leaked something); what is live is not touched by it.
 */
export type Outcome = {
  kind: 'live' | 'superseded' | 'cancelled' | 'withdrawn' | 'redirected' | 'gone' | 'hidden'
  /** ISO 8601 UTC, real time. */
  at: string
  /** Public reason of `withdrawn`, `redirected`, `gone` and `hidden`. */
  note?: string
  /** Target path of `redirected`. */
  to?: string
}

export type PublicState = 'none' | 'live' | 'withdrawn' | 'redirected' | 'gone'

export type EditionRecord<C extends PublicCollection = PublicCollection> = {
  id: string
  collection: C
  item: string
  number: number
  hash: string
  content: ContentOf[C]
  files: StoredFile[]
  changeNote?: string
  /** Absent on editions from before kinds were kept: see `changeKindOf`. */
  changeKind?: ChangeKind | null
  emergency?: boolean
  outcomes: Outcome[]
}

/** Settings have no address. */
export type PathOf<C extends PublicCollection> = C extends AddressedCollection ? string : null

export type Correction = { at: string; note: string }

/** One edition as the public history tells it (decisions/024). */
export type PublicEdition<C extends PublicCollection = PublicCollection> = {
  number: number
  /** ISO 8601 UTC: when it first went live. */
  liveAt: string
  changeKind: ChangeKind
  changeNote?: string
  /** What became of it while it was the public one, in order; `note` is the public reason of a withdrawal. */
  marks: { kind: 'withdrawn' | 'restored'; at: string; note?: string }[]
} & ({ content: ContentOf[C]; hidden?: undefined } | { content: null; hidden: { at: string; note: string } })

export type ItemTruth<C extends PublicCollection = PublicCollection> = {
  ref: ItemRef
  collection: C
  id: string
  state: Exclude<PublicState, 'none'>
  /** The edition that is (or was last) live. */
  edition: EditionRecord<C>
  /**
   * Own address `/tin-tuc/…/` (`null` for settings, which other pages show), and the addresses it was live at
   * before (they answer 301).
   */
  path: PathOf<C>
  formerPaths: string[]
  /** ISO 8601 UTC: when edition 1 went live, when the present one did. */
  firstLiveAt: string
  lastLiveAt: string
  /** When the last edition that was more than a minor change went live; the first, if none since. */
  lastMajorAt: string
  /** What was corrected while public, newest first. */
  corrections: Correction[]
  /** Every edition that was public, oldest first. Empty while there is only one, and once readers cannot read the item. */
  history: PublicEdition<C>[]
  /** `originallyPublishedAt` of the first edition, else `firstLiveAt`: orders lists, chooses the month. */
  publicDate: string
  /** Since when and why the state is what it is; for `redirected`, where to. */
  stateAt: string
  note?: string
  redirectTo?: string
}

/**
 * What of an item's truth tells one truth from another, without a word of its content: editions never change and
 * outcomes are only appended, so that equal heads mean equal truths.
 */
export type ItemHead = {
  ref: ItemRef
  /** Number and content hash of the edition that is, or was last, live. */
  edition: number
  hash: string
  /** How many the edition has, and how many editions of the public history are hidden. */
  outcomes: number
  state: ItemTruth['state']
  stateAt: string
}
