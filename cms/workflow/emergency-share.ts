/** How many of the latest editions were emergency publications, counted. */
import type { Payload, Where } from 'payload'
import { shareDays, type EditionCounts, type EmergencyShare } from '#domain/emergency-share.ts'
import { before } from '#domain/mail-delivery.ts'

const dayMs = 24 * 60 * 60_000

/** Over the last 30 and 90 days before `now` (ISO 8601 UTC). */
export const emergencyShares = (payload: Payload, now: string): Promise<EmergencyShare[]> =>
  Promise.all(
    shareDays.map(async (days) => {
      const since: Where = { approvedAt: { greater_than: before(now, days * dayMs) } }
      const [emergency, all] = await Promise.all([
        counts(payload, [since, { emergency: { equals: true } }]),
        counts(payload, [since]),
      ])
      return { days, emergency, all }
    }),
  )

async function counts(payload: Payload, and: Where[]): Promise<EditionCounts> {
  const count = async (more: Where) =>
    (await payload.db.count({ collection: 'editions', where: { and: [...and, more] } })).totalDocs
  const [first, next] = await Promise.all([
    count({ number: { equals: 1 } }),
    count({ number: { greater_than: 1 } }),
  ])
  return { first, next }
}
