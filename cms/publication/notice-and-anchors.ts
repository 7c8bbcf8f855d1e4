/**
 * What stands on pages and comes from no edition: the site-wide notice and the audit's anchors. Kept as the CMS
 * last told them, also while there is no release to show them in; `undefined` until it has.
 */
import type { Anchor } from '#domain/anchors.ts'
import type { Notice } from '#domain/notice.ts'
import { changeAnchors } from './anchors.ts'
import type { ReadModel } from './apply.ts'
import { changeNotice, turnClock } from './notices.ts'

export type NoticeAndAnchors = { notice: Notice | null | undefined; anchors: Anchor[] | undefined }

/** Brings a fresh read model up to what was told, or to the minute, while it was made. */
export function putBeyondEditions(
  model: ReadModel,
  { notice, anchors }: NoticeAndAnchors,
  nowIso: string,
): void {
  if (notice !== undefined) changeNotice(model, notice, nowIso)
  else turnClock(model, nowIso)
  if (anchors !== undefined) changeAnchors(model, anchors)
}
