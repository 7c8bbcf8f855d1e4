/**
 * Citizens who read all the while: whatever happens behind, an address that stands answers, and nothing is a 5xx. Their
 * web server is a process of its own: a test reads the files of the data folder, and closing a second descriptor of a
 * database drops the locks of its process (then its memory is cut away below it: SIGBUS).
 */
import { setTimeout as wait } from 'node:timers/promises'
import { startWebProcess } from './web-process.ts'

export type Readers = {
  /** What they met that they should not have, once each; throws when they read nothing. */
  stop(): Promise<string[]>
}

const standing = ['/', '/tin-tuc/', '/tin-tuc/tin-dang-tren-cong/', '/tim-kiem/?q=tin', '/rss.xml']

export async function startReaders(dataDir: string): Promise<Readers> {
  const web = await startWebProcess(dataDir)
  const met = new Set<string>()
  let asked = 0
  let isOver = false
  const readOn = async () => {
    while (!isOver) {
      for (const address of standing) {
        const status = await read(web.base + address).catch((error: unknown) => String(error))
        if (status !== 200) met.add(`${address}: ${status}`)
        asked += 1
      }
      await wait(20)
    }
  }
  const reading = readOn()
  return {
    async stop() {
      isOver = true
      await reading
      await web.stop()
      if (asked === 0) throw new Error('nobody read anything')
      return [...met]
    },
  }
}

/** The whole answer: one that is cut off is none. */
async function read(address: string): Promise<number> {
  const answer = await fetch(address)
  await answer.arrayBuffer()
  return answer.status
}
