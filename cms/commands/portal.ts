/**
 * `npm run portal -- <command>`: the table of commands. Exit codes: 0 done and nothing wrong, 1 something was
 * wrong or refused.
 */
import { CommandError, parseWords, type Command } from './command.ts'
import { failureLines } from './failure-lines.ts'

type Entry = { words: string; summary: string; load: () => Promise<Command> }

/** Loaded only when called for: a wrong setting or a slow database must not stand in the way of `--help`. */
const commands: readonly Entry[] = [
  {
    words: 'create-admin',
    summary: 'Tạo tài khoản quản trị',
    load: async () => (await import('./create-admin.ts')).createAdmin,
  },
  {
    words: 'create-user',
    summary: 'Tạo tài khoản biên tập viên, Ban biên tập hoặc quản trị',
    load: async () => (await import('./create-user.ts')).createUser,
  },
  {
    words: 'reset-factor',
    summary: 'Gỡ xác thực hai bước khi mất điện thoại',
    load: async () => (await import('./reset-factor.ts')).resetFactor,
  },
  {
    words: 'demo-code',
    summary: 'Mã xác thực lúc này của một tài khoản trình diễn',
    load: async () => (await import('./demo-code.ts')).demoCode,
  },
  {
    words: 'import news',
    summary: 'Nhập một tin từ tệp xuất của cổng cũ thành bản nháp',
    load: async () => (await import('./import-news.ts')).importNews,
  },
  {
    words: 'verify',
    summary: 'Đối chiếu bản đăng với phần công khai và sửa chỗ sai',
    load: async () => (await import('./verify.ts')).verify,
  },
  {
    words: 'rebuild',
    summary: 'Dựng lại toàn bộ phần công khai từ các bản đăng',
    load: async () => (await import('./rebuild.ts')).rebuild,
  },
  {
    words: 'rollback',
    summary: 'Quay về bản phát hành trước và giữ ở đó',
    load: async () => (await import('./rollback.ts')).rollback,
  },
  {
    words: 'audit verify',
    summary: 'Kiểm tra chuỗi niêm của nhật ký và của các bản đăng',
    load: async () => (await import('./audit-verify.ts')).auditVerify,
  },
  {
    words: 'explain',
    summary: 'Nêu những trang mà một mục chạm tới',
    load: async () => (await import('./explain.ts')).explainItem,
  },
]

const overview = (): string => {
  const width = Math.max(...commands.map(({ words }) => words.length))
  const lines = commands.map(({ words, summary }) => `  ${words.padEnd(width)}  ${summary}`)
  return [
    'Cách dùng: npm run portal -- <lệnh> [tùy chọn]',
    '',
    ...lines,
    '',
    'Thêm --help sau một lệnh để xem cách dùng lệnh đó.',
    '',
  ].join('\n')
}

function entryFor(args: string[]): { entry: Entry; rest: string[] } {
  const entry = commands.find(({ words }) => words.split(' ').every((word, index) => args[index] === word))
  if (entry) return { entry, rest: args.slice(entry.words.split(' ').length) }
  const family = commands.filter(({ words }) => words.startsWith(`${args[0]} `)).map(({ words }) => words)
  if (family.length > 0) throw new CommandError(`Lệnh “${args[0]}” cần thêm một từ: ${family.join(', ')}.`)
  throw new CommandError(`Không có lệnh “${args[0]}”. Chạy npm run portal để xem các lệnh.`)
}

async function main(args: string[]): Promise<number> {
  if (args.length === 0 || ['help', '--help', '-h'].includes(args[0] ?? '')) {
    process.stdout.write(overview())
    return 0
  }
  const { entry, rest } = entryFor(args)
  if (rest.includes('--help') || rest.includes('-h')) {
    process.stdout.write(`${(await entry.load()).help.trim()}\n`)
    return 0
  }
  const command = await entry.load()
  const input = parseWords(command, rest)
  return input ? command.run(input) : 0
}

try {
  process.exitCode = await main(process.argv.slice(2))
} catch (error) {
  process.stderr.write(`${failureLines(error).join('\n')}\n`)
  process.exitCode = 1
}
// Pools and watchers of the database libraries may outlive their work; what was printed is flushed first.
process.stdout.write('', () => process.stderr.write('', () => process.exit()))
