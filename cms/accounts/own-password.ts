/**
 * A stolen session alone must not change how the account is guarded (ASVS 6.2.3, 7.5.1): one's own password is changed
 * with the present one, at a door that is throttled like signing in. A second factor is not asked for again.
 */
import type { CollectionBeforeOperationHook, Endpoint, PayloadRequest } from 'payload'
import { PortalError } from '../errors.ts'
import { isPassword, type StoredPassword } from './password-check.ts'
import { bodyOf, signedIn, textOf } from './requests.ts'

/** @throws PortalError `wrong-password` when it is not the account's. */
export async function requirePassword(
  { payload }: PayloadRequest,
  id: string,
  password: string,
): Promise<void> {
  const row = await payload.db.findOne<StoredPassword & { id: string }>({
    collection: 'users',
    where: { id: { equals: id } },
  })
  if (!(await isPassword(row, password))) throw new PortalError('wrong-password')
}

/** `POST /api/users/password {current, password}`. */
export const passwordEndpoint: Endpoint = {
  path: '/password',
  method: 'post',
  handler: async (req) => {
    const { id } = signedIn(req)
    const body = await bodyOf(req)
    const [current, password] = [textOf(body, 'current'), textOf(body, 'password')]
    await requirePassword(req, id, current)
    await req.payload.update({ collection: 'users', id, data: { password }, req })
    return Response.json({ message: 'Đã đổi mật khẩu. Các phiên khác của bạn đã kết thúc.' })
  },
}

type Args = { data?: { password?: unknown }; id?: unknown; overrideAccess?: boolean }

/** Through the ordinary doors nobody sets their own password; administrators set those of others one by one. */
export const refuseOwnPassword: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const { data, id, overrideAccess } = args as Args
  const { password } = data ?? {}
  if (operation !== 'update' || overrideAccess || password === undefined || password === null) return args
  const isOnlyAnothers = typeof id === 'string' && id !== req.user?.id
  if (!isOnlyAnothers) throw new PortalError('own-password')
  return args
}
