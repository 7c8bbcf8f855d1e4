import { existsSync } from 'node:fs'
import path from 'node:path'
import { publicCollections, type ItemRef } from '#domain/collections.ts'
import { openReadModel } from '#published/open.ts'
import { env } from '../env.ts'
import { explain } from '../publication/explain.ts'
import { CommandError, type Command } from './command.ts'

const help = `
Cách dùng: npm run portal -- explain LOẠI/MÃ

Nêu những trang sẽ được dựng lại khi mục này thay đổi, và vì sao. Chỉ đọc phần công khai, không sửa gì.

  LOẠI   ${publicCollections.join(', ')}
  MÃ     mã của mục, như ở cuối địa chỉ trong trang quản trị
`

export const explainItem: Command = {
  help,
  operands: ['mục, ví dụ news/5f0c…'],
  async run({ operands: [ref = ''] }) {
    const isRef = publicCollections.some(
      (collection) => ref.startsWith(`${collection}/`) && ref.length > collection.length + 1,
    )
    if (!isRef)
      throw new CommandError(
        `“${ref}” không phải một mục. Ghi LOẠI/MÃ, loại là một trong: ${publicCollections.join(', ')}.`,
      )
    const file = path.join(env.DATA_DIR, 'published.sqlite')
    if (!existsSync(file))
      throw new CommandError('Chưa có phần công khai. Hãy chạy: npm run portal -- rebuild')
    const db = openReadModel(file)
    try {
      const { routes, everyOther } = explain(db, ref as ItemRef)
      if (routes.length === 0) throw new CommandError(`Mục “${ref}” không có trên phần công khai.`)
      const width = Math.max(...routes.map((route) => route.path.length))
      for (const { path: route, why } of routes) process.stdout.write(`${route.padEnd(width)}  ${why}\n`)
      if (everyOther > 0)
        process.stdout.write(`… và ${everyOther} trang khác: menu, chân trang có ở mọi trang.\n`)
      const later = routes.filter(({ priority }) => priority === 3).length
      const all = routes.length + everyOther
      process.stdout.write(
        `Cộng ${all} trang: ${routes.length - later} làm ngay, ${later + everyOther} làm sau.\n`,
      )
    } finally {
      db.close()
    }
    return 0
  },
}
