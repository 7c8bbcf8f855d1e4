/** `npm run demo`: a whole province on an empty machine, in the foreground until Ctrl+C. */
import { parseWords, type Command } from './command.ts'
import { failureLines } from './failure-lines.ts'

const demo: Command = {
  help: `
Cách dùng: npm run demo [-- --fresh]

Dựng những gì còn thiếu, điền một tỉnh trình diễn qua đúng quy trình duyệt, chạy Cổng và hệ biên tập cho đến khi
nhấn Ctrl+C. Chạy lại thì dùng tiếp dữ liệu đang có; lần điền bị dừng giữa chừng được làm tiếp.

  --fresh   xóa dữ liệu của bản trình diễn rồi điền lại từ đầu
`,
  options: { fresh: { type: 'boolean' } },
  async run({ values }) {
    const { prepareDemo } = await import('./demo/prepare.ts')
    const { serve } = await import('./demo/serve.ts')
    return serve(await prepareDemo({ isFresh: values.fresh === true }))
  },
}

try {
  const input = parseWords(demo, process.argv.slice(2))
  if (!input) process.stdout.write(`${demo.help.trim()}\n`)
  process.exitCode = input ? await demo.run(input) : 0
} catch (error) {
  process.stderr.write(`${failureLines(error).join('\n')}\n`)
  process.exitCode = 1
}
process.stdout.write('', () => process.stderr.write('', () => process.exit()))
