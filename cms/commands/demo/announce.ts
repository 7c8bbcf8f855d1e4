/** What the terminal shows once everything is live: where to look, and who to be. */
import type { DemoAccount } from './record.ts'

const roleNames: Record<DemoAccount['role'], string> = {
  editor: 'Biên tập viên',
  moderator: 'Ban biên tập',
  administrator: 'Quản trị',
}

type Facts = { publicUrl: string; cmsUrl: string; accounts: readonly DemoAccount[]; accountsFile: string }

export function announcement({ publicUrl, cmsUrl, accounts, accountsFile }: Facts): string {
  const rows = accounts.map(({ role, email, password, totp = '' }) => [
    roleNames[role],
    email,
    password,
    totp,
  ])
  return [
    '',
    'Cổng trình diễn đã sẵn sàng.',
    '',
    `  Trang công khai   ${publicUrl}/`,
    `  Trang biên tập    ${cmsUrl}/admin`,
    '',
    ...table([['Vai trò', 'Thư điện tử', 'Mật khẩu', 'Khóa xác thực hai bước'], ...rows]),
    '',
    '  Khi được hỏi mã: nhập khóa vào ứng dụng xác thực, hoặc chạy npm run portal -- demo-code THƯ_ĐIỆN_TỬ',
    `  Các tài khoản cũng ghi ở ${accountsFile}. Nhấn Ctrl+C để dừng.`,
    '',
    '',
  ].join('\n')
}

/** Columns as wide as their widest cell, a line below the head. */
function table(rows: readonly (readonly string[])[]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => (row[column] ?? '').length)),
  )
  const lines = rows.map((row) =>
    `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('   ')}`.trimEnd(),
  )
  const rule = `  ${widths.map((width) => '─'.repeat(width)).join('   ')}`
  return [lines[0] ?? '', rule, ...lines.slice(1)]
}
