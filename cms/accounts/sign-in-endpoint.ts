/** `POST /api/users/login {email, password, code?}` → session cookie (ARCHITECTURE, Workflow). */
import type { Endpoint, PayloadRequest } from 'payload'
import { generatePayloadCookie } from 'payload/shared'
import { needsSecondFactor, securityPath } from '#domain/accounts/session-rules.ts'
import type { Role } from '#domain/roles.ts'
import { PortalError } from '../errors.ts'
import { addressOf, browserOf } from './requests.ts'
import { factorOf, isEnrolled } from './second-factor.ts'
import { usersCollection } from './users-collection.ts'
import { signIn, type Credentials, type UserRow } from './sign-in.ts'

/** JSON only, so that the throttle in front read the same account as we do. */
async function credentialsOf(req: PayloadRequest): Promise<Credentials> {
  const body = (await req.json?.().catch(() => null)) as Record<string, unknown> | null
  const { email, password, code } = body ?? {}
  if (typeof email !== 'string' || typeof password !== 'string') throw new PortalError('broken-request')
  return { email: email.trim().toLowerCase(), password: password.normalize('NFC'), code }
}

export const signInEndpoint: Endpoint = {
  path: '/login',
  method: 'post',
  handler: async (req) => {
    const { payload } = req
    const { user, token, exp } = await signIn(await credentialsOf(req), {
      payload,
      address: addressOf(req),
      browser: browserOf(req),
    })
    const config = usersCollection(payload).config
    const cookie = generatePayloadCookie({
      collectionAuthConfig: config.auth,
      cookiePrefix: payload.config.cookiePrefix,
      token,
    })
    return Response.json(
      { message: 'Đã đăng nhập.', exp, user: await shownUser(req, user), ...(await whatIsNext(req, user)) },
      { headers: { 'Set-Cookie': String(cookie) } },
    )
  },
}

const shownUser = ({ payload }: PayloadRequest, user: UserRow): Promise<unknown> =>
  payload.findByID({
    collection: 'users',
    id: user.id,
    depth: 0,
    overrideAccess: false,
    user: { ...user, collection: 'users' },
  })

async function whatIsNext({ payload }: PayloadRequest, { id, role }: UserRow): Promise<{ next?: string }> {
  if (!needsSecondFactor(role as Role) || isEnrolled(await factorOf(payload, id))) return {}
  return { next: securityPath }
}
