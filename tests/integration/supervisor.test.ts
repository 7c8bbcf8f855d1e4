import { spawn, type ChildProcessByStdio } from 'node:child_process'
import path from 'node:path'
import type { Readable } from 'node:stream'
import { afterEach, expect, test, vi } from 'vitest'
import { nextPause } from '#cms/server/supervisor.ts'

type Running = {
  output: () => string
  ended: Promise<number | null>
  process: ChildProcessByStdio<null, Readable, null>
}

const started: Running[] = []
const supervisorFile = path.join(import.meta.dirname, '../fixtures/children/supervise.ts')

/** Runs a supervisor over the named fixture children. */
function run(...children: string[]): Running {
  const child = spawn(process.execPath, [supervisorFile, ...children], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  let output = ''
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text))
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const running = { output: () => output, ended, process: child }
  started.push(running)
  return running
}

const pids = (output: string): number[] => [...output.matchAll(/^up (\d+)$/gm)].map(([, pid]) => Number(pid))

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch {
    return false // ESRCH: no such process
  }
}

const until = (condition: () => boolean) =>
  vi.waitFor(() => expect(condition()).toBe(true), { timeout: 10_000, interval: 20 })

afterEach(async () => {
  for (const { process: left, ended } of started.splice(0)) {
    left.kill('SIGKILL')
    await ended
  }
})

test('the pause doubles from 250 ms to 5 s and starts again after 30 s of health', () => {
  const pauses: number[] = []
  for (let last = 0; pauses.length < 7; last = pauses.at(-1) ?? 0) pauses.push(nextPause(last, 100))
  expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 5000, 5000])
  expect(nextPause(5000, 30_000)).toBe(250)
})

test('a request to stop ends both children and the whole ends with 0', async () => {
  const supervisor = run('steady', 'steady')
  await until(() => pids(supervisor.output()).length === 2)
  supervisor.process.kill('SIGTERM')
  expect(await supervisor.ended).toBe(0)
  expect(pids(supervisor.output()).filter(isAlive)).toEqual([])
})

test('a crashing child is started again while the other runs on', async () => {
  const supervisor = run('crashing', 'steady')
  await until(() => pids(supervisor.output()).length >= 5)
  // The newest crashing child may not have ended yet; of all started before, only the steady one lives.
  const earlier = pids(supervisor.output()).slice(0, -1)
  await until(() => earlier.filter(isAlive).length === 1)
  expect(supervisor.output()).toContain('crashing đã dừng (mã 3), chạy lại sau 20 ms.')
  supervisor.process.kill('SIGTERM')
  expect(await supervisor.ended).toBe(0)
})

test('a child killed with kill -9 is started again', async () => {
  const supervisor = run('steady')
  await until(() => pids(supervisor.output()).length === 1)
  process.kill(pids(supervisor.output())[0] ?? 0, 'SIGKILL')
  await until(() => pids(supervisor.output()).length === 2)
  expect(supervisor.output()).toContain('SIGKILL')
})

test('a busy port is one line, exit 1, and no restart', async () => {
  const supervisor = run('busy-port', 'steady')
  expect(await supervisor.ended).toBe(1)
  const lines = supervisor
    .output()
    .split('\n')
    .filter((line) => line && !line.startsWith('up '))
  expect(lines).toEqual([expect.stringContaining('Cổng 3000 (busy-port) đang có chương trình khác dùng.')])
})

test('two busy ports are still one line', async () => {
  const supervisor = run('busy-port', 'busy-port')
  expect(await supervisor.ended).toBe(1)
  expect(supervisor.output().match(/đang có chương trình khác dùng/g)).toHaveLength(1)
})

test('a child that does not listen is killed when patience ends', async () => {
  const supervisor = run('deaf')
  await until(() => pids(supervisor.output()).length === 1)
  supervisor.process.kill('SIGTERM')
  expect(await supervisor.ended).toBe(0)
  expect(pids(supervisor.output()).filter(isAlive)).toEqual([])
})

test('children stop by themselves when the supervisor is killed', async () => {
  const supervisor = run('steady')
  await until(() => pids(supervisor.output()).length === 1)
  supervisor.process.kill('SIGKILL')
  await until(() => !pids(supervisor.output()).some(isAlive))
})
