/** What the outbox holds that may go now, in the order in which it goes. */
import type { Payload, Where } from 'payload'
import type { PublicationRow } from '../workflow/publications.ts'
import { dueAt } from './due-at.ts'

/** Taking away is more urgent than adding. */
const removals = ['withdraw', 'remove', 'redirect', 'hide-edition']

export const isRemoval = ({ action }: PublicationRow): boolean => removals.includes(action)

/** A try that is further away than any pause between tries: the clock was put back since. */
const longestRetryMs = 120_000

function dueWhere(now: Date): Where[] {
  const at = now.toISOString()
  const absurd = new Date(now.getTime() + longestRetryMs).toISOString()
  return [
    ...dueAt(at),
    {
      or: [
        { nextTryAt: { exists: false } },
        { nextTryAt: { less_than_equal: at } },
        { nextTryAt: { greater_than: absurd } },
      ],
    },
  ]
}

/**
 * Up to `limit` publications: removals first, then in the order of their times (of equal times, of their
 * approvals). One question while fewer are waiting than asked for, two while there is a backlog.
 */
export async function duePublications(payload: Payload, now: Date, limit: number): Promise<PublicationRow[]> {
  const find = async (where: Where[]) => {
    const { docs } = await payload.db.find<PublicationRow>({
      collection: 'publications',
      where: { and: where },
      sort: ['dueAt', 'requestedAt', 'id'],
      limit,
      pagination: false,
    })
    return docs.map((row) => ({ ...row, id: String(row.id) }))
  }
  const next = await find(dueWhere(now))
  const urgent = next.length < limit ? [] : await find([...dueWhere(now), { action: { in: removals } }])
  const known = new Set(urgent.map(({ id }) => id))
  const rows = [...urgent, ...next.filter(({ id }) => !known.has(id))]
  return rows.sort((a, b) => Number(isRemoval(b)) - Number(isRemoval(a))).slice(0, limit)
}

/** The rows with everything else of their release sets that is due, whatever pause a failed try gave to one of them. */
export async function withWholeSets(
  payload: Payload,
  rows: readonly PublicationRow[],
  now: Date,
): Promise<PublicationRow[]> {
  const sets = [...new Set(rows.flatMap(({ releaseSet }) => releaseSet ?? []))]
  if (sets.length === 0) return [...rows]
  const { docs } = await payload.db.find<PublicationRow>({
    collection: 'publications',
    where: { and: [...dueAt(now.toISOString()), { releaseSet: { in: sets } }] },
    sort: ['dueAt', 'requestedAt', 'id'],
    limit: 0,
    pagination: false,
  })
  const known = new Set(rows.map(({ id }) => id))
  return [...rows, ...docs.map((row) => ({ ...row, id: String(row.id) })).filter(({ id }) => !known.has(id))]
}
