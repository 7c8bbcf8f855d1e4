import type { Payload } from 'payload'
import { reviewDueAt } from '#domain/due-times.ts'
import type { Work } from './work.ts'

/** Says by when a second person is to read emergency publications, and whether that is over at `now` (ISO 8601 UTC). */
export async function withReviewDue(payload: Payload, work: Work, now: string): Promise<Work> {
  const ids = work.items.flatMap(({ liveEdition }) => liveEdition ?? [])
  if (ids.length === 0) return work
  const { docs } = await payload.db.find<{ id: string; approvedAt: string }>({
    collection: 'editions',
    where: { id: { in: ids } },
    select: { approvedAt: true },
    limit: ids.length,
    pagination: false,
  })
  const dueAt = new Map(docs.map(({ id, approvedAt }) => [String(id), reviewDueAt(approvedAt)]))
  const items = work.items.map((item) => {
    const due = dueAt.get(item.liveEdition ?? '')
    return due === undefined ? item : { ...item, due: { at: due, isOver: due < now } }
  })
  return { ...work, items }
}
