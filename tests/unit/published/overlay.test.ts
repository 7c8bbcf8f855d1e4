import { afterAll, beforeAll, expect, test } from 'vitest'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createReadModel, openReadModel, openReadModelForWriting } from '#published/open.ts'
import { openWriter } from '#published/write.ts'
import { layOver } from '#published/overlay.ts'
import { openReader } from '#published/reader.ts'
import type { ItemRow, ItemRows } from '#published/item-rows.ts'
import { noRows } from '#published/item-rows.ts'
import { seedReadModel } from '#tests/support/read-model-fixture.ts'

const folder = mkdtempSync(path.join(os.tmpdir(), 'portal-overlay-'))
const file = path.join(folder, 'published.sqlite')
beforeAll(() => {
  const db = createReadModel(file)
  seedReadModel(db)
  db.exec('PRAGMA wal_checkpoint(TRUNCATE)')
  db.close()
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

const today = () => '2011-06-15'

/** The rows of an item as the file has them, its title and its words said otherwise. */
function rewritten(ref: string, words: Partial<ItemRow> = {}): ItemRows {
  const db = openReadModel(file)
  const all = (sql: string) => db.prepare(sql).all(ref) as never[]
  const item = db.prepare('SELECT * FROM items WHERE ref = ?').get(ref) as unknown as ItemRow
  const rows = {
    item: { ...item, ...words },
    body: null,
    lists: all('SELECT list, sort FROM list_entries WHERE ref = ?'),
    mentions: all('SELECT kind, to_ref FROM mentions WHERE from_ref = ?'),
    files: [],
    editions: [],
    closed: [],
  }
  db.close()
  return rows
}

const refAt = (address: string): string => {
  const db = openReadModel(file)
  const { ref } = db.prepare('SELECT ref FROM items WHERE path = ?').get(address) as { ref: string }
  db.close()
  return ref
}
const somePath = (collection: string): string => {
  const db = openReadModel(file)
  const { path: found } = db
    .prepare(
      "SELECT path FROM items WHERE collection = ? AND state = 'live' AND language = 'vi' ORDER BY path LIMIT 1",
    )
    .get(collection) as { path: string }
  db.close()
  return found
}

test('a page tells the words laid over it, and lists and links do too', () => {
  const address = somePath('topics')
  const ref = refAt(address)
  const db = openReadModel(file)
  const slug = address.split('/').at(-2) ?? ''
  const before = openReader(openReadModel(file), { today }).topicPage(slug)
  const content = JSON.stringify({ slug, language: 'vi', name: 'Tên xem trước' })
  layOver(db, ref as never, rewritten(ref, { title: 'Tên xem trước', content }))
  const reader = openReader(db, { today })
  expect(reader.topicPage(slug)?.name).toBe('Tên xem trước')
  expect(reader.topicPage(slug)?.latest.length).toBe(before?.latest.length)
  expect(reader.newsFront().topics.map(({ title }) => title)).toContain('Tên xem trước')
  expect(reader.newsFront().topics.map(({ title }) => title)).not.toContain(before?.name)
  db.close()
})

test('the rich text is the one laid over, or none, and that of others stays theirs', () => {
  const paragraph = (text: string) =>
    JSON.stringify({
      root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text }] }] },
    })
  const [ours, theirs] = ['a', 'b'].map((name) => `/tin-tuc/${name}/`) as [string, string]
  const template = rewritten(refAt(somePath('news'))).item as ItemRow
  const content = JSON.stringify({ ...JSON.parse(template.content), body: undefined })
  const rowsOf = (name: string, path: string, body: string | null): ItemRows => ({
    ...noRows,
    item: { ...template, ref: `news/${name}`, path, content },
    body,
  })
  const published = openReadModelForWriting(file)
  openWriter(published).add('news/a', rowsOf('a', ours, paragraph('Đã đăng')))
  openWriter(published).add('news/b', rowsOf('b', theirs, paragraph('Của bài khác')))
  published.close()
  const bodies = (body: string | null) => {
    const db = openReadModel(file)
    layOver(db, 'news/a', rowsOf('a', ours, body))
    const reader = openReader(db, { today })
    const seen = [ours, theirs].map((address) => reader.newsPage(address)?.body.trim())
    db.close()
    return seen
  }
  expect(bodies(paragraph('Xem trước'))).toEqual(['<p>Xem trước</p>', '<p>Của bài khác</p>'])
  expect(bodies(null)).toEqual(['', '<p>Của bài khác</p>'])
})

test('at an address that another item holds, the page is the one laid over', () => {
  const [theirs, ours] = [somePath('news'), somePath('topics')]
  const db = openReadModel(file)
  layOver(db, 'news/xem-truoc', {
    ...noRows,
    item: { ...rewritten(refAt(theirs)).item, ref: 'news/xem-truoc', title: 'Cùng địa chỉ' } as ItemRow,
  })
  expect(db.prepare('SELECT ref FROM items WHERE path = ?').all(theirs)).toEqual([{ ref: 'news/xem-truoc' }])
  expect(db.prepare('SELECT count(*) AS n FROM items WHERE path = ?').get(ours)).toEqual({ n: 1 })
  db.close()
})

test('an item without rows is not there', () => {
  const address = somePath('news')
  const db = openReadModel(file)
  layOver(db, refAt(address) as never, noRows)
  expect(openReader(db, { today }).newsPage(address)).toBeNull()
  db.close()
})

test('the file stays as it was, byte for byte, and other connections see nothing', () => {
  const before = readFileSync(file)
  const address = somePath('news')
  const ref = refAt(address)
  const db = openReadModel(file)
  const others = openReadModel(file)
  layOver(db, ref as never, rewritten(ref, { title: 'CHUA-DANG' }))
  expect(db.prepare('SELECT title FROM items WHERE ref = ?').get(ref)).toEqual({ title: 'CHUA-DANG' })
  expect(others.prepare('SELECT title FROM items WHERE ref = ?').get(ref)).not.toEqual({ title: 'CHUA-DANG' })
  expect(() => db.exec("DELETE FROM main.items WHERE state = 'live'")).toThrow(/readonly/)
  db.close()
  others.close()
  expect(readFileSync(file).equals(before)).toBe(true)
})

test('no question of an item’s page copies or walks all items', () => {
  const address = somePath('documents')
  const ref = refAt(address)
  const db = openReadModel(file)
  layOver(db, ref as never, rewritten(ref))
  const asked: string[] = []
  const prepare = db.prepare.bind(db)
  db.prepare = (sql: string) => {
    asked.push(sql)
    return prepare(sql)
  }
  const reader = openReader(db, { today })
  for (const page of [
    reader.newsPage(somePath('news')),
    reader.documentPage(address),
    reader.agencyPage(somePath('agencies').split('/').at(-2) ?? ''),
    reader.topicPage(somePath('topics').split('/').at(-2) ?? ''),
  ])
    expect(page).not.toBeNull()
  reader.sections()
  reader.home()
  reader.menu([
    { section: 'news' },
    { address: '/tin-tuc/2011/05/', title: 'Tháng 5' },
    { item: ref as never },
  ])
  reader.homeBlocks({ tasks: [{ address: '/khong-con/', title: 'Không còn' }] })
  reader.notice()
  expect(asked.length).toBeGreaterThan(5)
  const walked = asked.flatMap((sql) => {
    const steps = prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...Array(sql.split('?').length - 1).fill('1')) as {
      detail: string
    }[]
    return steps
      .filter(({ detail }) => /MATERIALIZE|AUTOMATIC|SCAN main\.(?!notices)/.test(detail))
      .map(({ detail }) => `${detail}: ${sql}`)
  })
  expect(walked).toEqual([])
  db.close()
})
