import type { Payload } from 'payload'
import { reviewDueAt } from '#domain/due-times.ts'
import type { Work } from './work.ts'

/** Marks emergency publications that a second person should have read by `now` (ISO 8601 UTC). */
export async function markOverdueReviews(payload: Payload, work: Work, now: string): Promise<Work> {
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
    return due !== undefined && due < now ? { ...item, overdueSince: due } : item
  })
  return { ...work, items }
}
