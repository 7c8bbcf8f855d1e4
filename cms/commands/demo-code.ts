import { codeAtStep } from '../accounts/timed-code.ts'
import { stepAt, stepSeconds } from '#domain/accounts/one-time-code.ts'
import { env } from '../env.ts'
import { CommandError, type Command } from './command.ts'
import { readRecord } from './demo/record.ts'

const help = `
Cách dùng: npm run portal -- demo-code ĐỊA_CHỈ

In mã xác thực lúc này của một tài khoản trình diễn, tính từ khóa ghi trong DATA_DIR, thay cho ứng dụng trên điện
thoại. Chỉ dùng được với dữ liệu của bản trình diễn. Mỗi mã dùng được một lần.
`

export const demoCode: Command = {
  help,
  operands: ['địa chỉ thư điện tử'],
  run({ operands: [given = ''] }) {
    const account = readRecord(env.DATA_DIR)?.accounts?.find(({ email }) => email === given.toLowerCase())
    if (!account) throw new CommandError(`“${given}” không phải tài khoản trình diễn.`)
    if (!account.totp) throw new CommandError(`Tài khoản ${account.email} không dùng xác thực hai bước.`)
    const now = Date.now()
    const left = stepSeconds - (Math.floor(now / 1000) % stepSeconds)
    process.stdout.write(`${codeAtStep(account.totp, stepAt(now))}\n`)
    process.stderr.write(`Mã mới sau ${left} giây.\n`)
    return Promise.resolve(0)
  },
}
