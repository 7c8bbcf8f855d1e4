import { textOption, type Command } from './command.ts'
import { firstSteps, newAccount } from './new-account.ts'
import { readPassword } from './read-password.ts'
import { withPayload } from './with-payload.ts'

const help = `
Cách dùng: npm run portal -- create-admin --email ĐỊA_CHỈ --name "HỌ TÊN"

Tạo tài khoản quản trị (quản lý người dùng và cấu hình, không duyệt bài). Mật khẩu được hỏi trên màn hình,
hoặc lấy từ dòng đầu của đầu vào chuẩn; ít nhất 12 ký tự, không phải mật khẩu hay dùng.

  --email   thư điện tử để đăng nhập
  --name    họ và tên
`

export const createAdmin: Command = {
  help,
  options: { email: { type: 'string' }, name: { type: 'string' } },
  async run({ values }) {
    const account = { email: textOption(values, 'email'), name: textOption(values, 'name') }
    const password = await readPassword()
    await withPayload((payload) =>
      newAccount(payload, { ...account, password, role: 'administrator', agencies: [] }),
    )
    process.stdout.write(
      `Đã tạo tài khoản quản trị ${account.email.toLowerCase()}.\n${firstSteps('administrator')}\n`,
    )
    return 0
  },
}
