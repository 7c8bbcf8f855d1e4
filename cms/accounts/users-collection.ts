import type { Collection, Payload } from 'payload'

/** Payload's own record of the accounts' collection. */
export function usersCollection({ collections }: Payload): Collection {
  const { users } = collections
  if (!users) throw new TypeError('no collection of accounts')
  return users
}
