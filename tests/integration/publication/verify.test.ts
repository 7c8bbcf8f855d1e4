import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import fs from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { needsRebuild } from '#cms/publication/needs-rebuild.ts'
import {
  article,
  committee,
  corrected,
  directive,
  openProvince,
  readTree,
  storeFile,
  topic,
  withState,
  type Province,
} from '#tests/support/publication-fixture.ts'

let province: Province
let tree: Record<string, string>
const www = (name = '') => path.join(province.settings.dataDir, 'www', name)
const verify = (repair: boolean) => province.publisher.verify(province.source, { repair })

beforeEach(async () => {
  province = await openProvince()
  const pdf = storeFile(province.settings, 'a document', 'application/pdf')
  const attached = article('a1', {
    attachments: [{ sha256: pdf.sha256, name: 'ke-hoach.pdf' }],
    aboutDocuments: ['documents/ct08'],
  })
  attached.edition.files = [pdf]
  const retired = article('a3')
  await province.publish(
    committee(),
    topic(),
    directive(),
    attached,
    article('a2'),
    retired,
    withState(retired, 'withdrawn', { note: 'Sai' }),
  )
  await province.rest()
  tree = province.tree()
})
afterEach(() => province.close())

test('nothing is wrong after ordinary work', async () => {
  expect(await verify(false)).toEqual({
    items: 6,
    routes: Object.keys(tree).length - 1,
    problems: [],
    repaired: 0,
  })
})

test('a rebuild gives the same bytes as publishing one by one', async () => {
  await province.publisher.rebuild(province.source)
  expect(province.tree()).toEqual(tree)
  expect((await verify(false)).problems).toEqual([])
})

describe('files that were tampered with are found and put right:', () => {
  const faults: Record<string, () => void> = {
    'a changed page': () => fs.appendFileSync(www('tin-tuc/a1/index.html'), '<!-- lạ -->'),
    'a missing page': () => fs.rmSync(www('tin-tuc/a2/index.html')),
    'a stale variant': () => fs.copyFileSync(www('index.html.br'), www('tin-tuc/index.html.br')),
    'a missing variant': () => fs.rmSync(www('rss.xml.gz')),
    'a foreign file': () => fs.writeFileSync(www('tin-tuc/la.html'), 'lạ'),
    'a leftover temp': () => fs.writeFileSync(www('tin-tuc/.abc.tmp'), 'dở'),
    'an empty folder': () => fs.mkdirSync(www('tin-tuc/rong')),
    'a folder where a page was': () => {
      fs.rmSync(www('tin-tuc/a2/index.html'))
      fs.mkdirSync(www('tin-tuc/a2/index.html'))
    },
    'a file where a folder was': () => {
      fs.rmSync(www('tin-tuc/a2'), { recursive: true })
      fs.writeFileSync(www('tin-tuc/a2'), 'lạ')
    },
    'a damaged attachment': () =>
      fs.writeFileSync(path.join(www(), Object.keys(tree).find((name) => name.endsWith('.pdf')) ?? ''), 'x'),
    'a changed style sheet': () => fs.writeFileSync(www('assets/portal.css'), ''),
    'an emptied tree': () =>
      fs.readdirSync(www()).forEach((name) => fs.rmSync(www(name), { recursive: true })),
  }
  for (const [name, tamper] of Object.entries(faults)) {
    test(name, async () => {
      tamper()
      const dry = await verify(false)
      expect(dry.problems).not.toEqual([])
      expect(dry.repaired).toBe(0)
      expect((await verify(true)).repaired).toBeGreaterThan(0)
      expect(province.tree()).toEqual(tree)
      expect((await verify(false)).problems).toEqual([])
    })
  }
})

describe('rows that were tampered with are found and put right:', () => {
  const faults = {
    'a changed title': "UPDATE items SET title = 'Giả' WHERE ref = 'news/a1'",
    'a changed text': `UPDATE items SET content = replace(content, 'Lời dẫn', 'Lời giả') WHERE ref = 'news/a1'`,
    'a rich text it does not have': `INSERT INTO bodies (ref, body) VALUES ('news/a1', '{"root":{"type":"root"}}')`,
    'a missing item': "DELETE FROM items WHERE ref = 'news/a2'",
    'a withdrawn item made live': "UPDATE items SET state = 'live' WHERE ref = 'news/a3'",
    'a missing list entry': "DELETE FROM list_entries WHERE list = 'news'",
    'a missing route': "DELETE FROM routes WHERE path = '/tin-tuc/a1/'",
    'a foreign route': "INSERT INTO routes (path, stale, sha256) VALUES ('/tin-tuc/la/', 0, 'x')",
    'a lost search row': "DELETE FROM search_rows WHERE ref = 'news/a1'",
    'an invented redirect':
      "INSERT INTO closed_addresses (path, ref, status, target, at) VALUES ('/x/', 'news/x', 301, '/', '')",
  }
  for (const [name, sql] of Object.entries(faults)) {
    test(name, async () => {
      const db = new DatabaseSync(path.join(province.settings.dataDir, 'published.sqlite'), { timeout: 5000 })
      db.exec(`PRAGMA foreign_keys = ON; ${sql}`)
      db.close()
      expect((await verify(false)).problems).not.toEqual([])
      await verify(true)
      expect((await verify(false)).problems).toEqual([])
      expect(province.tree()).toEqual(tree)
    })
  }
})

test('an item that a restored CMS does not know any more disappears', async () => {
  province.truths.delete('news/a2')
  expect((await verify(true)).problems.join()).toContain('news/a2')
  expect(province.page('/tin-tuc/a2/')).toBeNull()
  expect(province.page('/')).not.toContain('/tin-tuc/a2/')
  expect((await verify(false)).problems).toEqual([])
})

test('a read model that is ahead of a restored CMS goes back to what the editions say', async () => {
  const truth = article('a4')
  await province.publish(truth, corrected(truth, { title: 'Bản sau khi sao lưu' }))
  await province.rest()
  province.truths.set(truth.ref, truth)
  await verify(true)
  expect(province.page('/tin-tuc/a4/')).toContain('Tin a4')
  expect((await verify(false)).problems).toEqual([])
})

test('a change that is on its way is not a fault; any other that is missing is, however fresh', async () => {
  const fresh = article('a5')
  fresh.stateAt = new Date().toISOString()
  province.truths.set(fresh.ref, fresh)
  expect((await verify(false)).problems).toHaveLength(1)
  const coming = async function* () {
    for (const truth of province.truths.values()) yield { ...truth, isComing: truth === fresh }
  }
  expect((await province.publisher.verify(coming, { repair: false })).problems).toEqual([])
})

test('what is published while a verification reads older truth is not undone', async () => {
  const truth = province.truths.get('news/a2')
  if (!truth) throw new Error('no a2')
  const slow = async function* () {
    yield* province.truths.values()
    await province.publisher.publish({
      publicationId: 'gone',
      ref: truth.ref,
      truth: withState(truth, 'gone'),
    })
  }
  await province.publisher.verify(slow, { repair: true })
  expect(province.page('/tin-tuc/a2/')).toBeNull()
})

describe('losing everything is harmless:', () => {
  const losses: Record<string, (dataDir: string) => void> = {
    'the release': (dataDir) => fs.rmSync(path.join(dataDir, 'releases'), { recursive: true }),
    'read model and tree': (dataDir) => {
      for (const name of ['published.sqlite', 'www'])
        fs.rmSync(fs.realpathSync(path.join(dataDir, name)), { recursive: true })
    },
    'the tree': (dataDir) => fs.rmSync(fs.realpathSync(path.join(dataDir, 'www')), { recursive: true }),
    'the whole data folder': (dataDir) => fs.rmSync(dataDir, { recursive: true }),
  }
  for (const [name, lose] of Object.entries(losses)) {
    test(`${name} comes back byte for byte`, async () => {
      lose(province.settings.dataDir)
      expect(needsRebuild(province.settings)).not.toBeNull()
      await expect(province.publish(article('a9'))).rejects.toMatchObject({ code: 'needs-rebuild' })
      province.truths.delete('news/a9')
      expect((await verify(true)).repaired).toBe(1)
      expect(province.tree()).toEqual(tree)
      expect(needsRebuild(province.settings)).toBeNull()
    })
  }

  test('the fixed links are put back by the next piece of work', async () => {
    for (const name of ['www', 'published.sqlite', 'current'])
      fs.rmSync(path.join(province.settings.dataDir, name))
    await province.publisher.renderStale(1)
    expect(readTree(www())).toEqual(tree)
  })
})

test('a site that was built again, or another public address, asks for a rebuild', () => {
  expect(needsRebuild(province.settings)).toBeNull()
  expect(needsRebuild({ ...province.settings, publicUrl: 'https://khac.example' })).toContain('địa chỉ')
  fs.appendFileSync(province.settings.siteEntry, '\n// again\n')
  expect(needsRebuild(province.settings)).toContain('trang công khai')
})

const intoReadModel = (statement: string) => {
  const db = new DatabaseSync(path.join(province.settings.dataDir, 'published.sqlite'), { defensive: false })
  db.exec('PRAGMA foreign_keys = OFF; PRAGMA writable_schema = ON')
  db.exec(statement)
  db.close()
}

// What a flipped byte leaves behind, said in SQL.
test.each([
  [
    'a row whose item is not there',
    "UPDATE mentions SET from_ref = 'news/a\uFFFD' WHERE from_ref = 'news/a2'",
  ],
  [
    'an item under a key that cannot be spelt',
    "UPDATE items SET ref = CAST(x'6E6577732F61FF' AS TEXT) WHERE ref = 'news/a2'",
  ],
  ['an item whose words cannot be read', "UPDATE items SET content = '{' || content WHERE ref = 'news/a2'"],
  [
    'an address that cannot be spelt',
    "UPDATE routes SET path = CAST(x'2F74696E2D7475632FFF2F' AS TEXT) WHERE path = '/tin-tuc/a2/'",
  ],
  [
    'an index that lost a row',
    "UPDATE sqlite_schema SET sql = 'CREATE INDEX list_entries_by_ref ON list_entries (list)' WHERE name = 'list_entries_by_ref'; PRAGMA schema_version = 99",
  ],
])('%s: all is made anew', async (_what, statement) => {
  intoReadModel(statement)
  expect((await verify(true)).problems).not.toEqual([])
  expect((await verify(false)).problems).toEqual([])
  expect(province.tree()).toEqual(tree)
})
