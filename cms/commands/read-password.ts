/** A password from the terminal (not shown) or, when input is piped, its first line. Never from an option: those are listed by `ps`. */
import { text } from 'node:stream/consumers'
import { CommandError } from './command.ts'

export async function readPassword(): Promise<string> {
  if (!process.stdin.isTTY) return ((await text(process.stdin)).split(/\r?\n/)[0] ?? '').normalize('NFC')
  const password = await typed('Mật khẩu (ít nhất 12 ký tự): ')
  if ((await typed('Nhập lại mật khẩu: ')) !== password)
    throw new CommandError('Hai lần nhập không giống nhau. Chưa tạo tài khoản.')
  return password
}

const [enter, newline, interrupt, endOfInput, backspace, del] = [
  '\r',
  '\n',
  '\u0003',
  '\u0004',
  '\b',
  '\u007f',
]

async function typed(prompt: string): Promise<string> {
  const { stdin, stderr } = process
  stderr.write(prompt)
  stdin.setRawMode(true)
  stdin.setEncoding('utf8')
  stdin.resume()
  try {
    return await new Promise<string>((resolve, reject) => {
      let word = ''
      const onKey = (keys: string) => {
        for (const key of keys) {
          if (key === enter || key === newline || key === endOfInput) {
            stdin.off('data', onKey)
            return resolve(word.normalize('NFC'))
          }
          if (key === interrupt) {
            stdin.off('data', onKey)
            return reject(new CommandError('Đã dừng. Chưa tạo tài khoản.'))
          }
          word = key === backspace || key === del ? [...word].slice(0, -1).join('') : word + key
        }
      }
      stdin.on('data', onKey)
    })
  } finally {
    stdin.setRawMode(false)
    stdin.pause()
    stderr.write('\n')
  }
}
