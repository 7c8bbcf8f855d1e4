/** Agencies as the workflow asks for them, in a few statements whatever their number. */
import type { Payload, PayloadRequest } from 'payload'
import { idOf } from '../access/person.ts'

/** Present names by id; of all agencies unless `ids` says of which. */
export async function agencyNames(payload: Payload, ids?: readonly string[]): Promise<Map<string, string>> {
  if (ids?.length === 0) return new Map()
  const { docs } = await payload.db.find<{ id: string; name?: string }>({
    collection: 'agencies',
    ...(ids ? { where: { id: { in: [...new Set(ids)] } } } : {}),
    select: { name: true },
    limit: 0,
    pagination: false,
  })
  return new Map(docs.map(({ id, name }) => [String(id), name ?? '']))
}

/** The successor of each agency that has one. */
export async function successors(payload: Payload, req?: PayloadRequest): Promise<Map<string, string>> {
  const { docs } = await payload.db.find<{ id: string; successor?: unknown }>({
    collection: 'agencies',
    where: { successor: { exists: true } },
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
  })
  return new Map(
    docs.flatMap(({ id, successor }) => {
      const next = idOf(successor)
      return next ? [[String(id), next] as const] : []
    }),
  )
}
