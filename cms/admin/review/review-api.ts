/** The endpoints of the review screen, as the browser asks them. */
import type { FieldChange } from '#domain/comparison/comparison.ts'
import type { Returned } from '#domain/returned.ts'
import { address, ask, asPost, type Item } from '../workflow/workflow-api.ts'

export type BaseKind = 'live' | 'return'

export type ComparisonAnswer = {
  /** Content hash of the working copy that was compared. */
  revision: string
  /** What it was compared with; `null`: there is no such thing, and everything is new. */
  base: { kind: BaseKind | 'edition'; revision: string; at: string; number?: number } | null
  hasReturn: boolean
  hasLive: boolean
  changes: (FieldChange & { label: string })[]
  unchanged: { field: string; label: string }[]
}

export const askComparison = (item: Item, base: BaseKind) =>
  ask<ComparisonAnswer>(address(item, `comparison?with=${base}`))

export const tickReason = (item: Item, tick: { reason: string; isFixed: boolean; revision: string }) =>
  ask<{ returned: Returned }>(address(item, 'reasons'), asPost(tick))

/** The page of exactly this content. */
export const previewAddress = (item: Item, revision: string): string =>
  address(item, `preview?revision=${revision}`)

/** Where the review screen of an item stands. */
export const reviewPath = (collection: string, id: string | number): string =>
  `/admin/collections/${collection}/${encodeURIComponent(id)}/duyet`
