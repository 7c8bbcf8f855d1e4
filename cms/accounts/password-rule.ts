/** Holds every new password against the rule, whoever sets it: created, changed or reset. */
import type { PayloadRequest, Where } from 'payload'
import { passwordProblem } from '#domain/accounts/password.ts'
import { PortalError } from '../errors.ts'
import { isCommonPassword } from './common-passwords.ts'

type Row = Record<string, unknown>

/** @throws PortalError `weak-password` with the reason at field `password`. */
export function requireGoodPassword(password: unknown, account: Row | null): void {
  const own = [account?.name, account?.email].filter((word) => typeof word === 'string')
  const message =
    typeof password === 'string'
      ? passwordProblem(password, { isCommon: isCommonPassword, own })
      : 'Mật khẩu phải là một dòng chữ.'
  if (message === null) return
  throw new PortalError('weak-password', {
    message,
    problems: [{ field: 'password', code: 'weak-password', message }],
  })
}

type Target = { id?: unknown; data: Row; operation: 'create' | 'update' | 'resetPassword' }

/** The account a password is for, with the words of the request over the stored ones. */
export async function accountInQuestion(
  req: PayloadRequest,
  { id, data, operation }: Target,
): Promise<Row | null> {
  if (operation === 'create') return data
  const where: Where =
    operation === 'resetPassword'
      ? { resetPasswordToken: { equals: typeof data.token === 'string' ? data.token : '' } }
      : { id: { equals: typeof id === 'string' ? id : '' } }
  const stored = await req.payload.db.findOne<Row & { id: string }>({ collection: 'users', where, req })
  return operation === 'update' ? { ...stored, ...data } : stored
}
