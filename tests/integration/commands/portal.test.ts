import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandFolders, portal, type CommandFolders } from '#tests/support/run-command.ts'

let folders: CommandFolders
beforeAll(() => {
  folders = commandFolders()
})
afterAll(() => folders.remove())

const password = 'mat-khau-rat-dai-2011\n'
const names = [
  'create-admin',
  'create-user',
  'reset-factor',
  'demo-code',
  'import news',
  'verify',
  'rebuild',
  'rollback',
  'audit verify',
  'explain',
]

test('without a word the portal lists its commands', async () => {
  const { code, stdout } = await portal([], folders.env)
  expect(code).toBe(0)
  expect(names.filter((name) => !stdout.includes(`  ${name} `))).toEqual([])
})

test('every command explains itself', async () => {
  const answers = await Promise.all(names.map((name) => portal([...name.split(' '), '--help'], folders.env)))
  expect(answers.map(({ code }) => code)).toEqual(names.map(() => 0))
  expect(
    answers.filter(({ stdout }, index) => !stdout.startsWith(`Cách dùng: npm run portal -- ${names[index]}`)),
  ).toEqual([])
})

test.each([
  [['ban'], 'Không có lệnh “ban”.'],
  [['import'], 'Lệnh “import” cần thêm một từ: import news.'],
  [['create-admin', '--emal', 'a@b.vn'], 'Không có tùy chọn “--emal”.'],
  [['create-admin', '--email'], 'Tùy chọn “--email” thiếu hoặc thừa giá trị.'],
  [['verify', 'het'], 'Thừa “het”.'],
  [['import', 'news'], 'Thiếu tên tệp cần nhập.'],
  [['reset-factor'], 'Thiếu địa chỉ thư điện tử.'],
  [['reset-factor', 'khong-co@tinh.example'], 'Không có tài khoản “khong-co@tinh.example”.'],
  [['demo-code', 'ai@do.example'], '“ai@do.example” không phải tài khoản trình diễn.'],
  [['explain', 'users/1'], '“users/1” không phải một mục.'],
])('%j is refused in one line', async (args, sentence) => {
  const { code, stdout, stderr } = await portal(args, folders.env)
  expect({ code, stdout, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, stdout: '', lines: 1 })
  expect(stderr).toContain(sentence)
})

test('a wrong setting is named, without a stack', async () => {
  const { code, stderr } = await portal(['verify'], { ...folders.env, CMS_PORT: 'abc' })
  expect(code).toBe(1)
  expect(stderr).toMatch(/^Cấu hình sai/)
  expect(stderr).toContain('CMS_PORT')
  expect(stderr).not.toContain('    at ')
})

test('an administrator is made once, with a password that is long enough', async () => {
  const words = ['create-admin', '--email', 'Quan.Tri@tinh.example', '--name', 'Hoàng Anh']
  expect(await portal(words, folders.env, 'ngan\n')).toMatchObject({
    code: 1,
    stderr: 'Mật khẩu cần ít nhất 12 ký tự.\n',
  })
  expect(await portal(words, folders.env, password)).toMatchObject({
    code: 0,
    stdout: expect.stringMatching(
      /^Đã tạo tài khoản quản trị quan\.tri@tinh\.example\.\nBước tiếp theo: đăng nhập tại .*mã QR/,
    ),
  })
  expect(await portal(words, folders.env, password)).toMatchObject({
    code: 1,
    stderr: 'Đã có tài khoản “quan.tri@tinh.example”. Không tạo thêm.\n',
  })
})

test('an editor needs an agency that exists', async () => {
  const words = ['create-user', '--email', 'bien.tap@tinh.example', '--name', 'Lan', '--role', 'editor']
  expect((await portal(words, folders.env, password)).stderr).toBe(
    'Biên tập viên cần ít nhất một --agency.\n',
  )
  expect((await portal([...words, '--agency', 'Sở Y tế'], folders.env, password)).stderr).toContain(
    'Không có cơ quan “Sở Y tế”.',
  )
  expect((await portal(words.with(6, 'chief'), folders.env, password)).stderr).toContain(
    'Không có vai trò “chief”.',
  )
})
