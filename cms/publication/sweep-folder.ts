/**
 * Takes a whole folder away in a thread of its own: the tree of a hundred thousand pages takes most of a minute, and
 * publications do not wait for that.
 */
import { Worker } from 'node:worker_threads'

export type SweepThreadData = {
  folder: string
  /** One number; the thread ends by itself when it is not 0. */
  isStopped: Int32Array
}

/** Rejects with what the file system says; what is not there is gone already. Aborted, it leaves the rest. */
export function sweepFolder(folder: string, signal?: AbortSignal): Promise<void> {
  const workerData: SweepThreadData = { folder, isStopped: new Int32Array(new SharedArrayBuffer(4)) }
  const thread = new Worker(new URL('./sweep-thread.ts', import.meta.url), {
    workerData,
    name: 'sweep-folder',
  })
  const stop = () => void Atomics.store(workerData.isStopped, 0, 1)
  signal?.addEventListener('abort', stop, { once: true })
  return new Promise<void>((resolve, reject) => {
    thread.once('error', reject)
    thread.once('exit', () => resolve())
  }).finally(() => signal?.removeEventListener('abort', stop))
}
