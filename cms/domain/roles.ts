/**
 * Who may do what, as data (ARCHITECTURE, Words and Workflow). Each cell is a scope; `access/` turns scopes
 * into Payload access functions, and the tests read the same table.
 *
 * `own`: only rows of the person's own agencies (for `users`: only oneself). An editor without an agency
 * owns nothing. `unlocked`: as `own`, but never while the content is under review or scheduled.
 */
export const roles = ['editor', 'moderator', 'administrator'] as const
export type Role = (typeof roles)[number]

export type Scope = 'none' | 'own' | 'all'
export type Operation = 'create' | 'read' | 'readVersions' | 'update' | 'delete' | 'unlock'

type Row = Record<Operation, Record<Role, Scope>>

const nobody = { editor: 'none', moderator: 'none', administrator: 'none' } as const
const everyone = { editor: 'all', moderator: 'all', administrator: 'all' } as const
const writers = { editor: 'own', moderator: 'all', administrator: 'none' } as const
const moderators = { editor: 'none', moderator: 'all', administrator: 'none' } as const
const readers = { editor: 'own', moderator: 'all', administrator: 'all' } as const
const office = { editor: 'none', moderator: 'all', administrator: 'all' } as const
const administrators = { editor: 'none', moderator: 'none', administrator: 'all' } as const

const written: Row = {
  create: writers,
  read: readers,
  readVersions: readers,
  update: writers,
  delete: writers,
  unlock: nobody,
}
const ledger: Row = {
  create: nobody,
  read: office,
  readVersions: nobody,
  update: nobody,
  delete: nobody,
  unlock: nobody,
}

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
  media: { ...written, readVersions: nobody },
  files: { ...written, readVersions: nobody },
  users: {
    create: administrators,
    read: { editor: 'own', moderator: 'all', administrator: 'all' },
    readVersions: nobody,
    update: { editor: 'own', moderator: 'own', administrator: 'all' },
    delete: nobody,
    unlock: administrators,
  },
  editions: { ...ledger, read: { editor: 'own', moderator: 'all', administrator: 'all' } },
  publications: { ...ledger, read: { editor: 'own', moderator: 'all', administrator: 'all' } },
  'audit-events': ledger,
  addresses: ledger,
  pauses: ledger,
  incidents: ledger,
  notices: ledger,
  mails: ledger,
} as const satisfies Record<string, Row>

export type GuardedCollection = keyof typeof permissions

export const guardedCollections = Object.keys(permissions) as GuardedCollection[]

/** The scope of `role` for `operation` on `collection`; `none` for a person without a known role. */
export function scopeOf(
  role: string | undefined,
  collection: GuardedCollection,
  operation: Operation,
): Scope {
  const row: Record<string, Scope> = permissions[collection][operation]
  return (role !== undefined && row[role]) || 'none'
}
