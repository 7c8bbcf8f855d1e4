type Patience = {
  /** What may be over in a moment. */
  isPassing: (error: unknown) => boolean
  /** How often it is tried again. */
  tries: number
  pauseMs: number
}

/** Does `work` again while it fails with what passes; the thread stands still in between. @throws the last failure. */
export function patiently<T>(work: () => T, { isPassing, tries, pauseMs }: Patience): T {
  for (let left = tries; ; left -= 1) {
    try {
      return work()
    } catch (error) {
      if (!isPassing(error) || left === 0) throw error
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, pauseMs)
    }
  }
}
