/** The moderators' queue as a list: its order, its filters and its ages. Who may see it is not asked here. */
import type { PublicCollection } from './collections.ts'

export type QueueEntry = {
  collection: PublicCollection
  id: string
  /** ISO 8601 UTC, as all moments here. */
  submittedAt: string
  dueAt: string
  /** Id of the moderator whose claim holds; `null`: nobody's. */
  claimedBy: string | null
}

export const queueFilters = ['all', 'unclaimed', 'mine', 'overdue'] as const
export type QueueFilter = (typeof queueFilters)[number]

export const isLate = ({ dueAt }: Pick<QueueEntry, 'dueAt'>, now: string): boolean => dueAt < now

/** What is due first comes first, so that everything overdue stands above the rest. */
export const inQueueOrder = <E extends QueueEntry>(entries: readonly E[]): E[] =>
  entries.toSorted(
    (a, b) => compare(a.dueAt, b.dueAt) || compare(a.submittedAt, b.submittedAt) || compare(a.id, b.id),
  )

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

type Asked = { person: string; now: string }

const tests: Record<QueueFilter, (entry: QueueEntry, asked: Asked) => boolean> = {
  all: () => true,
  unclaimed: ({ claimedBy }) => claimedBy === null,
  mine: ({ claimedBy }, { person }) => claimedBy === person,
  overdue: (entry, { now }) => isLate(entry, now),
}

export const filtered = <E extends QueueEntry>(
  entries: readonly E[],
  filter: QueueFilter,
  asked: Asked,
): E[] => entries.filter((entry) => tests[filter](entry, asked))

export const countByFilter = (entries: readonly QueueEntry[], asked: Asked): Record<QueueFilter, number> => ({
  all: entries.length,
  unclaimed: filtered(entries, 'unclaimed', asked).length,
  mine: filtered(entries, 'mine', asked).length,
  overdue: filtered(entries, 'overdue', asked).length,
})

const hourMs = 60 * 60_000
const ages = [
  { name: 'hours', belowMs: 4 * hourMs },
  { name: 'day', belowMs: 24 * hourMs },
  { name: 'days', belowMs: 72 * hourMs },
  { name: 'longer', belowMs: Infinity },
] as const
/** Since its submission: under 4 hours, under a day, under three days, longer. */
export type QueueAge = (typeof ages)[number]['name']

export function countByAge(
  entries: readonly Pick<QueueEntry, 'submittedAt'>[],
  now: string,
): Record<QueueAge, number> {
  const counts = { hours: 0, day: 0, days: 0, longer: 0 }
  for (const { submittedAt } of entries) {
    const waited = Date.parse(now) - Date.parse(submittedAt)
    const { name } = ages.find(({ belowMs }) => waited < belowMs) ?? ages[3]
    counts[name] += 1
  }
  return counts
}

export const queuePageSize = 25

/** One page, counted from 1; a number beyond the last page, or none, is brought back to one that exists. */
export function pageOf<E>(
  entries: readonly E[],
  wanted: number,
): { page: number; pages: number; shown: E[] } {
  const pages = Math.max(1, Math.ceil(entries.length / queuePageSize))
  const page = Number.isInteger(wanted) ? Math.min(Math.max(wanted, 1), pages) : 1
  return { page, pages, shown: entries.slice((page - 1) * queuePageSize, page * queuePageSize) }
}
