/** Scripts of the former build stay beside those of the new one, for one build. */
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { keepScripts } from '#cms/commands/keep-scripts.ts'

let root: string
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'scripts-'))
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function build(name: string, files: Record<string, string>): string {
  const folder = path.join(root, name)
  mkdirSync(path.join(folder, 'static/chunks'), { recursive: true })
  for (const [file, words] of Object.entries(files))
    writeFileSync(path.join(folder, 'static/chunks', file), words)
  return folder
}
const scripts = (folder: string) => readdirSync(path.join(folder, 'static/chunks')).sort()

test('each build has its own and those of the one before', () => {
  const first = build('first', { 'a.js': 'a', 'same.js': 'same' })
  const second = build('second', { 'b.js': 'b', 'same.js': 'same' })
  keepScripts(first, second)
  expect(scripts(second)).toEqual(['a.js', 'b.js', 'same.js'])
  const third = build('third', { 'c.js': 'c' })
  keepScripts(second, third)
  expect(scripts(third)).toEqual(['b.js', 'c.js', 'same.js'])
  expect(readFileSync(path.join(third, 'static/chunks/b.js'), 'utf8')).toBe('b')
})

test('the first build has nothing to keep', () => {
  const first = build('first', { 'a.js': 'a' })
  keepScripts(path.join(root, 'none'), first)
  expect(scripts(first)).toEqual(['a.js'])
})
