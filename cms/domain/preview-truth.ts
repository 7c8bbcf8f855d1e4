/** What would be true of an item if its working copy were approved now: what a preview shows. */
import type { PublicCollection } from './collections.ts'
import type { ContentOf, StoredFile } from './content.ts'
import { localDay } from './dates.ts'
import type { EditionRecord, ItemTruth } from './item-truth.ts'
import { itemTruth } from './publish-truth.ts'

export type WorkingContent<C extends PublicCollection = PublicCollection> = {
  collection: C
  item: string
  /** What is written so far; anything may be missing. */
  content: Partial<ContentOf[C]>
  hash: string
  files: StoredFile[]
}

/**
 * Once approved, the edition itself: the live or withdrawn one when the working copy says nothing else, or the
 * one that waits for its time. Else the working copy as the next edition, approved `now` (ISO 8601 UTC).
 */
export function previewTruth<C extends PublicCollection>(
  working: WorkingContent<C>,
  editions: readonly EditionRecord<C>[],
  now: string,
): ItemTruth<C> {
  const last = editions.toSorted((a, b) => a.number - b.number).at(-1)
  const isLast = last?.hash === working.hash
  const present = isLast ? itemTruth(editions) : null
  if (present?.edition.id === last?.id && (present?.state === 'live' || present?.state === 'withdrawn'))
    return present
  const isWaiting = isLast && last.outcomes.length === 0
  const next: EditionRecord<C> = {
    ...(isWaiting ? last : asEdition(working, (last?.number ?? 0) + 1, now)),
    outcomes: [{ kind: 'live', at: now }],
  }
  const truth = itemTruth([...editions.filter((edition) => edition !== last || !isWaiting), next])
  if (!truth) throw new Error('an edition that is live has a truth')
  return truth
}

function asEdition<C extends PublicCollection>(
  { collection, item, content, hash, files }: WorkingContent<C>,
  number: number,
  now: string,
): EditionRecord<C> {
  const complete = { ...standIns(now)[collection], ...content }
  return { id: 'preview', collection, item, number, hash, content: complete, files, outcomes: [] }
}

/** What a page cannot be drawn without. They lead nowhere and say that the real words are missing. */
const standIns = (now: string): { [C in PublicCollection]: ContentOf[C] } => {
  const shared = { slug: 'ban-xem-truoc', language: 'vi' as const }
  return {
    news: { ...shared, title: '(chưa có tiêu đề)' },
    documents: {
      ...shared,
      family: 'other',
      type: 'CV',
      issuer: 'agencies/chua-chon',
      issuedOn: localDay(now),
      abstract: '(chưa có trích yếu)',
    },
    agencies: { ...shared, name: '(chưa có tên)', kind: 'khac' },
    topics: { ...shared, name: '(chưa có tên)' },
    settings: { ...shared, kind: 'home' },
  }
}
