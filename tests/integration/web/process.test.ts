import { spawn, type ChildProcess } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { createServer, type AddressInfo } from 'node:net'
import path from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { makeDataDir, putReadModel } from '#tests/support/web-server.ts'
import { freePort } from '#tests/support/free-port.ts'

const root = path.join(import.meta.dirname, '../../..')
let dataDir: string
let child: ChildProcess | undefined

beforeEach(async () => {
  const made = await makeDataDir()
  dataDir = made.dataDir
  putReadModel(made.release)
})
afterEach(async () => {
  child?.kill('SIGKILL')
  await rm(dataDir, { recursive: true, force: true })
})

function startProcess(port: number): Promise<number | null> {
  const env = {
    NODE_ENV: 'test' as const,
    PATH: process.env.PATH,
    DATA_DIR: dataDir,
    WEB_PORT: String(port),
    WEB_HOST: '127.0.0.1',
    LOG_LEVEL: 'silent',
    SITE_ENTRY: 'tests/fixtures/site/entry.ts',
  }
  const started = spawn(process.execPath, ['site/server/main.ts'], { cwd: root, env, stdio: 'ignore' })
  child = started
  return new Promise((resolve) => started.once('exit', (code) => resolve(code)))
}

test('SIGTERM lets an answer finish and ends with 0', async () => {
  const port = await freePort()
  const ended = startProcess(port)
  const url = `http://127.0.0.1:${port}`
  await vi.waitFor(async () => expect((await fetch(`${url}/healthz`)).status).toBe(200), {
    timeout: 10_000,
    interval: 50,
  })
  const slow = fetch(`${url}/tim-kiem/?q=slow`)
  await new Promise((resolve) => setTimeout(resolve, 60))
  child?.kill('SIGTERM')
  expect((await slow).status).toBe(200)
  expect(await ended).toBe(0)
})

test('a taken port ends with 98', async () => {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  expect(await startProcess((server.address() as AddressInfo).port)).toBe(98)
  await new Promise((resolve) => server.close(resolve))
})
