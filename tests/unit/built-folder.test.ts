/** Builds take each other's place whole, whenever the one who builds dies. */
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { nextOf, prepareNext, putInPlace, putRight } from '#cms/built-folder.ts'

let root: string
let folder: string
beforeEach(() => {
  root = mkdtempSync(path.join(os.tmpdir(), 'built-'))
  folder = path.join(root, 'dist')
})
afterEach(() => rmSync(root, { recursive: true, force: true }))

function make(where: string, words: string): void {
  mkdirSync(path.join(where, 'server'), { recursive: true })
  writeFileSync(path.join(where, 'server/entry.mjs'), words)
}
const standing = () => readFileSync(path.join(folder, 'server/entry.mjs'), 'utf8')
const build = (words: string) => {
  make(prepareNext(folder), words)
  putInPlace(folder)
}

test('the first build and the next ones stand alone in their place', () => {
  build('one')
  expect(standing()).toBe('one')
  build('two')
  expect([standing(), readdirSync(root)]).toEqual(['two', ['dist']])
})

test('a build that was killed leaves the former one, and nothing of itself in the next', () => {
  build('one')
  writeFileSync(path.join(prepareNext(folder), 'half'), '')
  expect(putRight(folder)).toBe(false)
  expect(standing()).toBe('one')
  build('two')
  expect([standing(), readdirSync(folder)]).toEqual(['two', ['server']])
})

test.each<[string, () => unknown]>([
  ['start', () => putRight(folder)],
  ['build', () => prepareNext(folder)],
])('killed between the two renames: the next %s puts the former build back', (_who, begin) => {
  build('one')
  make(prepareNext(folder), 'two')
  renameSync(folder, path.join(root, '.dist-previous'))
  begin()
  expect([standing(), existsSync(path.join(root, '.dist-previous'))]).toEqual(['one', false])
})

test('killed after the second rename: the new build stands and the former one goes with the next', () => {
  build('one')
  make(prepareNext(folder), 'two')
  renameSync(folder, path.join(root, '.dist-previous'))
  renameSync(nextOf(folder), folder)
  expect(putRight(folder)).toBe(false)
  build('three')
  expect([standing(), readdirSync(root)]).toEqual(['three', ['dist']])
})

test('a folder that was never built stays so', () => {
  expect(putRight(folder)).toBe(false)
  expect(existsSync(folder)).toBe(false)
})
