/**
 * `GET /api/users/security`, `POST /api/users/sessions/{end,end-others}` for one's own;
 * `GET /api/users/{id}/sessions`, `POST /api/users/{id}/end-sessions {session}` for administrators (`all`: every one).
 */
import type { Endpoint, PayloadRequest } from 'payload'
import { atDoor } from '../access/doors.ts'
import { PortalError } from '../errors.ts'
import { inTransaction } from '../workflow/transaction.ts'
import { recordAccountEvent } from './account-events.ts'
import { bodyOf, signedIn, textOf } from './requests.ts'
import { securityState, shownSessions } from './security-state.ts'
import { endSessions, type EndReason } from './sessions.ts'

type Ending = {
  account: { id: string; email: string }
  reason: EndReason
  only?: string | undefined
  except?: string
}

async function end(req: PayloadRequest, { account, ...ending }: Ending): Promise<number> {
  const { payload, user } = req
  return inTransaction({ payload, user }, async (inside) => {
    const now = new Date()
    const count = await endSessions(payload, { user: account.id, now, ...ending }, inside)
    if (count > 0)
      await recordAccountEvent(
        payload,
        { action: 'sessions-ended', account, now, note: `${count} phiên` },
        inside,
      )
    return count
  })
}

/** The account of the address. @throws PortalError `not-allowed`, `not-found`. */
async function accountAtDoor(req: PayloadRequest, door: string): Promise<{ id: string; email: string }> {
  atDoor(req, door)
  const id = req.routeParams?.id
  const row = await req.payload.db.findOne<{ id: string; email: string }>({
    collection: 'users',
    where: { id: { equals: typeof id === 'string' ? id : '' } },
  })
  if (!row) throw new PortalError('not-found')
  return { id: String(row.id), email: row.email }
}

export const sessionEndpoints: Endpoint[] = [
  {
    path: '/security',
    method: 'get',
    handler: async (req) => Response.json(await securityState(req.payload, signedIn(req))),
  },
  {
    path: '/sessions/end',
    method: 'post',
    handler: async (req) => {
      const person = signedIn(req)
      const only = textOf(await bodyOf(req), 'session')
      return Response.json({ ended: await end(req, { account: person, reason: 'ended-by-owner', only }) })
    },
  },
  {
    path: '/sessions/end-others',
    method: 'post',
    handler: async (req) => {
      const person = signedIn(req)
      const ended = await end(req, { account: person, reason: 'ended-by-owner', except: person.sid })
      return Response.json({ ended })
    },
  },
  {
    path: '/:id/sessions',
    method: 'get',
    handler: async (req) => {
      const account = await accountAtDoor(req, 'get /users/:id/sessions')
      return Response.json({ sessions: await shownSessions(req.payload, account.id) })
    },
  },
  {
    path: '/:id/end-sessions',
    method: 'post',
    handler: async (req) => {
      const account = await accountAtDoor(req, 'post /users/:id/end-sessions')
      const session = textOf(await bodyOf(req), 'session')
      const only = session === 'all' ? undefined : session
      return Response.json({ ended: await end(req, { account, reason: 'ended-by-administrator', only }) })
    },
  },
]
