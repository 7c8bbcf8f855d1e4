import { spawn, type ChildProcess } from 'node:child_process'
import { readFileSync, readdirSync, readlinkSync, statSync, unlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commandFolders, portal, type CommandFolders } from '#tests/support/run-command.ts'
import { freePort } from '#tests/support/free-port.ts'

let folders: CommandFolders
let cms: ChildProcess
let base = ''

beforeAll(async () => {
  const port = await freePort()
  base = `http://127.0.0.1:${port}`
  const site = path.resolve(import.meta.dirname, '../../support/fake-site.mjs')
  folders = commandFolders({ CMS_PORT: String(port), SITE_ENTRY: site })
  cms = spawn(process.execPath, ['tests/fixtures/children/cms-with-publisher.ts'], {
    env: folders.env,
    stdio: 'inherit',
  })
  await until(
    async () =>
      ((await (await fetch(`${base}/healthz`)).json()) as { publisher: string }).publisher === 'running',
  )
})
afterAll(async () => {
  cms.kill('SIGKILL')
  await folders.remove()
})

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await isTrue().catch(() => false)); tries += 1) {
    if (tries > 300) throw new Error('the cms did not come up')
    await sleep(100)
  }
}

const home = () => path.join(folders.dataDir, 'www/index.html')

test('the running cms verifies and repairs for the command', async () => {
  expect(await portal(['verify'], folders.env)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining('không có gì sai'),
  })
  const before = readFileSync(home())
  unlinkSync(home())
  writeFileSync(home(), '<p>sửa tay</p>')
  expect(await portal(['verify', '--dry-run'], folders.env)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('chưa sửa gì'),
  })
  expect(readFileSync(home(), 'utf8')).toBe('<p>sửa tay</p>')
  expect(await portal(['verify'], folders.env)).toMatchObject({
    code: 1,
    stdout: expect.stringMatching(/đã sửa \d+/),
  })
  expect(readFileSync(home())).toEqual(before)
  expect((await portal(['verify'], folders.env)).code).toBe(0)
})

test('the running cms rebuilds for the command', async () => {
  const releases = () => readdirSync(path.join(folders.dataDir, 'releases')).map(Number)
  const newest = Math.max(...releases())
  expect(await portal(['rebuild'], folders.env)).toMatchObject({
    code: 0,
    stdout: expect.stringContaining(`bản phát hành ${newest + 1}`),
  })
  expect(releases()).toContain(newest + 1)
})

test('the running cms rolls back for the command and holds, until the next rebuild', async () => {
  const current = () => path.basename(readlinkSync(path.join(folders.dataDir, 'current')))
  const from = current()
  const back = await portal(['rollback'], folders.env)
  expect(back).toMatchObject({ code: 0, stdout: expect.stringContaining(`từ bản phát hành ${from} về bản`) })
  expect(Number(current())).toBeLessThan(Number(from))
  expect(await portal(['verify'], folders.env)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('Đang giữ bản phát hành'),
  })
  expect((await portal(['rebuild', '--yes'], folders.env)).code).toBe(0)
  expect((await portal(['verify', '--yes'], folders.env)).code).toBe(0)
})

test('only who may read the token may ask', async () => {
  expect(statSync(path.join(folders.dataDir, 'internal-token')).mode & 0o777).toBe(0o600)
  const ask = (headers: Record<string, string>) =>
    fetch(`${base}/internal/verify`, { method: 'POST', headers })
  expect((await ask({})).status).toBe(404)
  expect((await ask({ authorization: `Bearer ${'0'.repeat(64)}` })).status).toBe(404)
})

test('a holder that does not answer is named', async () => {
  const elsewhere = { ...folders.env, CMS_PORT: String(await freePort()) }
  const { code, stderr } = await portal(['verify'], elsewhere)
  expect({ code, lines: stderr.trim().split('\n').length }).toEqual({ code: 1, lines: 1 })
  expect(stderr).toContain('không trả lời')
})
