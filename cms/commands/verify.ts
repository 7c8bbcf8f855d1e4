import { verifyPublicSide } from '../jobs/oversight.ts'
import type { VerifyReport } from '#cms/publication/protocol.ts'
import type { Command } from './command.ts'
import { startProgress } from './progress.ts'
import { onPublicSide } from './running-publisher.ts'
import { withPayload } from './with-payload.ts'

const help = `
Cách dùng: npm run portal -- verify [--dry-run] [--yes]

Đối chiếu các bản đăng với mô hình đọc và từng tệp công khai, rồi sửa chỗ sai. Chạy được khi Cổng đang hoạt động.
Bài đang chờ lên Cổng không phải là lỗi. Kết thúc bằng mã 0 khi không có gì sai, 1 khi có (dù đã sửa).

Dừng lại hỏi khi việc sửa sẽ gỡ hơn 20 % số trang (và hơn 20 trang).

  --dry-run   chỉ nêu chỗ sai, không sửa
  --yes       vẫn sửa khi nhiều trang sẽ bị gỡ
`

export const verify: Command = {
  help,
  options: { 'dry-run': { type: 'boolean' }, yes: { type: 'boolean' } },
  async run({ values }) {
    const repair = values['dry-run'] !== true
    const isForced = values.yes === true
    const progress = startProgress()
    const onProgress = ({ done, total }: { done: number; total: number }) =>
      progress.update('Đối chiếu', done, total)
    const report = await withPayload((payload) =>
      onPublicSide<VerifyReport>({
        request: repair ? `verify?repair=1${isForced ? '&yes=1' : ''}` : 'verify',
        alone: (publisher) => verifyPublicSide({ payload, publisher, onProgress, repair, isForced }),
        onProgress,
      }),
    ).finally(progress.end)
    for (const problem of report.problems) process.stdout.write(`✗ ${problem}\n`)
    process.stdout.write(`${summaryOf(report, repair)}\n`)
    return report.problems.length > 0 ? 1 : 0
  },
}

function summaryOf({ items, routes, problems, repaired }: VerifyReport, repair: boolean): string {
  const checked = `Đã đối chiếu ${items} mục, ${routes} trang`
  if (problems.length === 0) return `${checked}: không có gì sai.`
  return repair
    ? `${checked}: ${problems.length} chỗ sai, đã sửa ${repaired}.`
    : `${checked}: ${problems.length} chỗ sai, chưa sửa gì.`
}
