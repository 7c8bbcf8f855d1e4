/** Whose text a step decides about: nobody decides about their own. */
import type { Action } from '#domain/workflow.ts'
import type { Frozen } from './content/content-of.ts'
import type { EditionRow } from './editions.ts'
import type { WorkingCopy } from './item.ts'

/** Ids of those who wrote since the last live edition, editors of the uploads included; for `review`, those behind that edition itself. */
export function authorsInQuestion(
  action: Action,
  item: WorkingCopy,
  frozen: Frozen,
  editions: EditionRow[],
): string[] {
  const last = editions.findLast(({ outcomes }) => outcomes.some(({ kind }) => kind === 'live'))
  if (action === 'review') return last ? [...last.contributors, last.approvedBy] : []
  return [...new Set([...item.contributors, ...frozen.uploads.editorsSince(last?.approvedAt ?? '')])]
}
