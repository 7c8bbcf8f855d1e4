/** A rebuild that carries the rows of the present release over, after proving that they are those of the editions. */
import fs from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { ItemTruth } from '#domain/item-truth.ts'
import { openPublisher } from '#cms/publication/publisher.ts'
import type { HeadSource, TruthSource } from '#cms/publication/protocol.ts'
import { startPublisherWorker } from '#cms/publication/worker-client.ts'
import {
  article,
  committee,
  corrected,
  headsFrom,
  openProvince,
  topic,
  withState,
  type Province,
} from '#tests/support/publication-fixture.ts'

let province: Province
const items = Array.from({ length: 12 }, (_, index) => article(`tin-${index}`))
const first = items[0] as ItemTruth
const second = items[1] as ItemTruth
const firstPage = '/tin-tuc/tin-0/'

beforeEach(async () => {
  province = await openProvince({ renderThreads: 0 })
  await province.publish(committee(), topic(), ...items)
  await province.rest()
})
afterEach(() => province.close())

/** Which of the two sources were read out. */
function asked() {
  const questions: string[] = []
  const source: TruthSource = async function* () {
    questions.push('every truth')
    yield* province.truths.values()
  }
  const known = headsFrom(province.source)
  const heads: HeadSource = {
    ...known,
    truths(refs) {
      questions.push(...refs)
      return known.truths(refs)
    },
  }
  return { questions, source, heads }
}

const rebuild = ({ source, heads }: ReturnType<typeof asked>) =>
  province.publisher.rebuild(source, undefined, { heads })

/** Changes the read model below the publisher. */
function tamper(sql: string): void {
  const db = new DatabaseSync(path.join(province.settings.dataDir, 'published.sqlite'))
  db.exec(sql)
  db.close()
}

const faultless = async () =>
  expect(await province.publisher.verify(province.source, { repair: false })).toMatchObject({ problems: [] })

it('draws every page afresh from the same rows, and asks for no truth', async () => {
  const before = province.tree()
  const from = province.release()
  const work = asked()
  expect(await rebuild(work)).toMatchObject({ items: 14 })
  expect(work.questions).toEqual([])
  expect(province.release()).not.toBe(from)
  expect(province.tree()).toEqual(before)
  await faultless()
})

it('gives the read model that the editions give', async () => {
  await rebuild(asked())
  const carried = rowsOf()
  await province.publisher.rebuild(province.source)
  expect(rowsOf()).toEqual(carried)
})

it('brings an item up to its editions, with the lists that it touches', async () => {
  const changed = corrected(first, { title: 'Tiêu đề đã sửa' })
  const fresh = article('tin-moi', { title: 'Tin chưa kịp đăng' })
  for (const truth of [changed, fresh]) province.truths.set(truth.ref, truth)
  const work = asked()
  await rebuild(work)
  expect(work.questions).toEqual([changed.ref, fresh.ref])
  expect(province.page(firstPage)).toContain('Tiêu đề đã sửa')
  expect(province.page('/tin-tuc/')).toContain('Tin chưa kịp đăng')
  await faultless()
})

it('takes away what no edition knows, and what was removed meanwhile', async () => {
  province.truths.delete(first.ref)
  province.truths.set(second.ref, withState(second, 'gone', { note: 'Đăng nhầm' }))
  await rebuild(asked())
  expect(province.page(firstPage)).toBeNull()
  expect(province.page('/tin-tuc/tin-1/')).toBeNull()
  expect(province.page('/tin-tuc/')).not.toContain(first.edition.content.slug)
  await faultless()
})

it.each([
  ['a word of an item', `UPDATE items SET title = 'Chưa ai duyệt' WHERE ref = '${first.ref}'`],
  ['a text of an item', `INSERT INTO bodies (ref, body) VALUES ('${first.ref}', '{"root":{"type":"root"}}')`],
  ['an entry of a list', `DELETE FROM list_entries WHERE ref = '${first.ref}'`],
  ['an item that search forgot', `DELETE FROM search_rows WHERE ref = '${first.ref}'`],
  ['a mark of what was applied', `UPDATE applied SET rows_hash = 'khác' WHERE ref = '${first.ref}'`],
])('does not carry a changed row over: %s', async (_name, sql) => {
  const before = province.tree()
  tamper(sql)
  const work = asked()
  await rebuild(work)
  expect(work.questions).toEqual(['every truth'])
  expect(province.alarms.map(({ reason }) => reason).join()).toContain('Mô hình đọc hỏng')
  expect(province.tree()).toEqual(before)
  await faultless()
})

it('does not carry a damaged file over', async () => {
  const before = province.tree()
  const file = path.join(province.settings.dataDir, 'published.sqlite')
  tamper('PRAGMA wal_checkpoint(TRUNCATE)')
  const db = new DatabaseSync(file, { readOnly: true })
  const { page } = db.prepare("SELECT rootpage AS page FROM sqlite_schema WHERE name = 'routes'").get() as {
    page: number
  }
  const { page_size: size } = db.prepare('PRAGMA page_size').get() as { page_size: number }
  db.close()
  const bytes = fs.openSync(file, 'r+')
  fs.writeSync(bytes, Buffer.alloc(size, 7), 0, size, (page - 1) * size)
  fs.closeSync(bytes)
  const work = asked()
  await rebuild(work)
  expect(work.questions).toEqual(['every truth'])
  expect(province.tree()).toEqual(before)
  await faultless()
})

it.each([
  ['made by other code', "UPDATE meta SET value = 'khác' WHERE key = 'rows_version'"],
  ['half made', "UPDATE meta SET value = 'no' WHERE key = 'complete'"],
])('does not carry rows over that were %s', async (_name, sql) => {
  tamper(sql)
  const work = asked()
  await rebuild(work)
  expect(work.questions).toEqual(['every truth'])
  await faultless()
})

it('stops before it takes more than a fifth of the pages away', async () => {
  const many = Array.from({ length: 40 }, (_, index) => article(`nua-${index}`))
  await province.publish(...many)
  await province.rest()
  const [from, before] = [province.release(), province.tree()]
  for (const { ref } of many) province.truths.delete(ref)
  await expect(rebuild(asked())).rejects.toMatchObject({ code: 'too-many-removals' })
  expect([province.release(), province.tree()]).toEqual([from, before])
  await province.publisher.rebuild(asked().source, undefined, { heads: asked().heads, isForced: true })
  expect(province.page('/tin-tuc/nua-0/')).toBeNull()
})

it('a publication that comes while rows are carried over is on the fresh release', async () => {
  const work = asked()
  const rebuilding = rebuild(work)
  await province.publish(article('giua-chung', { title: 'Đăng giữa chừng' }))
  await rebuilding
  expect(province.page('/tin-tuc/giua-chung/')).toContain('Đăng giữa chừng')
  await faultless()
})

it('works across the thread of the publisher', async () => {
  await province.publisher.close()
  const worker = startPublisherWorker(province.settings)
  const changed = corrected(first, { title: 'Qua hai luồng' })
  province.truths.set(changed.ref, changed)
  const work = asked()
  try {
    await worker.rebuild(work.source, undefined, { heads: work.heads })
  } finally {
    await worker.close()
  }
  expect(work.questions).toEqual([changed.ref])
  expect(province.tree()['tin-tuc/tin-0/index.html']).toBeDefined()
  expect(province.page(firstPage)).toContain('Qua hai luồng')
  province.publisher = await openPublisher(province.settings)
})

/** Every row but those of the tree, and the search index by what it finds. */
function rowsOf(): Record<string, unknown[]> {
  const db = new DatabaseSync(path.join(province.settings.dataDir, 'published.sqlite'), { readOnly: true })
  const tables = ['items', 'list_entries', 'mentions', 'public_files', 'public_editions', 'closed_addresses']
  const rows = [...tables, 'applied'].map((table) => [
    table,
    db.prepare(`SELECT * FROM ${table} ORDER BY 1, 2, 3`).all(),
  ])
  // Numbers within a day follow the order in which items came.
  const found = db
    .prepare(
      "SELECT ref FROM search_rows WHERE row IN (SELECT rowid FROM search WHERE search MATCH 'tin') ORDER BY ref",
    )
    .all()
  db.close()
  return { ...(Object.fromEntries(rows) as Record<string, unknown[]>), found }
}
