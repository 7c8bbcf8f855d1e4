import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { claimMedia, deleteDemonstration, demonstrationIn } from '#cms/commands/demo/ownership.ts'
import { newRecord, writeRecord } from '#cms/commands/demo/record.ts'

let folder = ''
let data = ''
let media = ''
beforeEach(() => {
  folder = mkdtempSync(path.join(os.tmpdir(), 'portal-demo-'))
  ;[data, media] = [path.join(folder, 'var'), path.join(folder, 'media')]
  mkdirSync(data)
  mkdirSync(media)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const owner = () => demonstrationIn(data, path.join(folder, 'migrations'))
const put = (file: string) => {
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, 'chữ')
}

test('what a build leaves behind is nobody’s data', () => {
  put(path.join(data, 'secret'))
  writeFileSync(path.join(data, 'cms.sqlite'), '')
  expect(owner()).toBeNull()
  put(path.join(data, 'inbox.sqlite'))
  expect(owner).toThrow('không phải của bản trình diễn')
})

test('passwords are long and differ', () => {
  const { passwords } = newRecord(['a@b.vn', 'c@d.vn'])
  const [one = '', other] = Object.values(passwords)
  expect(one.length).toBeGreaterThanOrEqual(16)
  expect(one).not.toBe(other)
})

test('deleting takes the files of a media folder that was empty before', () => {
  const record = newRecord([])
  claimMedia(media)
  writeRecord(data, record)
  for (const name of ['editions/0a', 'media/a.jpg', 'files/b.pdf']) put(path.join(media, name))
  put(path.join(data, 'releases/1/www/index.html'))
  deleteDemonstration(data, media, record)
  expect(readdirSync(data)).toEqual([])
  expect(readdirSync(media)).toEqual(['.demonstration'])
})

test('deleting leaves a media folder alone that held something before', () => {
  const record = newRecord([])
  put(path.join(media, 'editions/that-cua-tinh'))
  claimMedia(media)
  writeRecord(data, record)
  deleteDemonstration(data, media, record)
  expect(existsSync(path.join(media, 'editions/that-cua-tinh'))).toBe(true)
})

test('a deletion that broke off is still known as a demonstration', () => {
  writeRecord(data, { ...newRecord([]), accounts: [], isEmptying: true })
  put(path.join(data, 'releases/1/www/index.html'))
  expect(owner()).toMatchObject({ isEmptying: true })
})
