/**
 * Who may do what, as data (ARCHITECTURE, Words and Workflow). Each cell is a scope; `access/` turns scopes
 * into Payload access functions, and the tests read the same table. What differs by field stands in
 * `field-rules.ts`, what may be called over REST besides Payload's operations in `doors.ts`.
 *
 * `own`: only rows of the person's own agencies (`users`, preferences and locks: only one's own). An editor
 * without an agency owns nothing. What the state of a working copy takes away again: `stateLimits`; what a limit to
 * named people takes away, from administrators too: `item-reach.ts`.
 */
import type { PublicState } from './item-truth.ts'
import type { WorkingState } from './workflow.ts'

export const roles = ['editor', 'moderator', 'administrator'] as const
export type Role = (typeof roles)[number]

export type Scope = 'none' | 'own' | 'all'
export const operations = ['create', 'read', 'readVersions', 'update', 'delete', 'unlock'] as const
export type Operation = (typeof operations)[number]

export type Scopes = Record<Role, Scope>
type Row = Record<Operation, Scopes>

export const nobody = { editor: 'none', moderator: 'none', administrator: 'none' } as const
export const everyone = { editor: 'all', moderator: 'all', administrator: 'all' } as const
export const oneself = { editor: 'own', moderator: 'own', administrator: 'own' } as const
export const writers = { editor: 'own', moderator: 'all', administrator: 'none' } as const
export const moderators = { editor: 'none', moderator: 'all', administrator: 'none' } as const
export const readers = { editor: 'own', moderator: 'all', administrator: 'all' } as const
export const office = { editor: 'none', moderator: 'all', administrator: 'all' } as const
export const administrators = { editor: 'none', moderator: 'none', administrator: 'all' } as const

const written: Row = {
  create: writers,
  read: readers,
  readVersions: readers,
  update: writers,
  delete: writers,
  unlock: nobody,
}
const closed: Row = {
  create: nobody,
  read: nobody,
  readVersions: nobody,
  update: nobody,
  delete: nobody,
  unlock: nobody,
}
const ledger: Row = { ...closed, read: office }

export const permissions = {
  news: written,
  documents: written,
  // Editors propose changes to the page of their own agency; they read every agency and topic to choose one.
  agencies: { ...written, create: moderators, read: everyone, delete: moderators },
  topics: {
    ...written,
    create: moderators,
    read: everyone,
    readVersions: office,
    update: moderators,
    delete: moderators,
  },
  // The menu, the footer and the home page are the web office's, from the first word on.
  settings: {
    ...written,
    create: moderators,
    read: office,
    readVersions: office,
    update: moderators,
    delete: moderators,
  },
  // Groups of working copies; what becomes public of them is their members'.
  'release-sets': { ...written, readVersions: nobody },
  media: { ...written, readVersions: nobody },
  files: { ...written, readVersions: nobody },
  users: {
    create: administrators,
    read: { editor: 'own', moderator: 'all', administrator: 'all' },
    readVersions: nobody,
    update: { editor: 'own', moderator: 'own', administrator: 'all' },
    delete: nobody,
    // Nothing to unlock: a lock is of one account from one address (`server/throttle.ts`).
    unlock: nobody,
  },
  editions: { ...ledger, read: readers },
  publications: { ...ledger, read: readers },
  'audit-events': ledger,
  'audit-anchors': ledger,
  addresses: ledger,
  pauses: ledger,
  incidents: ledger,
  notices: ledger,
  mails: ledger,
  claims: ledger,
  absences: ledger,
  // Payload's own. Its admin writes them past access rules; through a door there is only this.
  'payload-preferences': { ...closed, read: oneself },
  // A lock says who has a form open, nothing else; whoever takes a form over writes their name into it.
  'payload-locked-documents': { ...closed, read: everyone, update: everyone, delete: oneself },
  'payload-migrations': closed,
  'payload-kv': closed,
  // Secrets and whereabouts of people: only the functions of `accounts/` read them.
  'second-factors': { ...ledger, read: nobody },
  'sign-ins': { ...ledger, read: nobody },
} as const satisfies Record<string, Row>

export type GuardedCollection = keyof typeof permissions

export const guardedCollections = Object.keys(permissions) as GuardedCollection[]

export const isGuarded = (slug: unknown): slug is GuardedCollection =>
  typeof slug === 'string' && Object.hasOwn(permissions, slug)

/** The scope that a row of scopes gives to `role`; `none` to a person without a known role. */
export const scopeIn = (row: Scopes, role: string | undefined): Scope =>
  (role !== undefined && Object.hasOwn(row, role) && row[role as Role]) || 'none'

/** The scope of `role` for `operation` on `collection`. */
export const scopeOf = (
  role: string | undefined,
  collection: GuardedCollection,
  operation: Operation,
): Scope => scopeIn(permissions[collection][operation], role)

/**
 * What a working copy must be like to be saved or deleted, whoever asks: not under review or waiting for its
 * time, not closed; and deleted only before its first edition.
 */
export const stateLimits: Record<
  'update' | 'delete',
  { states: readonly WorkingState[]; publicStates: readonly PublicState[]; isUnpublished: boolean }
> = {
  update: {
    states: ['draft', 'returned', 'published'],
    publicStates: ['none', 'live', 'withdrawn'],
    isUnpublished: false,
  },
  delete: { states: ['draft', 'returned', 'published'], publicStates: ['none'], isUnpublished: true },
}

type States = { state: WorkingState; publicState: PublicState; editionCount: number }

/** May a working copy in this state be saved or deleted at all? */
export function isOpenFor(
  operation: 'update' | 'delete',
  { state, publicState, editionCount }: States,
): boolean {
  const { states, publicStates, isUnpublished } = stateLimits[operation]
  return states.includes(state) && publicStates.includes(publicState) && !(isUnpublished && editionCount > 0)
}
