/**
 * Where a field is not plainly its row's scope. A field that is not named here is read and written by those
 * who read and write its row; fields that the system writes are marked in the collections (`fields/system.ts`)
 * and written through no door.
 */
import {
  administrators,
  everyone,
  nobody,
  office,
  oneself,
  scopeIn,
  type GuardedCollection,
  type Scope,
  type Scopes,
} from './roles.ts'

export type FieldOperation = 'create' | 'read' | 'update'
export type FieldRule = Partial<Record<FieldOperation, Scopes>>

const setByAdministrators: FieldRule = { create: administrators, update: administrators }
/** Payload's own record of sign-ins: it writes it past access rules. */
const signIn: FieldRule = { create: nobody, read: nobody, update: nobody }

/** Only compared with, on the server: it would double the weight of every answer. */
const working = { returnedContent: { read: nobody } }

export const fieldRules: { readonly [C in GuardedCollection]?: Readonly<Record<string, FieldRule>> } = {
  users: {
    email: setByAdministrators,
    role: setByAdministrators,
    agencies: setByAdministrators,
    isDisabled: setByAdministrators,
    sessions: { ...signIn, read: oneself },
    salt: signIn,
    hash: signIn,
    resetPasswordToken: signIn,
    resetPasswordExpiration: signIn,
  },
  news: working,
  documents: working,
  agencies: working,
  topics: working,
  settings: working,
  editions: {
    // What was in the form beside the public content: for `discard`, never to be shown.
    workingCopy: { read: nobody },
    contributors: { read: office },
  },
}

/** The scope of `role` for one field; `all`: as far as the row goes. */
export const fieldScopeOf = (
  role: string | undefined,
  collection: GuardedCollection,
  field: string,
  operation: FieldOperation,
): Scope => scopeIn(fieldRules[collection]?.[field]?.[operation] ?? everyone, role)
