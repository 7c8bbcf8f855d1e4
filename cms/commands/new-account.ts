/** Makes an account from the command line: whoever may run commands on this machine may hand out rights. */
import type { Payload } from 'payload'
import type { Role } from '#domain/roles.ts'
import { needsSecondFactor } from '#domain/accounts/session-rules.ts'
import { env } from '../env.ts'
import { CommandError } from './command.ts'

/** What a person with this role does after the account was made. */
export const firstSteps = (role: Role): string =>
  needsSecondFactor(role)
    ? `Bước tiếp theo: đăng nhập tại ${env.CMS_URL}/admin, quét mã QR bằng ứng dụng xác thực trên điện thoại và cất các mã khôi phục. Trước đó tài khoản chưa làm được việc gì.`
    : `Bước tiếp theo: đăng nhập tại ${env.CMS_URL}/admin. Nên bật xác thực hai bước ở trang Bảo mật.`

export type NewAccount = { email: string; name: string; role: Role; agencies: string[]; password: string }

/** Answers the id. @throws CommandError for an address without @ or in use, PortalError for a weak password. */
export async function newAccount(payload: Payload, { email, ...account }: NewAccount): Promise<string> {
  const address = email.toLowerCase()
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address))
    throw new CommandError(`“${email}” không phải địa chỉ thư điện tử.`)
  const where = { email: { equals: address } }
  const { totalDocs } = await payload.count({ collection: 'users', where, overrideAccess: true })
  if (totalDocs > 0) throw new CommandError(`Đã có tài khoản “${address}”. Không tạo thêm.`)
  const user = await payload.create({
    collection: 'users',
    data: { ...account, email: address },
    overrideAccess: true,
  })
  return String((user as { id: unknown }).id)
}
