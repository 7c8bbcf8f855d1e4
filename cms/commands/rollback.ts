import type { Command } from './command.ts'
import { onPublicSide } from './running-publisher.ts'

const help = `
Cách dùng: npm run portal -- rollback

Chuyển ngay về bản phát hành trước bản đang dùng (còn giữ hai bản), chẳng hạn khi giao diện mới bị lỗi. Từ lúc đó
phần công khai được giữ nguyên: không đăng, không gỡ, không sửa gì cho đến khi chạy rebuild; verify nói rõ điều này.
Những gì được duyệt trong lúc ấy vẫn chờ và lên Cổng sau rebuild. Muốn gỡ bài khẩn, hãy chạy rebuild trước.
`

export const rollback: Command = {
  help,
  async run() {
    const { release, from } = await onPublicSide<{ release: string; from: string }>({
      request: 'rollback',
      alone: (publisher) => publisher.rollback(),
      onProgress: () => {},
    })
    process.stdout.write(
      `Đã chuyển từ bản phát hành ${from} về bản ${release}. Phần công khai được giữ ở bản này: ` +
        'chưa đăng, chưa gỡ gì cho đến khi chạy npm run portal -- rebuild\n',
    )
    return 0
  },
}
