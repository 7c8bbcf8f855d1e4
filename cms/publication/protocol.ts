/**
 * What the relay (which knows the CMS database) and the publisher (which knows the read model and the
 * public tree) say to each other. The publisher lives in a worker thread and never opens the CMS
 * database; it learns about items as `ItemTruth` and nothing else.
 */
import type { ItemRef } from '#domain/collections.ts'
import type { Anchor } from '#domain/anchors.ts'
import type { Notice } from '#domain/notice.ts'
import type { ItemHead, ItemTruth } from '#domain/item-truth.ts'
import type { PublicationFault } from './errors.ts'

/** The public truth of one item as it is now; `null` when nothing of it was ever public. */
export type PublishRequest = {
  publicationId: string
  ref: ItemRef
  truth: ItemTruth | null
  /** Requests of one set in one call go out together or not at all. */
  set?: string
}

/** The item's own routes were read back from disk with the right bytes (or found absent). */
export type PublishReceipt = {
  publicationId: string
  /** Addresses that changed, the item's own page first. */
  urls: string[]
  /** ISO 8601 UTC. */
  liveAt: string
  written: number
  removed: number
  /** Knock-on routes left for the background. */
  knockOn: number
}

/** `code` is a `PublicationFault` where there is one. */
export type PublishFailure = { message: string; code?: PublicationFault }
export type PublishOutcome = { receipt: PublishReceipt } | { failure: PublishFailure }

export type VerifyReport = {
  items: number
  routes: number
  /** What was wrong, in Vietnamese, one line each; empty when nothing was. */
  problems: string[]
  repaired: number
}

export type RebuildProgress = {
  phase: 'items' | 'pages' | 'files' | 'check' | 'switch'
  done: number
  total: number
}

/**
 * All items that are or were public, streamed in a stable order: the source of rebuild and verify. `isComing`,
 * asked after the truth was read: a change of the item is due and not out yet, so that verify leaves it alone.
 */
export type TruthSource = () => AsyncIterable<ItemTruth & { isComing?: boolean }>

/**
 * What a rebuild asks where the rows of the present release may serve again (carry-rows.ts): the heads of the same
 * items in the same order, then the truths of the few whose head is another.
 */
export type HeadSource = {
  heads(): AsyncIterable<ItemHead>
  truths(refs: ItemRef[]): AsyncIterable<ItemTruth>
}

export type PublisherSettings = {
  dataDir: string
  mediaDir: string
  publicUrl: string
  /** The built site's server entry. */
  siteEntry: string
}

export type RebuildOptions = { isForced?: boolean; heads?: HeadSource }
/** `isCarried`: its rows are those of the release before. */
export type Rebuilt = { items: number; routes: number; release: string; isCarried: boolean }

export type Publisher = {
  /** Applies, renders, writes, reads back. Repeatable; refuses what is older than what it has. */
  publish(request: PublishRequest): Promise<PublishReceipt>
  /** The same for several at once, an outcome for each; lists they share are rendered once. */
  publishMany(requests: PublishRequest[]): Promise<PublishOutcome[]>
  /** Renders up to `limit` stale routes of the background; returns how many are left. */
  renderStale(limit: number): Promise<{ left: number; failed: number }>
  /** Marks the routes stale whose words depend on the day (force of documents), when the day changed. */
  turnDay(today: string): Promise<number>
  /**
   * A repair or rebuild that would remove more than a fifth of the pages rejects with `too-many-removals` unless
   * it `isForced`.
   */
  verify(source: TruthSource, options: { repair: boolean; isForced?: boolean }): Promise<VerifyReport>
  /** From the editions; with `heads` from the rows of the present release where they are proved to be those of the editions. */
  rebuild(
    source: TruthSource,
    onProgress?: (progress: RebuildProgress) => void,
    options?: RebuildOptions,
  ): Promise<Rebuilt>
  /**
   * Switches readers back to the release before the current one and holds it: until the next rebuild nothing
   * is published, rendered or repaired. Rejects with `no-earlier-release` when none was kept.
   */
  rollback(): Promise<{ release: string; from: string }>
  /**
   * Makes this the site-wide notice. Home and section fronts are out when it resolves, the other pages follow at
   * knock-on priority; resolves with how many there are, 0 when readers see no difference. Without a release,
   * and while one is held, it is kept for the next rebuild.
   */
  setNotice(notice: Notice | null): Promise<number>
  /** The same when a notice begins or ends at its minute. */
  turnClock(nowIso: string): Promise<number>
  /**
   * Makes these the audit's daily anchors, all of them, first to last. Their pages are drawn with the knock-on
   * renders; resolves with how many wait, 0 when readers see no difference. Kept like the notice.
   */
  setAnchors(anchors: Anchor[]): Promise<number>
  close(): Promise<void>
}

/** Named points at which the crash tests kill the process: `CRASH_AT=<name>` (tests only). */
export const crashPoints = [
  'transition-before-commit',
  'transition-after-commit',
  'relay-after-claim',
  'apply-inside',
  'apply-after',
  'render-after',
  'write-after-temp',
  'write-after-rename',
  'write-after-directory-sync',
  'settle-before',
  'settle-after',
  'rebuild-after-copy',
  'rebuild-before-switch',
  'rebuild-after-switch',
] as const
export type CrashPoint = (typeof crashPoints)[number]
