/** Hashes passwords one after the other, at a lower priority than the thread that serves everybody who is signed in. */
import { pbkdf2Sync } from 'node:crypto'
import { readlinkSync } from 'node:fs'
import { setPriority } from 'node:os'
import { parentPort } from 'node:worker_threads'

export type Job = { id: number; password: string; salt: string; iterations: number; keyLength: number }
export type Done = { id: number; hash: Uint8Array }

const lower = 5

try {
  // On Linux a priority belongs to a thread; elsewhere there is no such link, and all threads stay equal.
  const thread = Number(readlinkSync('/proc/thread-self').split('/').at(-1))
  setPriority(thread, lower)
} catch {
  // Only slower for others under load, never wrong.
}

parentPort?.on('message', ({ id, password, salt, iterations, keyLength }: Job) => {
  const hash = pbkdf2Sync(password, salt, iterations, keyLength, 'sha256')
  parentPort?.postMessage({ id, hash: new Uint8Array(hash) } satisfies Done)
})
