import { recordAccountEvent } from '../accounts/account-events.ts'
import { removeFactor } from '../accounts/second-factor.ts'
import { endSessions } from '../accounts/sessions.ts'
import { inTransaction } from '../workflow/transaction.ts'
import { CommandError, type Command } from './command.ts'
import { withPayload } from './with-payload.ts'

const help = `
Cách dùng: npm run portal -- reset-factor ĐỊA_CHỈ

Gỡ xác thực hai bước của một tài khoản khi người đó mất điện thoại và hết mã khôi phục; kết thúc mọi phiên của
tài khoản. Việc này được ghi nhật ký. Hãy chắc chắn người yêu cầu đúng là chủ tài khoản.
`

export const resetFactor: Command = {
  help,
  operands: ['địa chỉ thư điện tử'],
  async run({ operands: [given = ''] }) {
    const email = given.toLowerCase()
    const wasEnrolled = await withPayload(async (payload) => {
      const where = { email: { equals: email } }
      const user = await payload.db.findOne<{ id: string }>({ collection: 'users', where })
      if (!user) throw new CommandError(`Không có tài khoản “${email}”.`)
      const account = { id: String(user.id), email }
      return inTransaction({ payload }, async (req) => {
        if (!(await removeFactor(payload, account.id, req))) return false
        await endSessions(payload, { user: account.id, reason: 'factor-changed', now: new Date() }, req)
        await recordAccountEvent(payload, { action: 'factor-reset', account }, req)
        return true
      })
    })
    if (!wasEnrolled) throw new CommandError(`Tài khoản “${email}” chưa bật xác thực hai bước.`)
    process.stdout.write(
      `Đã gỡ xác thực hai bước của ${email} và kết thúc các phiên của tài khoản. Lần đăng nhập tới chỉ cần mật khẩu.\n`,
    )
    return 0
  },
}
