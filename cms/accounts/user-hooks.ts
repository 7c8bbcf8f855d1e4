/** What saving, signing out and resetting do to an account besides the row itself. */
import type {
  CollectionAfterChangeHook,
  CollectionAfterLogoutHook,
  CollectionBeforeLoginHook,
  PayloadRequest,
} from 'payload'
import type { AccountAction } from '#domain/audit-actions.ts'
import { idOf } from '../access/person.ts'
import { PortalError } from '../errors.ts'
import { recordAccountEvent } from './account-events.ts'
import { endSessions, sessionOf } from './sessions.ts'

type Row = Record<string, unknown>
type Account = { id: string; email: string }

const accountOf = (doc: Row): Account => ({ id: String(doc.id), email: String(doc.email) })
const agenciesOf = (doc: Row): string =>
  (Array.isArray(doc.agencies) ? doc.agencies.flatMap((each) => idOf(each) ?? []) : []).sort().join(', ')
/** Set by Payload's session strategy; absent on sessions of commands. */
const sidOf = (req: PayloadRequest, owner: string): string | undefined => {
  const { user } = req as { user?: { id?: unknown; _sid?: unknown } | null }
  return user?.id === owner && typeof user._sid === 'string' ? user._sid : undefined
}

/** Marks a request that sets a password; Payload takes it out of the data before `afterChange` sees it. */
export const passwordMark = 'portalPasswordGiven'

/** A new password ends every other session; a disabled account loses all of them. Each change is an event. */
export const afterAccountChange: CollectionAfterChangeHook = async ({
  doc,
  previousDoc,
  operation,
  req,
}: {
  doc: Row
  previousDoc: Row
  operation: 'create' | 'update'
  req: PayloadRequest
}) => {
  const { payload } = req
  const account = accountOf(doc)
  const say = (action: AccountAction, more: { note?: string; fromState?: string; toState?: string } = {}) =>
    recordAccountEvent(payload, { action, account, ...more }, req)
  if (operation === 'create') {
    await say('account-created', { toState: String(doc.role) })
    return doc
  }
  const now = new Date()
  if (doc.role !== previousDoc.role)
    await say('role-changed', { fromState: String(previousDoc.role), toState: String(doc.role) })
  if (agenciesOf(doc) !== agenciesOf(previousDoc))
    await say('agencies-changed', { note: `${agenciesOf(previousDoc)} → ${agenciesOf(doc)}` })
  if (Boolean(doc.isDisabled) !== Boolean(previousDoc.isDisabled)) {
    await say(doc.isDisabled ? 'account-disabled' : 'account-enabled')
    if (doc.isDisabled) await endSessions(payload, { user: account.id, reason: 'account-disabled', now }, req)
  }
  if (req.context[passwordMark] === true) {
    const except = sidOf(req, account.id)
    const ended = await endSessions(
      payload,
      { user: account.id, reason: 'password-changed', now, except },
      req,
    )
    await say('password-changed', { note: `Kết thúc ${ended} phiên khác` })
  }
  return doc
}

export const afterSignOut: CollectionAfterLogoutHook = async ({ req }) => {
  const { user, payload } = req as { user: Row | null; payload: PayloadRequest['payload'] }
  const sid = user ? sidOf(req, String(user.id)) : undefined
  const session = sid === undefined ? null : await sessionOf(payload, sid)
  if (!user || !session) return
  const account = accountOf(user)
  await endSessions(
    payload,
    { user: account.id, reason: 'signed-out', now: new Date(), only: session.id },
    req,
  )
  await recordAccountEvent(payload, { action: 'sign-out', account }, req)
}

/** Marks Payload's reset operation, which signs in at its end. */
export const resetMark = 'portalPasswordReset'

/** Payload's own sign-in knows neither factors nor our sessions: only its reset may pass, and leaves none behind. */
export const beforePayloadSignIn: CollectionBeforeLoginHook = async ({
  req,
  user,
}: {
  req: PayloadRequest
  user: Row
}) => {
  if (req.context[resetMark] !== true) throw new PortalError('closed-door')
  if (user.isDisabled === true) throw new PortalError('account-disabled')
  const account = accountOf(user)
  const ended = await endSessions(
    req.payload,
    { user: account.id, reason: 'password-changed', now: new Date() },
    req,
  )
  await recordAccountEvent(
    req.payload,
    { action: 'password-reset', account, note: `Kết thúc ${ended} phiên` },
    req,
  )
}
