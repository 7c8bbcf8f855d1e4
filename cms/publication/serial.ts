/** One after the other, in the order asked; a failure does not stop the next. */
export type Serial = <T>(work: () => Promise<T> | T) => Promise<T>

export function createSerial(): Serial {
  let last: Promise<unknown> = Promise.resolve()
  return (work) => {
    const result = last.then(work)
    // The caller gets the failure; the queue only needs to know that this turn is over.
    last = result.catch(() => {})
    return result
  }
}
