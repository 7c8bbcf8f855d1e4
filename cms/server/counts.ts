/** The counts behind the throttle, in this process only, and never more than `limit` of them. */
import {
  waitFor,
  windows,
  withOneLess,
  withOneMore,
  type Count,
  type WindowName,
} from '#domain/accounts/throttle.ts'

export type Counted = readonly [window: WindowName, key: string]

export type Counts = {
  /** Milliseconds until all of these allow another try. */
  waitFor(tries: readonly Counted[]): number
  add(tries: readonly Counted[]): void
  takeBack(tries: readonly Counted[]): void
  forget(tries: readonly Counted[]): void
  size(): number
}

const name = ([window, key]: Counted): string => `${window} ${key}`

export function createCounts({ now, limit = 20_000 }: { now: () => number; limit?: number }): Counts {
  const counts = new Map<string, Count>()
  const set = (counted: Counted, count: Count) => {
    // Last in, last out: a key in use moves to the end, and what is pushed out was quiet longest.
    counts.delete(name(counted))
    counts.set(name(counted), count)
    while (counts.size > limit) counts.delete(counts.keys().next().value ?? '')
  }
  return {
    waitFor: (tries) =>
      Math.max(0, ...tries.map((each) => waitFor(windows[each[0]], counts.get(name(each)), now()))),
    add: (tries) => {
      for (const each of tries) set(each, withOneMore(windows[each[0]], counts.get(name(each)), now()))
    },
    takeBack: (tries) => {
      for (const each of tries) {
        const count = counts.get(name(each))
        if (count) set(each, withOneLess(count))
      }
    },
    forget: (tries) => {
      for (const each of tries) counts.delete(name(each))
    },
    size: () => counts.size,
  }
}
