import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'

const patienceMs = 10 * 60 * 1000

/** Who else wants to build waits. Freed even by `kill -9`. @throws Error after ten minutes. */
export async function alone<T>(root: string, name: string, work: () => Promise<T>): Promise<T> {
  const folder = path.join(root, 'node_modules/.cache')
  mkdirSync(folder, { recursive: true })
  const lock = new DatabaseSync(path.join(folder, `${name}.lock`), { timeout: patienceMs })
  lock.exec('BEGIN EXCLUSIVE')
  try {
    return await work()
  } finally {
    lock.close()
  }
}
