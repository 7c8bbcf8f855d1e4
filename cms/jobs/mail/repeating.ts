/** A loop that works, rests, and works again when its time has come or somebody woke it. It never throws. */
import type { Log } from '../../log.ts'

export type Repeating = { wake(): void; stop(): Promise<void> }

type Options = {
  /** @returns how long to rest, in milliseconds; 0 to go on at once. */
  work: () => Promise<number>
  log: Log
  name: string
  /** Rest after a failure of the work itself. */
  afterFailureMs?: number
}

/** The same failure is told once in this time. */
const sameFailureMs = 60_000

export function repeat({ work, log, name, afterFailureMs = 2_000 }: Options): Repeating {
  let isStopped = false
  let isWoken = false
  let wake: () => void = () => {}
  let said = ''
  let saidAt = -Infinity

  const rest = (ms: number) =>
    new Promise<void>((resolve) => {
      if (isWoken || isStopped || ms === 0) return resolve()
      const timer = setTimeout(resolve, ms)
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })

  const failed = (err: unknown): number => {
    if (String(err) !== said || performance.now() - saidAt >= sameFailureMs) {
      said = String(err)
      saidAt = performance.now()
      log.error(`${name} failed`, { err })
    }
    return afterFailureMs
  }

  const run = async () => {
    while (!isStopped) {
      isWoken = false
      await rest(await work().catch(failed))
    }
  }
  const running = run()

  return {
    wake() {
      isWoken = true
      wake()
    },
    async stop() {
      isStopped = true
      wake()
      await running
    },
  }
}
