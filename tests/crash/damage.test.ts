/** Hands, disks and other programs spoil files: each damage is noticed at the next start and mended from the editions. */
import { appendFile, chmod, mkdir, readdir, readFile, rm, truncate, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { counts, seed } from '#tests/support/crash-counts.ts'
import { wrongOf } from '#tests/support/inspection.ts'
import { copyFolder, removeFolder, runningCms, treeOf, type Folder } from '#tests/support/portal-processes.ts'
import { seedPortal, type SeededPortal } from '#tests/support/seeded-portal.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'
import { settled } from '#tests/support/whole-again.ts'

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

async function expectMended(folder: Folder, because: string): Promise<void> {
  const cms = await runningCms(folder)
  await settled(cms)
  const mended = await treeOf(path.join(folder.data, 'www'))
  expect([...mended.keys()].sort(), because).toEqual([...before.keys()].sort())
  for (const [file, bytes] of before)
    expect(mended.get(file)?.equals(bytes), `${because}: ${file}`).toBe(true)
  expect(await wrongOf(cms, folder), because).toEqual([])
  await cms.stop()
  await removeFolder(folder)
}

it.each(Object.entries(damages))('%s: mended, byte for byte', async (name, damage) => {
  const folder = await copyFolder(portal.folder)
  await damage(folder)
  await expectMended(folder, name)
})

const random = seededRandom(seed)
const anyOf = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T

/** Some of everything at once, at places nobody chose. */
async function spoil(folder: Folder): Promise<string[]> {
  const files = [...(await treeOf(www(folder))).keys()]
  const done: string[] = []
  for (let count = 0; count < 12; count += 1) {
    const file = anyOf(files)
    const target = www(folder, anyOf([file, file, `${file}.br`, `${file}.gz`]))
    const [name, hand] = anyOf([
      ['deleted', () => rm(target, { force: true })],
      ['changed', () => flipByte(target, (size) => Math.floor(random() * size)).catch(ignoreMissing)],
      ['cut', () => truncate(target, Math.floor(random() * 200)).catch(ignoreMissing)],
      ['added', () => writeFile(`${target}-${count}.html`, '<h1>Lạ</h1>')],
    ] as [string, () => Promise<unknown>][])
    await hand()
    done.push(`${name} ${target}`)
  }
  return done
}

const ignoreMissing = (error: NodeJS.ErrnoException) => {
  if (error.code !== 'ENOENT') throw error
}

it(`files deleted, changed, cut and added at random, ${counts.damages} times (CRASH_SEED=${seed})`, async () => {
  for (let round = 0; round < counts.damages; round += 1) {
    const folder = await copyFolder(portal.folder)
    const done = await spoil(folder)
    await expectMended(folder, done.join(', '))
  }
}, 3_600_000)

it(`a byte of the read model flipped at random, ${counts.flips} times (CRASH_SEED=${seed})`, async () => {
  for (let round = 0; round < counts.flips; round += 1) {
    const folder = await copyFolder(portal.folder)
    let place = 0
    await flipByte(
      path.join(folder.data, 'current/published.sqlite'),
      (size) => (place = Math.floor(random() * size)),
    )
    await expectMended(folder, `byte ${place} flipped`)
  }
}, 3_600_000)
