/** Citizens who read all the while: whatever happens behind, an address that stands answers, and nothing is a 5xx. */
import { setTimeout as wait } from 'node:timers/promises'
import { startPublicWeb } from './public-web.ts'

export type Readers = {
  /** What they met that they should not have, once each; throws when they read nothing. */
  stop(): Promise<string[]>
}

const standing = ['/', '/tin-tuc/', '/tin-tuc/tin-dang-tren-cong/', '/tim-kiem/?q=tin', '/rss.xml']

export async function startReaders(dataDir: string): Promise<Readers> {
  const web = await startPublicWeb(dataDir)
  const met = new Set<string>()
  let asked = 0
  let isOver = false
  const read = async () => {
    while (!isOver) {
      for (const address of standing) {
        const { status } = await web.get(address).catch((error: unknown) => ({ status: String(error) }))
        if (status !== 200) met.add(`${address}: ${status}`)
        asked += 1
      }
      await wait(20)
    }
  }
  const reading = read()
  return {
    async stop() {
      isOver = true
      await reading
      await web.close()
      if (asked === 0) throw new Error('nobody read anything')
      return [...met]
    },
  }
}
