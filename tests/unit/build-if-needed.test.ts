import { mkdirSync, mkdtempSync, rmSync, writeFileSync, readFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { beforeEach, expect, test } from 'vitest'
import { buildIfNeeded, type Build } from '#cms/commands/build-if-needed.ts'

let root: string
const build: Build = {
  name: 'site',
  command: [
    process.execPath,
    '-e',
    'const fs = require("fs"); fs.mkdirSync("dist", { recursive: true }); fs.appendFileSync("dist/entry", "x")',
  ],
  sources: ['site', 'lock.json'],
  result: 'dist/entry',
  stamp: 'dist/.sources',
}
const run = (wanted: Build = build) => buildIfNeeded({ root, wanted: [wanted], report: () => {} })

beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'build-'))
  mkdirSync(path.join(root, 'site/pages'), { recursive: true })
  writeFileSync(path.join(root, 'site/pages/index.astro'), 'one')
  writeFileSync(path.join(root, 'lock.json'), '{}')
})

test('what is missing is built, once', async () => {
  expect(await run()).toEqual(['site'])
  expect(await run()).toEqual([])
  expect(readFileSync(path.join(root, 'dist/entry'), 'utf8')).toBe('x')
})

test.each([
  ['changed', () => writeFileSync(path.join(root, 'site/pages/index.astro'), 'two')],
  ['added', () => writeFileSync(path.join(root, 'site/pages/new.astro'), '')],
  ['removed', () => rmSync(path.join(root, 'site/pages/index.astro'))],
  ['changed at the top', () => writeFileSync(path.join(root, 'lock.json'), '{ }')],
])('a source that was %s makes it build again', async (_change, apply) => {
  await run()
  apply()
  expect(await run()).toEqual(['site'])
})

test('a change in an ignored folder is none', async () => {
  await run()
  mkdirSync(path.join(root, 'site/.astro'))
  writeFileSync(path.join(root, 'site/.astro/types.d.ts'), 'x')
  expect(await run()).toEqual([])
})

test('a failed build is named, and built again next time', async () => {
  await run()
  writeFileSync(path.join(root, 'lock.json'), '{ }')
  const failing: Build = { ...build, command: [process.execPath, '-e', 'process.exit(4)'] }
  await expect(run(failing)).rejects.toThrow('Không dựng được site (mã 4)')
  expect(await run()).toEqual(['site'])
})
