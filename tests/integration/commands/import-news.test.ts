import '#tests/support/cms-folders.ts'
import { writeFile } from 'node:fs/promises'
import path from 'node:path'
import type { Payload } from 'payload'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openPayload } from '#cms/payload.ts'
import { cmsFolder } from '#tests/support/cms-folders.ts'
import { portal } from '#tests/support/run-command.ts'

const article = path.resolve(import.meta.dirname, '../../fixtures/import/glued-caption.txt')
const importNews = (file: string, as: string, ...more: string[]) =>
  portal(['import', 'news', file, '--as', as, ...more], process.env)

let payload: Payload
let agency = ''
let editor = ''

beforeAll(async () => {
  payload = await openPayload()
  agency = await create('agencies', {
    name: 'Ủy ban nhân dân huyện Vân Đồn',
    shortName: 'UBND Vân Đồn',
    kind: 'ubnd-huyen',
  })
  editor = await account('bien.tap@tinh.example', { role: 'editor', agencies: [agency] })
  await account('duyet@tinh.example', { role: 'moderator' })
  await account('quan.tri@tinh.example', { role: 'administrator' })
  await account('nghi.viec@tinh.example', { role: 'editor', agencies: [agency], isDisabled: true })
  await account('chua.co.quan@tinh.example', { role: 'editor' })
})
afterAll(() => payload.destroy())

async function create(collection: string, data: Record<string, unknown>): Promise<string> {
  const row = await payload.create({ collection: collection as never, data: data })
  return String((row as { id: unknown }).id)
}
const account = (email: string, data: Record<string, unknown>) =>
  create('users', { email, name: email, password: 'mat-khau-rat-dai-2011', ...data })
const allNews = async () =>
  (await payload.find({ collection: 'news', depth: 0, pagination: false, sort: 'createdAt' }))
    .docs as unknown as Record<string, any>[]

test('nothing is made for people who may not write', async () => {
  const answers = await Promise.all([
    importNews(article, 'khong.co@tinh.example'),
    importNews(article, 'nghi.viec@tinh.example'),
    importNews(article, 'quan.tri@tinh.example'),
    importNews(article, 'chua.co.quan@tinh.example'),
    importNews(article, 'duyet@tinh.example'),
  ])
  expect(answers.map(({ code, stderr }) => [code, stderr.trim().split('\n').length])).toEqual(
    answers.map(() => [1, 1]),
  )
  expect(answers.map(({ stderr }) => stderr)).toEqual([
    expect.stringContaining('Không có tài khoản “khong.co@tinh.example”.'),
    expect.stringContaining('đã bị khóa'),
    expect.stringContaining('là quản trị, không soạn bài'),
    expect.stringContaining('chưa thuộc cơ quan nào'),
    expect.stringContaining('--agency'),
  ])
  expect(await allNews()).toEqual([])
})

test('nothing is made of a file without an article', async () => {
  const files: Record<string, Uint8Array | string> = {
    'empty.txt': '',
    'binary.txt': new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 1, 2, 3]),
    'title-only.txt': 'Chỉ có tiêu đề\n\n6/27/2011 9:05:00 AM\n',
    'latin.txt': new Uint8Array([0x54, 0xed, 0x6e, 0x20, 0xe0]),
  }
  for (const [name, bytes] of Object.entries(files)) {
    const file = path.join(cmsFolder, name)
    await writeFile(file, bytes)
    const { code, stdout, stderr } = await importNews(file, 'bien.tap@tinh.example')
    expect({ name, code, stdout, lines: stderr.trim().split('\n').length }).toEqual({
      name,
      code: 1,
      stdout: '',
      lines: 1,
    })
  }
  expect((await importNews(path.join(cmsFolder, 'khong-co.txt'), 'bien.tap@tinh.example')).stderr).toMatch(
    /^Không có tệp/,
  )
  expect((await importNews(cmsFolder, 'bien.tap@tinh.example')).stderr).toContain('là thư mục')
  expect(await allNews()).toEqual([])
})

test('an article becomes a draft of that person, with what could not be decided', async () => {
  const { code, stdout, stderr } = await importNews(article, 'Bien.Tap@tinh.example')
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  const [item] = await allNews()
  expect(item).toMatchObject({
    title: 'Vân Đồn: Khởi công đường nối hai xã đảo',
    originallyPublishedAt: '2011-06-27T09:05:00+07:00',
    source: 'Đài Truyền thanh Vân Đồn',
    agency,
    state: 'draft',
    publicState: 'none',
    contributors: [editor],
    importNotices: [{ code: 'glued-caption', excerpt: 'Quang cảnh lễ khởi công' }],
  })
  expect(item?.body.root.children).toHaveLength(3)
  expect(stdout).toContain(`Mã:        ${item?.id}`)
  expect(stdout).toContain('  • Có thể chú thích ảnh dính vào đoạn 1: “Quang cảnh lễ khởi công”')
  expect(stdout).toContain(`http://localhost:3001/admin/collections/news/${item?.id}`)
})

test('the same article is not imported twice unless asked for', async () => {
  const [first] = await allNews()
  const refused = await importNews(article, 'bien.tap@tinh.example')
  expect(refused).toMatchObject({ code: 1, stdout: '' })
  expect(refused.stderr).toContain(`/admin/collections/news/${first?.id}`)
  expect(await allNews()).toHaveLength(1)
  expect((await importNews(article, 'bien.tap@tinh.example', '--again')).code).toBe(0)
  const slugs = (await allNews()).map(({ slug }) => slug as string)
  expect(slugs).toEqual([
    'van-don-khoi-cong-duong-noi-hai-xa-dao',
    'van-don-khoi-cong-duong-noi-hai-xa-dao-2',
  ])
})

test('a moderator imports for the agency that is named', async () => {
  const other = await create('agencies', { name: 'Sở Giao thông vận tải', shortName: 'Sở GTVT', kind: 'so' })
  expect((await importNews(article, 'duyet@tinh.example', '--agency', 'sở gtvt')).code).toBe(0)
  expect((await allNews()).at(-1)).toMatchObject({ agency: other })
  const foreign = await importNews(article, 'bien.tap@tinh.example', '--agency', 'Sở GTVT')
  expect(foreign.stderr).toContain('không thuộc cơ quan “Sở Giao thông vận tải”')
})
