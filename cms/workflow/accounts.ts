/** Accounts as the workflow asks for them: whose they are and whether they may still work. */
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

/** In no order. @param where on `users`. */
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
