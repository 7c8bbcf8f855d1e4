import { mkdtempSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { liveItemsFrom } from '#cms/server/live-items.ts'
import { createReadModel } from '#published/open.ts'
import { seedReadModel } from '#tests/support/read-model-fixture.ts'
import { seedItems } from '#tests/support/read-model-items.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'live-items-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const db = createReadModel(path.join(folder, 'published.sqlite'))
seedReadModel(db)
db.close()
const { find, named } = liveItemsFrom(folder)
const isLive = ({ state = 'live' }: (typeof seedItems)[number]) => state === 'live'
const documents = seedItems.filter((item) => item.collection === 'documents' && isLive(item))
const hidden = seedItems.find((item) => !isLive(item))

test('documents are found without tone marks, with their own address', () => {
  const found = find('documents', 'chi thi', 20)
  expect(found.length).toBeGreaterThan(0)
  for (const item of found) {
    expect(documents.map(({ id }) => id)).toContain(item.id)
    expect(item.path).toMatch(/^\/van-ban\//)
  }
})

test('no more are answered than asked for', () => {
  expect(find('documents', 'chi thi', 1)).toHaveLength(1)
})

test('chosen items are named; what is not live is not', () => {
  const [first] = documents
  expect(named('documents', [first!.id, 'không-có'])).toHaveLength(1)
  expect(hidden && named(hidden.collection, [hidden.id])).toEqual([])
})

test('words that mean something to the search engine are only words', () => {
  for (const words of ['"', 'AND OR NOT', 'a* NEAR(', '%_', "'; --", '\u0000'])
    expect(Array.isArray(find('documents', words, 20))).toBe(true)
})

test('before anything was published nothing is found', () => {
  expect(liveItemsFrom(path.join(folder, 'nowhere')).find('documents', 'chi thi', 20)).toEqual([])
})
