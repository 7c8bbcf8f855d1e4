/**
 * Takes a whole folder away in a thread of its own: the tree of a hundred thousand pages takes most of a minute, and
 * publications do not wait for that.
 */
import { Worker } from 'node:worker_threads'

/** Rejects with what the file system says; what is not there is gone already. Aborted, it leaves the rest. */
export function sweepFolder(folder: string, signal?: AbortSignal): Promise<void> {
  const thread = new Worker(new URL('./sweep-thread.ts', import.meta.url), {
    workerData: folder,
    name: 'sweep-folder',
  })
  const stop = () => void thread.terminate()
  signal?.addEventListener('abort', stop, { once: true })
  return new Promise<void>((resolve, reject) => {
    thread.once('error', reject)
    thread.once('exit', () => resolve())
  }).finally(() => signal?.removeEventListener('abort', stop))
}
