import { rebuildPublicSide, type OversightProgress } from '../jobs/oversight.ts'
import type { Command } from './command.ts'
import { startProgress } from './progress.ts'
import { onPublicSide } from './running-publisher.ts'
import { withPayload } from './with-payload.ts'

const help = `
Cách dùng: npm run portal -- rebuild

Dựng lại toàn bộ phần công khai từ các bản đăng, bên cạnh bản đang dùng, rồi chuyển sang bằng một lần đổi tên.
Người đọc không thấy gián đoạn. Chạy được khi Cổng đang hoạt động.
`

const phases: Record<string, string> = {
  items: 'Nạp các mục',
  pages: 'Dựng trang',
  files: 'Nối tệp',
  switch: 'Chuyển bản',
}

export const rebuild: Command = {
  help,
  async run() {
    const progress = startProgress()
    const onProgress = ({ phase, done, total }: OversightProgress) =>
      progress.update(phases[phase] ?? phase, done, total)
    const { items, routes, release } = await withPayload((payload) =>
      onPublicSide<{ items: number; routes: number; release: string }>({
        request: 'rebuild',
        alone: (publisher) => rebuildPublicSide({ payload, publisher, onProgress }),
        onProgress,
      }),
    ).finally(progress.end)
    process.stdout.write(`Đã dựng lại ${routes} trang của ${items} mục (bản phát hành ${release}).\n`)
    return 0
  },
}
