/** The thread of `sweep-folder.ts`. */
import { readdirSync, rmdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { workerData } from 'node:worker_threads'
import type { SweepThreadData } from './sweep-folder.ts'

const { folder, isStopped } = workerData as SweepThreadData

/** File by file, to be stopped in between. @returns whether nothing of it is left. */
function sweep(swept: string): boolean {
  for (const entry of readdirSync(swept, { withFileTypes: true })) {
    if (Atomics.load(isStopped, 0) !== 0) return false
    const found = path.join(swept, entry.name)
    if (!entry.isDirectory()) rmSync(found, { force: true })
    else if (!sweep(found)) return false
  }
  rmdirSync(swept)
  return true
}

try {
  sweep(folder)
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}
