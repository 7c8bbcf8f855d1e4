/**
 * `npm run build:cms`: builds the admin beside the one in use and puts it in its place (`cms/.next`). A cms that
 * runs has its pages in memory and goes on with them until it is started again.
 */
import { spawn } from 'node:child_process'
import { existsSync, renameSync } from 'node:fs'
import path from 'node:path'
import { prepareNext, putInPlace } from '../built-folder.ts'
import { environmentWith } from '../env.ts'
import { alone } from './build-lock.ts'
import { keepScripts } from './keep-scripts.ts'

const root = path.resolve(import.meta.dirname, '../..')
const folder = path.join(root, 'cms/.next')

function runNext(): Promise<number> {
  const next = path.join(root, 'node_modules/next/dist/bin/next')
  const child = spawn(process.execPath, [next, 'build', 'cms'], {
    cwd: root,
    env: environmentWith({ NEXT_TELEMETRY_DISABLED: '1' }),
    stdio: 'inherit',
  })
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => child.kill(signal))
  return new Promise((resolve, reject) => {
    child.once('error', reject)
    child.once('close', (code) => resolve(code ?? 1))
  })
}

process.exitCode = await alone(root, 'cms-build', async () => {
  const next = prepareNext(folder)
  // What was compiled before makes this build a fifth as long.
  const cache = path.join(folder, 'cache')
  if (existsSync(cache)) renameSync(cache, path.join(next, 'cache'))
  const code = await runNext()
  if (code !== 0) return code
  keepScripts(folder, next)
  putInPlace(folder)
  return 0
})
