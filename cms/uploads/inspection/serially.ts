/** One after the other, in order; a failure is its own caller's alone. */
let last: Promise<unknown> = Promise.resolve()

export function serially<T>(work: () => Promise<T>): Promise<T> {
  const next = last.then(work, work)
  last = next.catch(() => undefined)
  return next
}
