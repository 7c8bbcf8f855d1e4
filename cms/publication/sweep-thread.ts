/** The thread of `sweep-folder.ts`. File by file, so that it can be stopped in between. */
import { readdirSync, rmdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { workerData } from 'node:worker_threads'

function sweep(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    const found = path.join(folder, entry.name)
    if (entry.isDirectory()) sweep(found)
    else rmSync(found, { force: true })
  }
  rmdirSync(folder)
}

try {
  sweep(workerData as string)
} catch (error) {
  if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
}
