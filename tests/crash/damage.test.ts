/** Hands, disks and other programs spoil files: each damage is noticed at the next start and mended from the editions. */
import { appendFile, chmod, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { copyFolder, removeFolder, treeOf, type Folder } from '#tests/support/portal-processes.ts'
import { seedPortal, type SeededPortal } from '#tests/support/seeded-portal.ts'
import { expectWhole } from '#tests/support/whole-again.ts'

let portal: SeededPortal
let before: Map<string, Buffer>
beforeAll(async () => {
  portal = await seedPortal()
  before = await treeOf(path.join(portal.folder.data, 'www'))
}, 120_000)
afterAll(() => removeFolder(portal.folder))

const www = ({ data }: Folder, name = '') => path.join(data, 'current/www', name)
const page = 'tin-tuc/tin-dang-tren-cong/index.html'

async function flipByte(file: string, at: (size: number) => number): Promise<void> {
  const bytes = await readFile(file)
  const position = at(bytes.length)
  bytes[position] = (bytes[position] ?? 0) ^ 0xff
  await writeFile(file, bytes)
}

const damages: Record<string, (folder: Folder) => Promise<unknown>> = {
  'a page deleted': (folder) => rm(www(folder, page)),
  'a page changed': (folder) => appendFile(www(folder, page), '<p>thêm vào</p>'),
  'a page cut to nothing': (folder) => truncate(www(folder, page), 0),
  'a compressed variant changed': (folder) => writeFile(www(folder, `${page}.br`), 'không phải brotli'),
  'a stray page added': async (folder) => {
    await mkdir(www(folder, 'tin-tuc/la-lung'), { recursive: true })
    await writeFile(www(folder, 'tin-tuc/la-lung/index.html'), '<h1>Ai viết trang này?</h1>')
  },
  'every page deleted': (folder) => rm(www(folder), { recursive: true }),
  'every stylesheet deleted': (folder) => rm(www(folder, '_astro'), { recursive: true }),
  'one byte flipped in the middle of the read model': (folder) =>
    flipByte(path.join(folder.data, 'current/published.sqlite'), (size) => Math.floor(size / 2)),
  'the head of the read model destroyed': (folder) =>
    flipByte(path.join(folder.data, 'current/published.sqlite'), () => 3),
  'the read model deleted': async (folder) => {
    for (const name of await readdir(path.join(folder.data, 'current'))) {
      if (name.startsWith('published.sqlite')) await rm(path.join(folder.data, 'current', name))
    }
  },
  'all releases deleted': (folder) => rm(path.join(folder.data, 'releases'), { recursive: true }),
  'the links deleted': async (folder) => {
    for (const name of ['current', 'www', 'published.sqlite']) await rm(path.join(folder.data, name))
  },
  'a page made unwritable': (folder) => chmod(www(folder, page), 0o444),
}

it.each(Object.entries(damages))('%s: mended, byte for byte', async (name, damage) => {
  const folder = await copyFolder(portal.folder)
  await damage(folder)
  const cms = await expectWhole(folder, name)
  const after = await treeOf(path.join(folder.data, 'www'))
  expect([...after.keys()].sort()).toEqual([...before.keys()].sort())
  for (const [file, bytes] of before) expect(after.get(file)?.equals(bytes), file).toBe(true)
  await cms.stop()
  await removeFolder(folder)
})
