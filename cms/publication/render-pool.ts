/** Threads that make the routes of a fresh release. Each works on one batch at a time; a dead one is replaced. */
import { Worker } from 'node:worker_threads'
import { PublicationError } from './errors.ts'
import type { FromRenderThread, Renderers, RenderThreadData, ToRenderThread } from './render-messages.ts'

type Thread = { ask(message: ToRenderThread): Promise<FromRenderThread>; close(): Promise<unknown> }

/** A thread holds one page at a time: young space for what a page leaves behind, and little else. */
const memory = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 512 } as const
/** One page may kill its thread; when every thread dies at once, the site or the machine is at fault. */
const tooManyDeaths = 12

/** `make` and `check` reject with `render-failed` when the thread died over their batch, with a plain error when threads keep dying. */
export function openRenderPool(data: RenderThreadData, size: number): Renderers {
  const idle: Thread[] = []
  const all = new Set<Thread>()
  let deathsInARow = 0
  const waiting: ((thread: Thread) => void)[] = []
  for (let index = 0; index < size; index += 1) add()

  function add(): void {
    const thread = startThread(data)
    all.add(thread)
    giveBack(thread)
  }

  function giveBack(thread: Thread): void {
    const next = waiting.shift()
    if (next) next(thread)
    else idle.push(thread)
  }

  async function ask(message: ToRenderThread): Promise<FromRenderThread> {
    const thread = idle.pop() ?? (await new Promise<Thread>((resolve) => waiting.push(resolve)))
    try {
      const reply = await thread.ask(message)
      giveBack(thread)
      deathsInARow = 0
      return reply
    } catch (error) {
      all.delete(thread)
      deathsInARow += 1
      if (deathsInARow > tooManyDeaths)
        throw new Error('Các luồng dựng trang lần lượt dừng; bản đang dùng được giữ nguyên.', {
          cause: error,
        })
      add()
      throw error
    }
  }

  return {
    size,
    make: async (routes) => (await ask({ kind: 'make', routes })).results ?? [],
    check: async (routes) => (await ask({ kind: 'check', routes })).wrong ?? [],
    async close() {
      await Promise.all([...all].map((thread) => thread.close()))
    },
  }
}

function startThread(workerData: RenderThreadData): Thread {
  const worker = new Worker(new URL('./render-thread.ts', import.meta.url), {
    workerData,
    name: 'render',
    resourceLimits: memory,
  })
  let pending: { resolve(reply: FromRenderThread): void; reject(error: Error): void } | null = null
  let death: Error | null = null
  const die = (error: Error) => {
    death ??= error
    pending?.reject(death)
    pending = null
  }
  worker.on('message', (reply: FromRenderThread) => {
    pending?.resolve(reply)
    pending = null
  })
  worker.on('error', (cause: Error) => die(new PublicationError('render-failed', cause.message, { cause })))
  worker.on('exit', () => die(new PublicationError('render-failed', 'luồng dựng trang đã dừng giữa chừng')))
  return {
    ask: (message) =>
      new Promise((resolve, reject) => {
        if (death) return reject(death)
        pending = { resolve, reject }
        worker.postMessage(message)
      }),
    close: () => worker.terminate(),
  }
}
