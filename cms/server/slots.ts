/** So many at a time, so many waiting, of whom only a few from one place. Who does not fit is told at once. */
export type Slots = {
  /** `null`: no room. Otherwise call what it answers when done. */
  take(from: string): Promise<(() => void) | null>
}

type Limits = { atOnce: number; waiting: number; perPlace: number }

export function createSlots({ atOnce, waiting, perPlace }: Limits): Slots {
  const queue: (() => void)[] = []
  const places = new Map<string, number>()
  let running = 0
  const leave = (from: string) => {
    const left = (places.get(from) ?? 1) - 1
    if (left > 0) places.set(from, left)
    else places.delete(from)
    const next = queue.shift()
    if (next) next()
    else running -= 1
  }
  return {
    async take(from) {
      const here = places.get(from) ?? 0
      if (here >= perPlace || (running >= atOnce && queue.length >= waiting)) return null
      places.set(from, here + 1)
      if (running < atOnce) running += 1
      else await new Promise<void>((resolve) => queue.push(resolve))
      let isDone = false
      return () => {
        if (isDone) return
        isDone = true
        leave(from)
      }
    },
  }
}
