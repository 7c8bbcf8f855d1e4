/**
 * `POST /api/users/forgot-password {email}` and `/reset-password {token, password}`. The first answers at once
 * and alike for every address; the second signs nobody in, so that the second factor is asked as always.
 */
import { resetPasswordOperation, type Endpoint, type Payload } from 'payload'
import { env } from '../env.ts'
import { PortalError } from '../errors.ts'
import { createLog } from '../log.ts'
import { bodyOf, textOf } from './requests.ts'
import { finishBeforeStop } from './unfinished.ts'
import { resetMark } from './user-hooks.ts'
import { usersCollection } from './users-collection.ts'

const log = createLog('accounts')

/** Finished after the answer, one after the other; the throttle in front bounds how many there can be. */
let sending: Promise<void> = Promise.resolve()

function sendLater(payload: Payload, email: string): void {
  sending = sending
    .then(async () => {
      const account = await payload.db.findOne<{ id: string; isDisabled?: boolean | null }>({
        collection: 'users',
        where: { email: { equals: email } },
      })
      if (account && !account.isDisabled)
        await payload.forgotPassword({ collection: 'users', data: { email } })
    })
    .catch((err: unknown) => log.error('reset mail not sent', { err }))
}

finishBeforeStop(() => sending)

export const resetEndpoints: Endpoint[] = [
  {
    path: '/forgot-password',
    method: 'post',
    handler: async (req) => {
      const email = textOf(await bodyOf(req), 'email')
        .trim()
        .toLowerCase()
      if (!/^[^\s@]+@[^\s@]+$/.test(email) || email.length > 254) throw new PortalError('broken-request')
      sendLater(req.payload, email)
      return Response.json({ message: 'Nếu địa chỉ này có tài khoản, thư hướng dẫn đang được gửi đến đó.' })
    },
  },
  {
    path: '/reset-password',
    method: 'post',
    handler: async (req) => {
      const body = await bodyOf(req)
      const data = { token: textOf(body, 'token'), password: textOf(body, 'password') }
      req.context[resetMark] = true
      await resetPasswordOperation({ collection: usersCollection(req.payload), data, req })
      return Response.json({ message: 'Đã đặt mật khẩu mới. Hãy đăng nhập.' })
    },
  },
]

const resetPage = (token: string): string => `${env.CMS_URL}/admin/reset/${token}`

export const resetMail = {
  generateEmailSubject: () => 'Đặt lại mật khẩu hệ biên tập',
  generateEmailHTML: ({ token = '' }: { token?: string } = {}) =>
    `<p>Có người yêu cầu đặt lại mật khẩu của bạn ở hệ biên tập Cổng thông tin điện tử. Liên kết sau dùng được một lần, trong một giờ:</p><p><a href="${resetPage(token)}">${resetPage(token)}</a></p><p>Nếu không phải bạn yêu cầu, hãy bỏ qua thư này: mật khẩu không đổi.</p>`,
}
