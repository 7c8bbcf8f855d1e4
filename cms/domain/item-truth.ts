/**
 * What the public may see of one item, derived from its editions and their outcomes and nothing else.
 * This is the only thing publication ever learns about an item.
 */
import type { ChangeKind } from './change-kinds.ts'
import type { AddressedCollection, ItemRef, PublicCollection } from './collections.ts'
import type { ContentOf, StoredFile } from './content.ts'

/** Appended to an edition, never rewritten. An edition without outcomes waits for its scheduled time. */
export type Outcome = {
  kind: 'live' | 'superseded' | 'cancelled' | 'withdrawn' | 'redirected' | 'gone'
  /** ISO 8601 UTC, real time. */
  at: string
  /** Public reason of `withdrawn`, `redirected` and `gone`. */
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
  /** `originallyPublishedAt` of the first edition, else `firstLiveAt`: orders lists, chooses the month. */
  publicDate: string
  /** Since when and why the state is what it is; for `redirected`, where to. */
  stateAt: string
  note?: string
  redirectTo?: string
}
