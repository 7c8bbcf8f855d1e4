/** The server cannot take this now and will soon: answered 503 with `Retry-After`. */
export class BusyError extends Error {
  override readonly name = 'BusyError'
}

/**
 * Lets `running` works go on at once and `waiting` more stand in line, so that many slow searches neither
 * pile up nor hold up the reading of pages.
 * @throws BusyError when the line is full.
 */
export function createGate({ running, waiting }: { running: number; waiting: number }) {
  let busy = 0
  const line: (() => void)[] = []

  async function enter(): Promise<void> {
    if (busy < running) {
      busy += 1
      return
    }
    if (line.length >= waiting) throw new BusyError('too many at once')
    await new Promise<void>((resolve) => line.push(resolve))
  }

  /** Hands its place to the next in line, if any. */
  function leave(): void {
    const next = line.shift()
    if (next) next()
    else busy -= 1
  }

  return async function pass<T>(work: () => Promise<T>): Promise<T> {
    await enter()
    try {
      return await work()
    } finally {
      leave()
    }
  }
}
