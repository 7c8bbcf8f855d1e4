/** The ledger of the audit's daily anchors, read. Written by `jobs/audit-anchors.ts`. */
import type { Payload, PayloadRequest, Where } from 'payload'
import type { Anchor } from '#domain/anchors.ts'

export type AnchorRow = Anchor & { id: string; at: string; toldAt?: string | null }

export const anchorRows = async (
  payload: Payload,
  { sort, limit = 0, req, where }: { sort: string; limit?: number; req?: PayloadRequest; where?: Where },
): Promise<AnchorRow[]> => {
  const { docs } = await payload.db.find<AnchorRow>({
    collection: 'audit-anchors',
    sort,
    limit,
    pagination: false,
    ...(req ? { req } : {}),
    ...(where ? { where } : {}),
  })
  return docs
}

/** All anchors, first to last, without what only the ledger knows of them. */
export const allAnchors = async (payload: Payload): Promise<Anchor[]> =>
  (await anchorRows(payload, { sort: 'day' })).map(({ day, number, seal, events, editions }) => ({
    ...{ day, number, seal, events, editions },
  }))
