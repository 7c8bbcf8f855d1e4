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
