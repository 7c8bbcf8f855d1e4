import { roles, type Role } from '#domain/roles.ts'
import { CommandError, textOption, type Command, type Values } from './command.ts'
import { findAgency } from './find-agency.ts'
import { firstSteps, newAccount } from './new-account.ts'
import { readPassword } from './read-password.ts'
import { withPayload } from './with-payload.ts'

const help = `
Cách dùng: npm run portal -- create-user --email ĐỊA_CHỈ --name "HỌ TÊN" --role VAI_TRÒ [--agency CƠ_QUAN]…

Tạo một tài khoản. Mật khẩu được hỏi trên màn hình, hoặc lấy từ dòng đầu của đầu vào chuẩn; ít nhất 12 ký tự,
không phải mật khẩu hay dùng.

  --email    thư điện tử để đăng nhập
  --name     họ và tên
  --role     editor (biên tập viên), moderator (Ban biên tập) hoặc administrator (quản trị)
  --agency   cơ quan của biên tập viên: tên, tên viết tắt hoặc phần cuối địa chỉ; ghi nhiều lần được
`

export const createUser: Command = {
  help,
  options: {
    email: { type: 'string' },
    name: { type: 'string' },
    role: { type: 'string' },
    agency: { type: 'string', multiple: true },
  },
  async run({ values }) {
    const account = {
      email: textOption(values, 'email'),
      name: textOption(values, 'name'),
      role: roleOf(values),
    }
    const names = Array.isArray(values.agency) ? values.agency.map(String) : []
    if (account.role === 'editor' && names.length === 0)
      throw new CommandError('Biên tập viên cần ít nhất một --agency.')
    const password = await readPassword()
    await withPayload(async (payload) => {
      const agencies: string[] = []
      for (const name of names) agencies.push((await findAgency(payload, name)).id)
      await newAccount(payload, { ...account, agencies, password })
    })
    process.stdout.write(
      `Đã tạo tài khoản ${account.email.toLowerCase()} (${account.role}).\n${firstSteps(account.role)}\n`,
    )
    return 0
  },
}

function roleOf(values: Values): Role {
  const given = textOption(values, 'role')
  const role = roles.find((known) => known === given)
  if (!role) throw new CommandError(`Không có vai trò “${given}”. Chọn một trong: ${roles.join(', ')}.`)
  return role
}
