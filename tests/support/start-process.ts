/** Starts one of the test processes and listens to what it says. */
import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'

export type Started = {
  child: ChildProcess
  said: (word: string) => Promise<void>
  ended: Promise<NodeJS.Signals | number | null>
}

/** Work is handed over as JSON in a file; `env` is added to this process's own. */
export function startProcess(script: string, work: unknown, env: Record<string, string> = {}): Started {
  const file = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'work-')), 'work.json')
  fs.writeFileSync(file, JSON.stringify(work))
  const child = spawn(process.execPath, [path.join(import.meta.dirname, script), file], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()))
  const ended = new Promise<NodeJS.Signals | number | null>((resolve) => {
    child.on('exit', (code, signal) => {
      fs.rmSync(path.dirname(file), { recursive: true, force: true })
      resolve(signal ?? code)
    })
  })
  const said = (word: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => output.includes(word) && resolve()
      child.stdout.on('data', look)
      void ended.then((how) => reject(new Error(`ended (${how}) without saying ${word}`)))
      look()
    })
  return { child, said, ended }
}
