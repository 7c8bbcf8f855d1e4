/** Faults of disk, database and clock in a running cms, set and lifted by the test (tests/fixtures/faults/inject.ts). */
import { mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export type Fault = {
  /** Told again by `met`. */
  name: string
  /** Functions of `node:fs`, or `sqlite` for every write to a database. */
  calls: string[]
  /** ENOSPC and EIO for `sqlite`. */
  code: string
  /** Regular expression over the path of the file. */
  path: string
  /** How often; for ever without. */
  times?: number
}
export type Faults = { faults: Fault[]; /** How far the clock is off. */ clockMs?: number }

export type FaultControl = {
  /** For `startCms`. */
  execArgv: string[]
  env: Record<string, string>
  set(faults: Faults): void
  lift(): void
  /** How often the fault was met, in all threads and lives of the process. */
  met(name: string): number
  remove(): void
}

const preload = path.resolve(import.meta.dirname, '../fixtures/faults/inject.ts')

export function openFaults(): FaultControl {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'faults-'))
  const control = path.join(folder, 'control.json')
  const set = (faults: Faults) => {
    writeFileSync(`${control}.tmp`, JSON.stringify(faults))
    renameSync(`${control}.tmp`, control)
  }
  set({ faults: [] })
  writeFileSync(`${control}.met`, '')
  return {
    execArgv: ['--import', preload],
    env: { FAULTS: control },
    set,
    lift: () => set({ faults: [] }),
    met: (name) =>
      readFileSync(`${control}.met`, 'utf8')
        .split('\n')
        .filter((line) => line.startsWith(`${name}\t`)).length,
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}
