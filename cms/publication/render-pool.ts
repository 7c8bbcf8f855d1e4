/** Threads that make the routes of a fresh release. */
import type { FromRenderThread, Renderers, RenderThreadData, ToRenderThread } from './render-messages.ts'
import { openThreadPool } from './thread-pool.ts'

/** `make` and `check` reject as `ThreadPool.ask` does. */
export function openRenderPool(data: RenderThreadData, size: number): Renderers {
  const pool = openThreadPool<ToRenderThread, FromRenderThread>({
    file: new URL('./render-thread.ts', import.meta.url),
    name: 'render',
    data,
    size,
  })
  return {
    size,
    make: async (routes) => (await pool.ask({ kind: 'make', routes })).results ?? [],
    check: async (routes) => (await pool.ask({ kind: 'check', routes })).wrong ?? [],
    close: pool.close,
  }
}
