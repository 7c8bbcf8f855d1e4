/**
 * Threads that work on one batch each at a time; a dead one is replaced when there is work for another. Not before: a
 * thread that is stopped while it still loads can take the whole process with it (seen once, SIGSEGV).
 */
import { Worker } from 'node:worker_threads'
import { PublicationError } from './errors.ts'

export type ThreadPool<To, From> = {
  /**
   * Rejects with `render-failed` when the thread died over this message, with a plain error when threads keep
   * dying, and from then on at once.
   */
  ask(message: To): Promise<From>
  close(): Promise<void>
}

type PoolOptions = {
  /** The thread's module. */
  file: URL
  name: string
  data: unknown
  size: number
}

type Thread<To, From> = { ask(message: To): Promise<From>; close(): Promise<unknown> }

/** A thread holds one page at a time: young space for what pages leave behind, and little else. */
const memory = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 512 } as const
/** One page may kill its thread; when every thread dies at once, the site or the machine is at fault. */
const tooManyDeaths = 12

export function openThreadPool<To, From>({ size, ...options }: PoolOptions): ThreadPool<To, From> {
  const idle: Thread<To, From>[] = []
  const all = new Set<Thread<To, From>>()
  let deathsInARow = 0
  const waiting: { take(thread: Thread<To, From>): void; refuse(error: Error): void }[] = []
  let lost: Error | null = null
  for (let index = 0; index < size; index += 1) add()

  function add(): void {
    const thread = startThread<To, From>(options)
    all.add(thread)
    giveBack(thread)
  }

  function giveBack(thread: Thread<To, From>): void {
    const next = waiting.shift()
    if (next) next.take(thread)
    else idle.push(thread)
  }

  /** Who waits for a thread would wait for ever. */
  function giveUp(cause: unknown): Error {
    lost = new Error('Các luồng dựng trang lần lượt dừng; bản đang dùng được giữ nguyên.', { cause })
    for (const { refuse } of waiting.splice(0)) refuse(lost)
    return lost
  }

  return {
    async ask(message) {
      if (lost) throw lost
      if (idle.length === 0 && all.size < size) add()
      const thread =
        idle.pop() ?? (await new Promise<Thread<To, From>>((take, refuse) => waiting.push({ take, refuse })))
      try {
        const reply = await thread.ask(message)
        giveBack(thread)
        deathsInARow = 0
        return reply
      } catch (error) {
        all.delete(thread)
        deathsInARow += 1
        if (deathsInARow > tooManyDeaths) throw giveUp(error)
        if (waiting.length > 0) add()
        throw error
      }
    },
    async close() {
      await Promise.all([...all].map((thread) => thread.close()))
    },
  }
}

function startThread<To, From>({ file, name, data }: Omit<PoolOptions, 'size'>): Thread<To, From> {
  const worker = new Worker(file, { workerData: data, name, resourceLimits: memory })
  let pending: { resolve(reply: From): void; reject(error: Error): void } | null = null
  let death: Error | null = null
  const die = (error: Error) => {
    death ??= error
    pending?.reject(death)
    pending = null
  }
  worker.on('message', (reply: From) => {
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
