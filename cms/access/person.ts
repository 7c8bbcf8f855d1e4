/** The signed-in person as access rules and the workflow see them, whatever depth Payload loaded. */
import type { PayloadRequest } from 'payload'
import type { Role } from '#domain/roles.ts'

export type Person = { id: string; email: string; role: Role; agencies: string[] }

type MaybeUser =
  | { id?: unknown; email?: unknown; role?: unknown; agencies?: unknown; isDisabled?: unknown }
  | null
  | undefined

/** Id of a relation that may or may not have been populated. */
export const idOf = (value: unknown): string | undefined => {
  if (typeof value === 'string') return value || undefined
  if (typeof value === 'object' && value !== null && 'id' in value) return String(value.id)
  return undefined
}

/** `null` for anonymous requests and for accounts that were switched off. */
export function personOf(req: Pick<PayloadRequest, 'user'>): Person | null {
  const user = req.user as MaybeUser
  if (typeof user?.id !== 'string' || user.isDisabled === true) return null
  return {
    id: user.id,
    email: typeof user.email === 'string' ? user.email : '',
    role: user.role as Role,
    agencies: Array.isArray(user.agencies) ? user.agencies.flatMap((agency) => idOf(agency) ?? []) : [],
  }
}

/** What others read of a person: the name of the account, else its address. */
export function shownName(user: unknown, { email }: Pick<Person, 'email'>): string {
  const { name } = (user ?? {}) as { name?: unknown }
  return typeof name === 'string' && name !== '' ? name : email
}
