import { describe, expect, it, test } from 'vitest'
import type { NewsContent } from '#domain/content.ts'
import type { EditionRecord, Outcome } from '#domain/item-truth.ts'
import { itemHead, itemTruth } from '#domain/publish-truth.ts'
import { appliedOf } from '#cms/publication/apply.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'

const at = (day: number) => `2026-11-${String(day).padStart(2, '0')}T01:00:00.000Z`
const outcome = (kind: Outcome['kind'], day: number, more: Partial<Outcome> = {}): Outcome => ({
  kind,
  at: at(day),
  ...more,
})
const edition = (
  number: number,
  outcomes: Outcome[],
  content: Partial<NewsContent> = {},
): EditionRecord<'news'> => ({
  id: `e${number}`,
  collection: 'news',
  item: 'n1',
  number,
  hash: `hash${number}`,
  content: { title: `Bản ${number}`, slug: 'tin', language: 'vi', ...content },
  files: [],
  outcomes,
})
const live = (day: number) => outcome('live', day)

test.each<[string, EditionRecord<'news'>[]]>([
  ['no edition', []],
  ['an edition that waits for its time', [edition(1, [])]],
  ['a cancelled schedule', [edition(1, [outcome('cancelled', 1)])]],
  [
    'two cancelled ones and one that waits',
    [edition(1, [outcome('cancelled', 1)]), edition(2, [outcome('cancelled', 2)]), edition(3, [])],
  ],
])('nothing is public of an item with %s', (_name, editions) => {
  expect(itemTruth(editions)).toBeNull()
})

test.each<[string, EditionRecord<'news'>[], number, string, number]>([
  ['live', [edition(1, [live(1)])], 1, 'live', 1],
  [
    'live in its second edition',
    [edition(1, [live(1), outcome('superseded', 2)]), edition(2, [live(2)])],
    2,
    'live',
    2,
  ],
  ['live while the next edition waits', [edition(1, [live(1)]), edition(2, [])], 1, 'live', 1],
  [
    'live after the next schedule was cancelled',
    [edition(1, [live(1)]), edition(2, [outcome('cancelled', 2)])],
    1,
    'live',
    1,
  ],
  ['withdrawn', [edition(1, [live(1), outcome('withdrawn', 3)])], 1, 'withdrawn', 3],
  [
    'withdrawn while the next edition waits',
    [edition(1, [live(1), outcome('withdrawn', 3)]), edition(2, [])],
    1,
    'withdrawn',
    3,
  ],
  ['live again after restore', [edition(1, [live(1), outcome('withdrawn', 3), live(4)])], 1, 'live', 4],
  [
    'withdrawn twice',
    [edition(1, [live(1), outcome('withdrawn', 3), live(4), outcome('withdrawn', 5)])],
    1,
    'withdrawn',
    5,
  ],
  [
    'live in a new edition after a withdrawal',
    [edition(1, [live(1), outcome('withdrawn', 3), outcome('superseded', 4)]), edition(2, [live(4)])],
    2,
    'live',
    4,
  ],
  ['redirected', [edition(1, [live(1), outcome('redirected', 3)])], 1, 'redirected', 3],
  ['gone', [edition(1, [live(1), outcome('gone', 3)])], 1, 'gone', 3],
  [
    'gone after redirect',
    [edition(1, [live(1), outcome('redirected', 3), outcome('gone', 4)])],
    1,
    'gone',
    4,
  ],
  [
    'live although its successor is not known yet',
    [edition(1, [live(1), outcome('superseded', 2)])],
    1,
    'live',
    1,
  ],
])('an item is %s', (_name, editions, number, state, since) => {
  for (const order of [editions, editions.toReversed()]) {
    expect(itemTruth(order)).toMatchObject({
      ref: 'news/n1',
      collection: 'news',
      id: 'n1',
      edition: { number },
      state,
      stateAt: at(since),
    })
  }
})

describe('times', () => {
  it('are those of the first edition that was live and of the present one', () => {
    const editions = [
      edition(1, [outcome('cancelled', 1)]),
      edition(2, [live(2), outcome('superseded', 5)]),
      edition(3, [live(5), outcome('withdrawn', 6), live(7)]),
    ]
    expect(itemTruth(editions)).toMatchObject({
      firstLiveAt: at(2),
      lastLiveAt: at(5),
      publicDate: at(2),
      stateAt: at(7),
    })
  })

  it('tell the last major change from the last touch, and name the corrections, newest first', () => {
    const kinds = (...given: [EditionRecord['changeKind'], string?][]) =>
      itemTruth(
        given.map(([changeKind, changeNote], index) => ({
          ...edition(index + 1, [live(index + 1)]),
          changeKind,
          ...(changeNote ? { changeNote } : {}),
        })),
      )
    expect(kinds(['major'], ['major'], ['minor'])).toMatchObject({
      firstLiveAt: at(1),
      lastMajorAt: at(2),
      lastLiveAt: at(3),
      corrections: [],
    })
    expect(kinds(['major'], ['correction', 'sai số'], ['correction', 'sai tên'], ['minor'])).toMatchObject({
      lastMajorAt: at(3),
      lastLiveAt: at(4),
      corrections: [
        { at: at(3), note: 'sai tên' },
        { at: at(2), note: 'sai số' },
      ],
    })
  })

  it('of editions from before kinds were kept follow the usual kind: major with a note, else minor', () => {
    const old = (changeNote?: string) =>
      itemTruth([edition(1, [live(1)]), { ...edition(2, [live(2)]), ...(changeNote ? { changeNote } : {}) }])
    expect(old()?.lastMajorAt).toBe(at(1))
    expect(old('Sửa số liệu')?.lastMajorAt).toBe(at(2))
  })

  it('an edition that only waits is no change yet', () => {
    const waiting = { ...edition(2, []), changeKind: 'correction' as const, changeNote: 'sai' }
    expect(itemTruth([edition(1, [live(1)]), waiting])).toMatchObject({ lastMajorAt: at(1), corrections: [] })
  })

  it('the public date is the original one of the first edition, in UTC, and stays', () => {
    const first = edition(1, [live(1), outcome('superseded', 2)], {
      originallyPublishedAt: '2011-05-23T14:53:59+07:00',
    })
    const second = edition(2, [live(2)], { originallyPublishedAt: '2012-01-01T00:00:00+07:00' })
    expect(itemTruth([first, second])?.publicDate).toBe('2011-05-23T07:53:59.000Z')
    expect(itemTruth([edition(1, [live(1)]), second])?.publicDate).toBe(at(1))
    expect(itemTruth([edition(1, [live(1)], { originallyPublishedAt: 'hôm qua' })])?.publicDate).toBe(at(1))
  })
})

describe('addresses', () => {
  it('are the present one and those of earlier live editions', () => {
    const editions = [
      edition(1, [live(1)], { slug: 'mot' }),
      edition(2, [outcome('cancelled', 2)], { slug: 'chua-tung-dang' }),
      edition(3, [live(3)], { slug: 'ba' }),
      edition(4, [live(4)], { slug: 'mot' }),
      edition(5, [live(5)], { slug: 'nam' }),
      edition(6, [], { slug: 'sau' }),
    ]
    expect(itemTruth(editions)).toMatchObject({
      path: '/tin-tuc/nam/',
      formerPaths: ['/tin-tuc/mot/', '/tin-tuc/ba/'],
    })
    expect(itemTruth(editions.slice(0, 4))).toMatchObject({
      path: '/tin-tuc/mot/',
      formerPaths: ['/tin-tuc/ba/'],
    })
  })

  it('of a document follow its year, of English items the language', () => {
    const document: EditionRecord<'documents'> = {
      ...edition(1, [live(1)]),
      collection: 'documents',
      content: {
        slug: 'chi-thi-08-ct-ubnd',
        language: 'vi',
        family: 'directive',
        type: 'CT',
        issuer: 'agencies/1',
        issuedOn: '2011-05-11',
        abstract: 'A',
      },
    }
    expect(itemTruth([document])?.path).toBe('/van-ban/2011/chi-thi-08-ct-ubnd/')
    expect(itemTruth([edition(1, [live(1)], { language: 'en' })])?.path).toBe('/en/tin-tuc/tin/')
  })
})

test('the public reason and the target go with the state they belong to', () => {
  expect(itemTruth([edition(1, [live(1), outcome('withdrawn', 2, { note: 'Sai số liệu' })])])?.note).toBe(
    'Sai số liệu',
  )
  expect(
    itemTruth([edition(1, [live(1), outcome('redirected', 2, { note: 'Gộp bài', to: '/tin-tuc/b/' })])]),
  ).toMatchObject({ note: 'Gộp bài', redirectTo: '/tin-tuc/b/' })
  const restored = itemTruth([edition(1, [live(1), outcome('withdrawn', 2, { note: 'Sai' }), live(3)])])
  expect(restored).not.toHaveProperty('note')
  expect(restored).not.toHaveProperty('redirectTo')
})

test('the head of an item is that of its truth, whatever happened to its editions', () => {
  const kinds: Outcome['kind'][] = [
    'superseded',
    'cancelled',
    'withdrawn',
    'redirected',
    'gone',
    'hidden',
    'live',
  ]
  const seed = Date.now()
  const next = seededRandom(seed)
  const upTo = (limit: number) => Math.floor(next() * limit)
  let found = 0
  for (let round = 0; round < 2000; round += 1) {
    const editions = Array.from({ length: 1 + upTo(4) }, (_, index) =>
      edition(index + 1, [
        ...(next() < 0.8 ? [live(1 + index)] : []),
        ...Array.from({ length: upTo(4) }, () => outcome(kinds[upTo(kinds.length)] ?? 'live', 10 + index)),
      ]),
    )
    const [head, truth] = [itemHead(editions), itemTruth(editions)]
    if (truth) found += 1
    const applied = truth && appliedOf(truth)
    expect(head, `seed ${seed}, round ${round}`).toEqual(
      applied && {
        ...{ ref: 'news/n1', edition: applied.edition, hash: truth.edition.hash, outcomes: applied.outcomes },
        ...{ state: applied.state, stateAt: applied.state_at },
      },
    )
  }
  expect(found).toBeGreaterThan(1000)
})
