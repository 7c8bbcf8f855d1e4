import { expect, test } from 'vitest'
import type { NewsContent } from '#domain/content.ts'
import type { EditionRecord, Outcome } from '#domain/item-truth.ts'
import { hiddenWords, keptComparisons, publicHistory } from '#domain/public-history.ts'
import { itemTruth } from '#domain/publish-truth.ts'
import { historyAddress } from '#domain/routes.ts'

const outcome = (kind: Outcome['kind'], day: number, more: Partial<Outcome> = {}): Outcome => ({
  kind,
  at: `2026-11-0${day}T01:00:00.000Z`,
  ...more,
})
const edition = (
  number: number,
  outcomes: Outcome[],
  more: Partial<EditionRecord<'news'>> = {},
): EditionRecord<'news'> => ({
  id: `e${number}`,
  collection: 'news',
  item: 'n1',
  number,
  hash: `hash${number}`,
  content: { title: `Bản ${number}`, slug: 'tin', language: 'vi' } satisfies NewsContent,
  files: [],
  outcomes,
  ...more,
})
const live = (day: number) => outcome('live', day)

test.each<[string, EditionRecord<'news'>[], number[]]>([
  ['one edition', [edition(1, [live(1)])], []],
  ['one edition beside one that waits', [edition(1, [live(1)]), edition(2, [])], []],
  ['one edition and a cancelled one', [edition(1, [live(1)]), edition(2, [outcome('cancelled', 2)])], []],
  ['two editions', [edition(2, [live(2)]), edition(1, [live(1), outcome('superseded', 2)])], [1, 2]],
  [
    'a cancelled one between two',
    [edition(1, [live(1)]), edition(2, [outcome('cancelled', 2)]), edition(3, [live(3)])],
    [1, 3],
  ],
  ['a withdrawn item', [edition(1, [live(1)]), edition(2, [live(2), outcome('withdrawn', 3)])], [1, 2]],
  ['a removed item', [edition(1, [live(1)]), edition(2, [live(2), outcome('gone', 3)])], []],
  [
    'a redirected item',
    [edition(1, [live(1)]), edition(2, [live(2), outcome('redirected', 3, { to: '/' })])],
    [],
  ],
])('of %s the history tells the editions that were public', (_name, editions, told) => {
  expect(itemTruth(editions)?.history.map(({ number }) => number)).toEqual(told)
})

test('a withdrawal is told with its reason, and so is the return', () => {
  const outcomes = [live(1), outcome('withdrawn', 2, { note: 'Sai' }), live(3), outcome('superseded', 4)]
  const [first] = publicHistory([edition(1, outcomes), edition(2, [live(4)])])
  expect(first).toMatchObject({
    liveAt: live(1).at,
    marks: [
      { kind: 'withdrawn', at: outcome('withdrawn', 2).at, note: 'Sai' },
      { kind: 'restored', at: live(3).at },
    ],
  })
})

test('nothing of the words of a hidden edition is told to the publisher, its note included', () => {
  const truth = itemTruth([
    edition(1, [live(1)]),
    edition(2, [live(2), outcome('hidden', 4, { note: 'Lộ' })], {
      changeKind: 'correction',
      changeNote: 'RIENG-TU',
      content: { title: 'RIENG-TU', slug: 'tin', language: 'vi' },
    }),
    edition(3, [live(3)]),
  ])
  expect(JSON.stringify(truth)).not.toContain('RIENG-TU')
  expect(truth?.state).toBe('live')
  expect(truth?.history[1]).toMatchObject({ content: null, hidden: { note: 'Lộ' } })
  expect(truth?.corrections).toEqual([{ at: live(2).at, note: hiddenWords }])
})

test('the latest comparisons are kept as files, and the first edition has none', () => {
  expect(keptComparisons([1, 3])).toEqual([3])
  expect(keptComparisons(Array.from({ length: 30 }, (_, index) => index + 1)).at(0)).toBe(11)
})

test.each([
  ['/tin-tuc/a/lich-su/', { itemPath: '/tin-tuc/a/' }],
  ['/van-ban/2011/a/lich-su/12/', { itemPath: '/van-ban/2011/a/', edition: 12 }],
  ['/tin-tuc/chuyen-muc/lich-su/lich-su/', { itemPath: '/tin-tuc/chuyen-muc/lich-su/' }],
  ['/tin-tuc/a/', null],
  ['/lich-su/', null],
  ['/tin-tuc/a/lich-su/0/', null],
])('%s asks for a history or not', (path, asked) => {
  expect(historyAddress(path)).toEqual(asked)
})
