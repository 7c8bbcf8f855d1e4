/** Which accounts signed in from which addresses before: there, a flood from elsewhere holds nobody up. */
import type { Payload } from 'payload'
import { addressKey } from '#domain/accounts/throttle.ts'
import type { SessionRow } from './sessions.ts'

export type KnownPlaces = {
  /** `account`: e-mail address, lower case; `address` as `addressKey` writes it. */
  has(account: string, address: string): Promise<boolean>
  add(account: string, address: string): void
}

const most = 20_000

/** Read once from the sessions of the last ninety days, then kept in memory: asking costs a flood nothing. */
export function knownPlaces(payload: Payload): KnownPlaces {
  const places = new Set<string>()
  let loaded: Promise<void> | undefined
  const add = (account: string, address: string) => {
    places.add(`${account} ${address}`)
    if (places.size > most) places.delete(places.values().next().value ?? '')
  }

  async function load(): Promise<void> {
    const [sessions, accounts] = await Promise.all([
      payload.db.find<SessionRow>({
        collection: 'sign-ins',
        sort: '-startedAt',
        limit: most,
        pagination: false,
      }),
      payload.db.find<{ id: string; email: string }>({
        collection: 'users',
        limit: most,
        pagination: false,
      }),
    ])
    const emails = new Map(accounts.docs.map(({ id, email }) => [id, email]))
    for (const { user, address } of sessions.docs.reverse()) {
      const email = emails.get(user)
      if (email !== undefined) add(email, addressKey(address))
    }
  }

  return {
    add,
    async has(account, address) {
      loaded ??= load().catch((error: unknown) => {
        loaded = undefined
        throw error
      })
      await loaded
      return places.has(`${account} ${address}`)
    },
  }
}
