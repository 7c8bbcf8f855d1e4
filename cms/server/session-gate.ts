/**
 * Who a request may speak for, decided before Payload or Next sees it: a session that was ended, sat idle or
 * grew too old, or whose account is disabled, is nobody's; one without its required factor reaches nothing
 * but the way to enrol it.
 */
import type { RequestHandler } from 'express'
import { executeAuthStrategies, type Payload } from 'payload'
import {
  isAlive,
  isOpenToEnrolment,
  isSignOfLife,
  needsSecondFactor,
  securityPath,
  type SessionLimits,
} from '#domain/accounts/session-rules.ts'
import type { Role } from '#domain/roles.ts'
import { factorOf, isEnrolled } from '../accounts/second-factor.ts'
import { markSeen, sessionOf } from '../accounts/sessions.ts'
import { PortalError } from '../errors.ts'
import type { Log } from '../log.ts'

type Options = { payload: Payload; origin: string; limits: SessionLimits; log: Log; now: () => Date }
type User = { id: string; role: Role; isDisabled?: boolean | null; _sid?: string }

export function sessionGate({ payload, origin, limits, log, now }: Options): RequestHandler {
  /** Whose session the cookie is, or `null`. The origin was checked before; here only the cookie counts. */
  const userOf = async (cookie: string): Promise<User | null> => {
    const headers = new Headers({ cookie, origin })
    const { user } = await executeAuthStrategies({ headers, payload })
    return user as User | null
  }
  const isValid = async (user: User, isSeen: boolean): Promise<boolean> => {
    if (user.isDisabled || !user._sid) return false
    const session = await sessionOf(payload, user._sid)
    if (!session || session.user !== user.id || !isAlive(session, limits, now().getTime())) return false
    // A session that cannot be marked ends earlier; reading goes on where nothing can be written (a full disk).
    if (isSeen)
      await markSeen(payload, session, limits, now()).catch((err: unknown) =>
        log.warn('session not marked as seen', { err }),
      )
    return true
  }

  return async (request, response, next) => {
    const { cookie } = request.headers
    if (request.path.startsWith('/_next/static/')) return next()
    if (!cookie?.includes(`${payload.config.cookiePrefix}-token=`)) return next()
    const user = await userOf(cookie)
    if (!user || !(await isValid(user, isSignOfLife(request.method, request.path)))) {
      request.headers.cookie = withoutToken(cookie, payload.config.cookiePrefix)
      return next()
    }
    if (!needsSecondFactor(user.role) || isEnrolled(await factorOf(payload, user.id))) return next()
    if (isOpenToEnrolment(request.method, request.path)) return next()
    const isPage = request.path.startsWith('/admin') && request.method === 'GET'
    if (isPage) return response.redirect(302, securityPath)
    throw new PortalError('second-factor-required')
  }
}

/** Other cookies (language, theme) stay. */
const withoutToken = (cookie: string, prefix: string): string =>
  cookie
    .split(/;\s*/)
    .filter((pair) => !pair.startsWith(`${prefix}-token=`))
    .join('; ')
