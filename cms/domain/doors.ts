/**
 * Every address of the REST interface and who may call it: Payload's own, named by the operation whose row in
 * `roles.ts` decides, and ours, each with its scopes. An endpoint without a row fails a test.
 */
import { publicCollections } from './collections.ts'
import {
  administrators,
  everyone,
  moderators,
  office,
  permissions,
  scopeIn,
  writers,
  type Operation,
  type Scope,
  type Scopes,
} from './roles.ts'

/** `session`: whoever is signed in, about oneself. `public`: before signing in. `closed`: nobody. */
export type StockDoor = Operation | 'session' | 'public' | 'closed'

/** Payload's endpoints, the same for each collection that has them. */
export const stockDoors: Readonly<Record<string, StockDoor>> = {
  'get /': 'read',
  'get /:id': 'read',
  'get /count': 'read',
  'get /file/:filename': 'read',
  'get /versions': 'readVersions',
  'get /versions/:id': 'readVersions',
  'post /versions/:id': 'update',
  'post /': 'create',
  'post /:id/duplicate': 'create',
  'patch /': 'update',
  'patch /:id': 'update',
  'delete /': 'delete',
  'delete /:id': 'delete',
  'post /access/:id?': 'session',
  'get /access': 'session',
  // Fetching a file from another host is switched off.
  'get /paste-url/:id?': 'closed',
  // Preferences: one's own by their name.
  'get /:key': 'session',
  'post /:key': 'session',
  'post /login': 'public',
  'post /forgot-password': 'public',
  'post /reset-password': 'public',
  'get /init': 'public',
  'get /me': 'public',
  'post /logout': 'session',
  'post /refresh-token': 'session',
  'post /first-register': 'closed',
  'post /verify/:id': 'closed',
  'post /unlock': 'unlock',
}

/** Our own endpoints by method and path below `/api`; `own`: the item the address names. */
export const doors: Readonly<Record<string, Scopes>> = {
  ...Object.fromEntries(
    publicCollections.flatMap((collection): [string, Scopes][] => [
      // What a step needs besides is in `workflow.ts`.
      [`post /${collection}/:id/transition`, permissions[collection].update],
      [`get /${collection}/:id/workflow`, aboutItems(collection)],
      [`get /${collection}/:id/publication`, aboutItems(collection)],
      [`get /${collection}/:id/comparison`, aboutItems(collection)],
      [`get /${collection}/:id/preview`, aboutItems(collection)],
      [`get /${collection}/:id/preview/tep/:hash/:name`, aboutItems(collection)],
      [`post /${collection}/:id/reasons`, moderators],
      [`post /${collection}/:id/handover`, moderators],
      [`post /${collection}/:id/claim`, moderators],
      [`post /${collection}/:id/release-claim`, moderators],
    ]),
  ),
  // What each member needs besides is asked of each member.
  'post /release-sets/:id/transition': writers,
  'get /release-sets/:id/workflow': { ...writers, administrator: 'all' },
  'get /live-items': everyone,
  // Of one's own agencies; whoever writes nothing names nobody.
  'get /users/colleagues': { ...everyone, administrator: 'none' },
  'get /publications/control': everyone,
  // Moderators answer for what is public, administrators for the machine; either may have to stop it.
  'post /publications/pause': office,
  'post /publications/resume': office,
  'post /notices/set': moderators,
  'post /notices/clear': moderators,
  'get /notices/current': moderators,
  'get /audit-events/export': office,
  // Moderators for themselves, administrators for whoever fell ill.
  'post /absences/set': office,
  'post /absences/:id/end': { ...office, moderator: 'own' },
  // One's own guard and sessions, and for administrators the sessions of others.
  'get /users/security': everyone,
  'post /users/password': everyone,
  'post /users/second-factor/start': everyone,
  'post /users/second-factor/confirm': everyone,
  'post /users/second-factor/recovery-codes': everyone,
  'post /users/second-factor/remove': everyone,
  'post /users/sessions/end': everyone,
  'post /users/sessions/end-others': everyone,
  'get /users/:id/sessions': administrators,
  'post /users/:id/end-sessions': administrators,
}

/** Who writes an item and who reads them all: an editor who may only choose an item learns nothing of its way. */
function aboutItems(collection: keyof typeof permissions): Scopes {
  const { editor } = permissions[collection].update as Scopes
  return { ...writers, editor, administrator: 'all' }
}

export const doorName = (method: string, collection: string | null, path: string): string =>
  `${method.toLowerCase()} ${collection === null ? '' : `/${collection}`}${path === '/' && collection !== null ? '' : path}`

/** The scope of `role` at one of our own endpoints; `none` for an address without a row. */
export const doorScopeOf = (role: string | undefined, door: string): Scope => {
  const row = Object.hasOwn(doors, door) ? doors[door] : undefined
  return row ? scopeIn(row, role) : 'none'
}
