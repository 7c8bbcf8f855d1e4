import type { Rebuilt } from '../publication/protocol.ts'
import { rebuildPublicSide, type OversightProgress } from '../jobs/oversight.ts'
import type { Command } from './command.ts'
import { startPace } from './pace.ts'
import { startProgress } from './progress.ts'
import { onPublicSide } from './running-publisher.ts'
import { withPayload } from './with-payload.ts'

const help = `
Cách dùng: npm run portal -- rebuild [--from-editions] [--yes]

Dựng lại toàn bộ phần công khai bằng mọi lõi của máy, bên cạnh bản đang dùng, đọc lại từng tệp rồi chuyển sang bằng một
lần đổi tên. Người đọc không thấy gián đoạn. Chạy được khi Cổng đang hoạt động. Giữ lại hai bản trước đó để quay lui
(rollback). Dừng lại hỏi khi hơn 20 % số trang (và hơn 20 trang) sẽ mất. Mô hình đọc được chép sang khi từng dòng của nó
được chứng minh còn nguyên và khớp với các bản đăng; nếu không, nó cũng được làm lại từ các bản đăng.

  --from-editions  làm lại cả mô hình đọc và chỉ mục tìm kiếm từ các bản đăng, không chép
  --yes            vẫn làm khi nhiều trang sẽ mất
`

const phases: Record<string, string> = {
  items: 'Nạp các mục',
  pages: 'Dựng trang',
  files: 'Nối tệp',
  check: 'Đọc lại',
  switch: 'Chuyển bản',
}

export const rebuild: Command = {
  help,
  options: { 'from-editions': { type: 'boolean' }, yes: { type: 'boolean' } },
  async run({ values }) {
    const isForced = values.yes === true
    const isFromEditions = values['from-editions'] === true
    const query = new URLSearchParams({
      ...(isForced ? { yes: '1' } : {}),
      ...(isFromEditions ? { editions: '1' } : {}),
    })
    const progress = startProgress()
    const pace = startPace()
    const onProgress = ({ phase, done, total }: OversightProgress) =>
      progress.update(pace(phases[phase] ?? phase, done, total), done, total)
    const { items, routes, release, isCarried } = await withPayload((payload) =>
      onPublicSide<Rebuilt>({
        request: `rebuild?${query.toString()}`,
        alone: (publisher) => rebuildPublicSide({ payload, publisher, onProgress, isForced, isFromEditions }),
        onProgress,
      }),
    ).finally(progress.end)
    const rows = isCarried ? 'chép từ bản trước sau khi đối chiếu' : 'làm lại từ các bản đăng'
    process.stdout.write(
      `Đã dựng lại ${routes} trang của ${items} mục (bản phát hành ${release}; mô hình đọc ${rows}).\n`,
    )
    return 0
  },
}
