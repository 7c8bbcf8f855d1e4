/**
 * How often the doors of the accounts may be tried. Windows are data; counting is plain functions over one
 * record per key. A lock holds for one account from one address: whoever guesses wrongly on purpose locks out
 * nobody but themselves (ASVS 6.3.1).
 */
export type Window = { limit: number; forMs: number }

const minutes = (count: number): number => count * 60_000

export const windows = {
  /** Failures on one account from one address. */
  pair: { limit: 5, forMs: minutes(10) },
  /** Failures from one address, whatever the accounts. A whole office may stand behind one. */
  address: { limit: 50, forMs: minutes(10) },
  /** Failures on one account from everywhere. */
  account: { limit: 100, forMs: minutes(60) },
  /** Failures of everybody: what a flood from everywhere may cost the machine. */
  all: { limit: 60, forMs: minutes(1) },
  /** Requests for a reset mail. */
  mailPair: { limit: 3, forMs: minutes(60) },
  mailAddress: { limit: 20, forMs: minutes(60) },
  mailAll: { limit: 100, forMs: minutes(60) },
  /** Renewals of a session's cookie; a screen asks once in a while. */
  renewal: { limit: 120, forMs: minutes(10) },
} as const satisfies Record<string, Window>

/** Where an account signed in before, only its own lock there counts: a flood does not keep people out of work. */
export const liftedWhereKnown: readonly WindowName[] = ['address', 'account', 'all']

export type WindowName = keyof typeof windows

/** How many since when (milliseconds). */
export type Count = { count: number; since: number }

const current = ({ forMs }: Window, counted: Count | undefined, now: number): Count =>
  counted && now - counted.since < forMs && now >= counted.since ? counted : { count: 0, since: now }

/** Milliseconds until another try is allowed; 0 when it is now. */
export function waitFor(window: Window, counted: Count | undefined, now: number): number {
  const { count, since } = current(window, counted, now)
  return count < window.limit ? 0 : since + window.forMs - now
}

export function withOneMore(window: Window, counted: Count | undefined, now: number): Count {
  const { count, since } = current(window, counted, now)
  return { count: count + 1, since }
}

/** One try that turned out to be none (it succeeded, or the server failed). */
export const withOneLess = (counted: Count): Count => ({ ...counted, count: Math.max(0, counted.count - 1) })

/** An address as far as it tells people apart: IPv4 whole, IPv6 by its /64, which one customer holds. */
export function addressKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  if (mapped?.[1]) return mapped[1]
  if (!address.includes(':')) return address
  const [head = '', tail] = address.toLowerCase().split('%')[0]?.split('::') ?? []
  const groups = head === '' ? [] : head.split(':')
  const missing = tail === undefined ? 0 : 8 - groups.length - (tail === '' ? 0 : tail.split(':').length)
  const all = [...groups, ...Array<string>(Math.max(0, missing)).fill('0'), ...(tail ? tail.split(':') : [])]
  return `${all
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, ''))
    .join(':')}::/64`
}
