/** PBKDF2-SHA256 in a thread of its own (`hash-thread.ts`), started with the first password and no reason to stay alive. */
import { Worker } from 'node:worker_threads'
import type { Done, Job } from './hash-thread.ts'

type Waiting = { resolve: (hash: Uint8Array) => void; reject: (error: Error) => void }

let worker: Worker | undefined
let lastId = 0
const waiting = new Map<number, Waiting>()

function started(): Worker {
  const made = new Worker(new URL('./hash-thread.ts', import.meta.url))
  made.unref()
  made.on('message', ({ id, hash }: Done) => {
    waiting.get(id)?.resolve(hash)
    waiting.delete(id)
    if (waiting.size === 0) made.unref()
  })
  made.once('error', fail)
  made.once('exit', () => fail(new Error('the hash thread ended')))
  return made
}

/** Whoever waits is told; the next password starts a new thread. */
function fail(error: Error): void {
  worker = undefined
  for (const { reject } of waiting.values()) reject(error)
  waiting.clear()
}

export function deriveKey(job: Omit<Job, 'id'>): Promise<Uint8Array> {
  worker ??= started()
  const id = ++lastId
  const derived = new Promise<Uint8Array>((resolve, reject) => waiting.set(id, { resolve, reject }))
  worker.ref()
  worker.postMessage({ ...job, id } satisfies Job)
  return derived
}
