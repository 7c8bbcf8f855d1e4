/** The doors of the accounts that may be tried only so often, and what a try counts against, as data. */
import { createHash } from 'node:crypto'
import type { Counted } from './counts.ts'

export type Try = {
  /** Whoever asks: an address, IPv6 by its network. */
  address: string
  /** E-mail address of the account meant, lower case; `''` when none is named. */
  account: string
  /** Stands for the session of the cookie; `''` without one. */
  session: string
}

export type Door = {
  /** Windows a try counts against from its beginning, so that parallel ones cannot outrun it. */
  counts: (one: Try) => readonly Counted[]
  /** Success is no failure: the try is taken back and the lock of this account from this address forgotten. */
  isForgiving: boolean
  /** Costs a password hash, so waits for a slot. */
  isSlow: boolean
}

/** Accounts are kept as hashes: the counts shall not become a list of who tried to be whom. */
const hidden = (text: string): string => createHash('sha256').update(text).digest('base64url').slice(0, 22)

export const pairOf = ({ address, account }: Try): Counted => ['pair', `${hidden(account)} ${address}`]

const signIn: Door = {
  counts: (one) => [pairOf(one), ['address', one.address], ['account', hidden(one.account)], ['all', 'all']],
  isForgiving: true,
  isSlow: true,
}
const confirmation: Door = {
  // Without a session nothing is compared, so there is nobody to lock.
  counts: ({ session, address }) => [
    ...(session ? [['pair', `session ${session} ${address}`] as const] : []),
    ['address', address],
  ],
  isForgiving: true,
  isSlow: true,
}

/** By what follows `/api/users/`. */
export const accountDoors: Readonly<Record<string, Door>> = {
  login: signIn,
  'forgot-password': {
    counts: (one) => [
      ['mailPair', `${hidden(one.account)}`],
      ['mailAddress', one.address],
      ['mailAll', 'all'],
    ],
    isForgiving: false,
    isSlow: false,
  },
  'reset-password': { counts: ({ address }) => [['address', address]], isForgiving: true, isSlow: true },
  'refresh-token': {
    counts: ({ address, session }) => [['renewal', `${session || address}`]],
    isForgiving: false,
    isSlow: false,
  },
  'second-factor/start': {
    counts: ({ session, address }) => [['renewal', `start ${session || address}`]],
    isForgiving: false,
    isSlow: false,
  },
  password: confirmation,
  'second-factor/confirm': confirmation,
  'second-factor/recovery-codes': confirmation,
  'second-factor/remove': confirmation,
}
