import { existsSync } from 'node:fs'
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises'
import net from 'node:net'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { commandFolders, run, type CommandFolders } from '#tests/support/run-command.ts'
import { freePort } from '#tests/support/free-port.ts'

let folders: CommandFolders
beforeEach(async () => {
  const [cms, web] = [await freePort(), await freePort()]
  folders = commandFolders({ CMS_PORT: String(cms), WEB_PORT: String(web), WEB_HOST: '127.0.0.1' })
})
afterEach(() => folders.remove())

const demo = (args: string[] = [], env: NodeJS.ProcessEnv = folders.env) =>
  run('cms/commands/demo.ts', args, env)
const oneLine = (sentence: string) => ({
  code: 1,
  stdout: '',
  stderr: expect.stringMatching(new RegExp(`^[^\\n]*${sentence}[^\\n]*\\n$`)) as string,
})

test('a database of its own is refused, and so is --fresh on it', async () => {
  const env = { ...folders.env, DATABASE_URI: 'mongodb://127.0.0.1:1/portal?replicaSet=rs0' }
  expect(await demo([], env)).toEqual(oneLine('DATABASE_URI đang được đặt'))
  expect(await demo(['--fresh'], env)).toEqual(oneLine('DATABASE_URI đang được đặt'))
})

test("somebody's data are left alone", async () => {
  await mkdir(folders.dataDir, { recursive: true })
  await writeFile(path.join(folders.dataDir, 'cms.sqlite'), 'dữ liệu thật')
  expect(await demo()).toEqual(oneLine('không phải của bản trình diễn'))
  expect(await demo(['--fresh'])).toEqual(oneLine('không phải của bản trình diễn'))
  expect(await readdir(folders.dataDir)).toEqual(['cms.sqlite'])
  expect(await readFile(path.join(folders.dataDir, 'cms.sqlite'), 'utf8')).toBe('dữ liệu thật')
})

test('a busy port is named before anything is written', async () => {
  const server = net.createServer()
  await new Promise<void>((resolve) => server.listen(Number(folders.env.WEB_PORT), '127.0.0.1', resolve))
  expect(await demo()).toEqual(oneLine(`Cổng ${folders.env.WEB_PORT} đang có chương trình khác dùng`))
  expect(await demo([], { ...folders.env, WEB_PORT: folders.env.CMS_PORT })).toEqual(oneLine('cùng là'))
  expect(existsSync(folders.dataDir)).toBe(false)
  await new Promise((resolve) => server.close(resolve))
})

test('newer data are refused, whether the mark or the database says so', async () => {
  await mkdir(folders.dataDir, { recursive: true })
  const mark = path.join(folders.dataDir, 'demo.json')
  await writeFile(mark, JSON.stringify({ version: 99, passwords: {}, accounts: [] }))
  expect(await demo(['--fresh'])).toEqual(oneLine('phiên bản phần mềm mới hơn'))

  await writeFile(mark, JSON.stringify({ version: 1, passwords: {}, accounts: [] }))
  const db = new DatabaseSync(path.join(folders.dataDir, 'cms.sqlite'))
  db.exec(
    "CREATE TABLE payload_migrations (name TEXT); INSERT INTO payload_migrations VALUES ('29991231_000000_later')",
  )
  db.close()
  expect(await demo()).toEqual(oneLine('phiên bản phần mềm mới hơn'))
  expect(await demo(['--fresh'])).toEqual(oneLine('phiên bản phần mềm mới hơn'))
  expect(existsSync(path.join(folders.dataDir, 'cms.sqlite'))).toBe(true)
})

test('an unknown option is refused', async () => {
  expect(await demo(['--moi'])).toEqual(oneLine('Không có tùy chọn “--moi”'))
})
