/** One page that cannot be drawn, one text that cannot be converted, one that is nested without end: only that one waits. */
import { copyFileSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { bodyOf } from '#tests/support/cms.ts'
import { wrongOf } from '#tests/support/inspection.ts'
import { receiptsOf } from '#tests/support/ledger.ts'
import { copyFolder, removeFolder, runningCms, type Folder } from '#tests/support/portal-processes.ts'
import { startReaders, type Readers } from '#tests/support/readers.ts'
import { seedPortal, step, type SeededPortal } from '#tests/support/seeded-portal.ts'
import { expectWhole, settled, until } from '#tests/support/whole-again.ts'

const root = path.resolve(import.meta.dirname, '../..')
const page = ({ data }: Folder, name: string) =>
  readFileSync(path.join(data, 'www/tin-tuc', name, 'index.html'), 'utf8')

let portal: SeededPortal
let folder: Folder
let readers: Readers
beforeAll(async () => {
  portal = await seedPortal()
}, 120_000)
afterAll(() => removeFolder(portal.folder))
beforeEach(async () => {
  folder = await copyFolder(portal.folder)
  readers = await startReaders(folder.data)
})
afterEach(async () => {
  expect(await readers.stop()).toEqual([])
  await removeFolder(folder)
})

/** A site beside the real one, with the same static files. */
function failingSite(): { settings: Record<string, string>; fail(address: string): void } {
  const site = path.join(folder.root, 'site')
  mkdirSync(path.join(site, 'server'), { recursive: true })
  const entry = path.join(site, 'server/entry.mjs')
  copyFileSync(path.join(root, 'tests/fixtures/faults/failing-site.mjs'), entry)
  symlinkSync(path.join(root, 'site/dist/client'), path.join(site, 'client'))
  const failing = path.join(folder.root, 'failing.txt')
  const fail = (address: string) => writeFileSync(failing, address)
  fail('')
  const real = path.join(root, 'site/dist/server/entry.mjs')
  return { fail, settings: { SITE_ENTRY: entry, REAL_SITE: real, FAILING_PAGE: failing } }
}

it('a template that throws on one item: it waits with its reason, everything else goes out', async () => {
  const { settings, fail } = failingSite()
  const cms = await runningCms(folder, settings)
  await settled(cms)
  const [editor, moderator] = [
    await cms.signIn('editor@tinh.example'),
    await cms.signIn('moderator@tinh.example'),
  ]
  const address = '/tin-tuc/tin-dang-tren-cong/'
  const before = page(folder, 'tin-dang-tren-cong')
  fail(address)
  await editor('PATCH', `/api/news/${portal.live}`, { lead: 'Bản sửa không vẽ được.' })
  await step(editor, portal.live, 'submit')
  await step(moderator, portal.live, 'approve')
  await step(moderator, portal.waiting, 'approve')
  const correction = () => receiptsOf(folder, portal.live).at(-1)
  await until('the other is out', () => receiptsOf(folder, portal.waiting).at(-1)?.state === 'live')
  await until('it was tried twice', () => (correction()?.tries ?? 0) >= 2)
  expect(correction()).toMatchObject({
    state: 'waiting',
    lastError: expect.stringContaining('mẫu trang hỏng') as string,
  })
  expect(page(folder, 'tin-dang-tren-cong')).toBe(before)
  fail('')
  await settled(cms)
  expect(correction()?.state).toBe('live')
  expect(page(folder, 'tin-dang-tren-cong')).toContain('Bản sửa không vẽ được.')
  await cms.stop()
  await (await expectWhole(folder, 'a template that throws')).stop()
})

it('a text that cannot be converted keeps its page, holds nothing up, and is out once it is mended', async () => {
  const database = path.join(folder.data, 'cms.sqlite')
  const edition = (change: string) => {
    const db = new DatabaseSync(database)
    db.prepare(`UPDATE editions SET content = ${change} WHERE item = ?`).run(portal.live)
    db.close()
  }
  const before = page(folder, 'tin-dang-tren-cong')
  edition("json_set(content, '$.body.root.children[0].type', 'chua-tung-co', '$.lead', 'Bản hỏng.')")
  const cms = await runningCms(folder)
  const moderator = await cms.signIn('moderator@tinh.example')
  await step(moderator, portal.waiting, 'approve')
  await settled(cms)
  await until('it was noticed', async () =>
    (await cms.verify()).problems.some((line) =>
      line.startsWith('/tin-tuc/tin-dang-tren-cong/: không dựng được trang'),
    ),
  )
  expect(page(folder, 'tin-dang-tren-cong')).toBe(before)
  expect(page(folder, 'tin-cho-duyet')).toContain('Tin chờ duyệt')
  await cms.rebuild()
  expect(page(folder, 'tin-dang-tren-cong')).toBe(before)
  await cms.stop()
  edition("json_set(content, '$.body.root.children[0].type', 'paragraph', '$.lead', 'Tóm tắt.')")
  await (await expectWhole(folder, 'a text that cannot be converted')).stop()
})

it('a text nested 20,000 deep is refused when it is saved, in words, and the cms goes on', async () => {
  const cms = await runningCms(folder)
  await settled(cms)
  const editor = await cms.signIn('editor@tinh.example')
  const nested = (depth: number) => {
    const text = JSON.stringify(bodyOf('Sâu.').root.children[0])
    const open = '{"type":"quote","version":1,"format":"","indent":0,"direction":"ltr","children":['
    return `{"title":"Lồng ${depth}","agency":"${portal.agency}","body":{"root":{"type":"root","version":1,"format":"","indent":0,"direction":"ltr","children":[${open.repeat(depth)}${text}${']}'.repeat(depth)}]}}}`
  }
  for (const depth of [20_000, 2_000, 200, 70]) {
    for (const [method, target] of [
      ['POST', '/api/news'],
      ['PATCH', `/api/news/${portal.live}`],
    ] as const) {
      const { status, body } = await editor(method, target, nested(depth))
      expect([depth, status >= 400 && status < 500, typeof body.message]).toEqual([depth, true, 'string'])
    }
  }
  await settled(cms)
  expect(await wrongOf(cms, folder)).toEqual([])
  await cms.stop()
})
