/** Are the ports free? Asked before anything else, so that nobody waits for a build in vain. */
import net from 'node:net'
import { CommandError } from '../command.ts'

export type Listener = { setting: string; host: string; port: number }

/** @throws CommandError naming the port and the setting that moves it. */
export async function requireFreePorts(listeners: readonly Listener[]): Promise<void> {
  const seen = new Map<number, string>()
  for (const { setting, host, port } of listeners) {
    const other = seen.get(port)
    if (other) throw new CommandError(`${other} và ${setting} cùng là ${port}. Hãy đặt hai cổng khác nhau.`)
    seen.set(port, setting)
    if (!(await isFree(host, port))) {
      throw new CommandError(
        `Cổng ${port} đang có chương trình khác dùng. Hãy tắt chương trình đó hoặc đặt ${setting} khác rồi chạy lại.`,
      )
    }
  }
}

function isFree(host: string, port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const server = net.createServer()
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE' || error.code === 'EACCES') resolve(false)
      else reject(error)
    })
    server.listen(port, host, () => server.close(() => resolve(true)))
  })
}
