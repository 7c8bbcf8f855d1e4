/** The accounts and agencies that a handover is about. */
import type { Payload, PayloadRequest, Where } from 'payload'
import type { Account } from '#domain/handover.ts'
import type { Role } from '#domain/roles.ts'
import { idOf } from '../access/person.ts'

type Row = {
  id: string
  name?: string | null
  email: string
  role: Role
  agencies?: unknown[] | null
  isDisabled?: boolean | null
}

/** A chain of mergers longer than this is a circle. */
const mostMergers = 10

export async function findAccounts(payload: Payload, where: Where, req?: PayloadRequest): Promise<Account[]> {
  const { docs } = await payload.db.find<Row>({
    collection: 'users',
    where,
    select: { name: true, email: true, role: true, agencies: true, isDisabled: true },
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
  })
  return docs.map(({ id, name, email, role, agencies, isDisabled }) => ({
    id: String(id),
    name: name || email,
    role,
    agencies: (agencies ?? []).flatMap((agency) => idOf(agency) ?? []),
    isDisabled: isDisabled === true,
  }))
}

export const accountsBy = async (
  payload: Payload,
  ids: readonly string[],
  req?: PayloadRequest,
): Promise<Map<string, Account>> =>
  new Map((await findAccounts(payload, { id: { in: [...ids] } }, req)).map((each) => [each.id, each]))

/** The agencies that followed one, nearest first. */
export async function successorsOf(
  payload: Payload,
  agency: string | undefined,
  req?: PayloadRequest,
): Promise<string[]> {
  const found: string[] = []
  for (let at = agency; at !== undefined && found.length < mostMergers; at = found.at(-1)) {
    const row = await payload.db.findOne<{ id: string; successor?: unknown }>({
      collection: 'agencies',
      where: { id: { equals: at } },
      ...(req ? { req } : {}),
    })
    const next = idOf(row?.successor)
    if (next === undefined || next === agency || found.includes(next)) break
    found.push(next)
  }
  return found
}
