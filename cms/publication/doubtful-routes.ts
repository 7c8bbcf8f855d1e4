/** Which routes must be looked at closely: for a large portal threads read all of them first. */
import { availableParallelism } from 'node:os'
import type { CompareThreadData } from './compare-thread.ts'
import { openThreadPool } from './thread-pool.ts'

/** Up to here starting threads takes longer than they save. */
const fewRoutes = 500
/** Each holds the built site and a cache: a large machine needs no more of them. */
const mostThreads = 4
const routesAtOnce = 64

/**
 * Those that were not right at the moment they were read, and all of a batch that could not be read.
 * @param threads absent: as many as a portal of this size is worth. 0: none, so that every route is doubtful.
 */
export async function doubtfulRoutes(
  data: CompareThreadData,
  routes: string[],
  threads?: number,
): Promise<string[]> {
  const size = threads ?? (routes.length <= fewRoutes ? 0 : Math.min(availableParallelism(), mostThreads))
  if (size === 0) return routes
  const file = new URL('./compare-thread.ts', import.meta.url)
  const pool = openThreadPool<string[], string[]>({ file, name: 'compare', data, size })
  const doubtful: string[] = []
  let next = 0
  const runner = async () => {
    while (next < routes.length) {
      const batch = routes.slice(next, (next += routesAtOnce))
      doubtful.push(...(await pool.ask(batch).catch(() => batch)))
    }
  }
  try {
    await Promise.all(Array.from({ length: size }, runner))
  } finally {
    await pool.close()
  }
  return doubtful
}
