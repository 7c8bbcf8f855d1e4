import { expect, test } from 'vitest'
import type { EditionRecord, Outcome } from '#domain/item-truth.ts'
import { previewTruth } from '#domain/preview-truth.ts'

const now = '2011-06-15T03:00:00.000Z'
const content = { slug: 'tin', language: 'vi' as const, title: 'Tin' }
const edition = (number: number, hash: string, outcomes: Outcome[]): EditionRecord<'news'> => ({
  id: `e${number}`,
  collection: 'news',
  item: '1',
  number,
  hash,
  content: { ...content, title: `Bản ${number}` },
  files: [],
  outcomes,
})
const working = (hash: string) => ({ collection: 'news' as const, item: '1', content, hash, files: [] })
const live: Outcome = { kind: 'live', at: '2011-05-11T00:00:00.000Z' }

test('a draft that was never public is shown as the first edition, from now', () => {
  expect(previewTruth(working('a'), [], now)).toMatchObject({
    state: 'live',
    path: '/tin-tuc/tin/',
    firstLiveAt: now,
    edition: { number: 1, content: { title: 'Tin' } },
  })
})

test('the next edition keeps the date of the first', () => {
  expect(previewTruth(working('b'), [edition(1, 'a', [live])], now)).toMatchObject({
    firstLiveAt: live.at,
    lastLiveAt: now,
    edition: { number: 2, content: { title: 'Tin' } },
  })
})

test('what is public already is shown as it is, withdrawn too', () => {
  expect(previewTruth(working('a'), [edition(1, 'a', [live])], now)).toMatchObject({
    lastLiveAt: live.at,
    edition: { id: 'e1' },
  })
  const withdrawn: Outcome = { kind: 'withdrawn', at: now, note: 'sai' }
  expect(previewTruth(working('a'), [edition(1, 'a', [live, withdrawn])], now)).toMatchObject({
    state: 'withdrawn',
    note: 'sai',
  })
})

test('an edition that waits for its time is shown as that edition', () => {
  const editions = [edition(1, 'a', [live]), edition(2, 'b', [])]
  expect(previewTruth(working('b'), editions, now)).toMatchObject({
    state: 'live',
    lastLiveAt: now,
    edition: { id: 'e2', number: 2 },
  })
})

test('a removed item is shown as it would come back', () => {
  const gone: Outcome = { kind: 'gone', at: now, note: 'sai' }
  expect(previewTruth(working('a'), [edition(1, 'a', [live, gone])], now).state).toBe('live')
})

test('what is missing is said, so that a page can be drawn', () => {
  const nothing = { item: '1', content: {}, hash: 'a', files: [] }
  const truths = [
    previewTruth({ ...nothing, collection: 'news' }, [], now).edition.content,
    previewTruth({ ...nothing, collection: 'documents' }, [], now).edition.content,
    previewTruth({ ...nothing, collection: 'agencies' }, [], now).edition.content,
    previewTruth({ ...nothing, collection: 'topics' }, [], now).edition.content,
  ]
  expect(truths.map((given) => JSON.stringify(given))).toEqual(
    ['(chưa có tiêu đề)', '(chưa có trích yếu)', '(chưa có tên)', '(chưa có tên)'].map((words) =>
      expect.stringContaining(words),
    ),
  )
})
