/** One after the other, in the order asked; a failure does not stop the next. */
export type Serial = {
  <T>(work: () => Promise<T> | T): Promise<T>
  /** True while something waits for its turn: long work may then end its own early. */
  isAwaited(): boolean
}

export function createSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve()
  let waiting = 0
  const run = <T>(work: () => Promise<T> | T): Promise<T> => {
    waiting += 1
    const result = last.then(() => {
      waiting -= 1
      return work()
    })
    // The caller gets the failure; the queue only needs to know that this turn is over.
    last = result.catch(() => {})
    return result
  }
  return Object.assign(run, { isAwaited: () => waiting > 0 })
}
