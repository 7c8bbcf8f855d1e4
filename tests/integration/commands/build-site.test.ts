/** The command behind `npm run build:site`, into a folder of the test's own. */
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { siteVersion } from '#cms/publication/built-site.ts'
import { until } from '#tests/support/whole-again.ts'

const root = path.resolve(import.meta.dirname, '../../..')
let place: string
beforeAll(() => {
  mkdirSync(path.join(root, 'tests/.output'), { recursive: true })
  place = mkdtempSync(path.join(root, 'tests/.output/build-'))
})
afterAll(() => rmSync(place, { recursive: true, force: true }))

const entry = () => path.join(place, 'dist/server/entry.mjs')
function build() {
  const command = [path.join(root, 'cms/commands/build-site.ts'), path.join(place, 'dist')]
  const child = spawn(process.execPath, command, { cwd: root, stdio: 'ignore' })
  return { child, ended: new Promise((resolve) => child.once('exit', (code, how) => resolve(how ?? code))) }
}

test('a build that is killed half-way leaves the one before it, and the next takes its place', async () => {
  expect(await build().ended).toBe(0)
  const first = siteVersion(entry())

  const killed = build()
  await until('it is under way', () => existsSync(path.join(place, '.dist-next')))
  killed.child.kill('SIGKILL')
  expect(await killed.ended).toBe('SIGKILL')
  expect(siteVersion(entry())).toBe(first)

  expect(await build().ended).toBe(0)
  expect(readdirSync(place)).toEqual(['dist'])
  const site = (await import(entry())) as { draw: unknown; render: unknown }
  expect([typeof site.draw, typeof site.render]).toEqual(['function', 'function'])
})
