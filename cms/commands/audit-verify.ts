import type { Payload } from 'payload'
import { countUnsealed, verifyAnchors, verifyAuditChain, verifyEditionChains } from '../jobs/verify-chains.ts'
import type { Command } from './command.ts'
import { startProgress } from './progress.ts'
import { withPayload } from './with-payload.ts'

const help = `
Cách dùng: npm run portal -- audit verify

Đi hết chuỗi niêm của nhật ký và chuỗi bản đăng của từng mục, so với các mốc hằng ngày đã gửi và công bố;
nêu mắt xích hỏng đầu tiên của mỗi chuỗi.
Chỉ đọc, không sửa gì. Kết thúc bằng mã 0 khi mọi chuỗi liền, 1 khi có chỗ hỏng.
`

/** The relay seals within a second; after a minute without a seal something is wrong (ARCHITECTURE, Workflow). */
const sealingPatience = 60_000

export const auditVerify: Command = {
  help,
  async run() {
    const { lines, problems } = await withPayload(check)
    for (const line of lines) process.stdout.write(`${line}\n`)
    for (const problem of problems) process.stdout.write(`✗ ${problem}\n`)
    return problems.length > 0 ? 1 : 0
  },
}

async function check(payload: Payload): Promise<{ lines: string[]; problems: string[] }> {
  const progress = startProgress()
  try {
    const events = await verifyAuditChain(payload, (done) => progress.update('Sự kiện', done, 0))
    const editions = await verifyEditionChains(payload, (done) => progress.update('Bản đăng', done, 0))
    const anchors = await verifyAnchors(payload)
    const unsealed = await countUnsealed(payload, new Date(Date.now() - sealingPatience).toISOString())
    const late =
      unsealed > 0 ? [`${unsealed} sự kiện chưa được niêm sau một phút. Hệ biên tập có đang chạy không?`] : []
    return {
      lines: [
        `Nhật ký: ${events.checked} sự kiện liền chuỗi.`,
        `Bản đăng: ${editions.checked} bản liền chuỗi.`,
        `Mốc hằng ngày: ${anchors.checked} mốc khớp với nhật ký.`,
      ],
      problems: [events.broken, editions.broken, anchors.broken].filter((line) => line !== null).concat(late),
    }
  } finally {
    progress.end()
  }
}
