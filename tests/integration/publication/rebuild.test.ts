/** A rebuild with threads, its guard against mass removal, and the way back. */
import fs from 'node:fs'
import path from 'node:path'
import zlib from 'node:zlib'
import { afterEach, describe, expect, it } from 'vitest'
import { openPublisher } from '#cms/publication/publisher.ts'
import {
  article,
  committee,
  corrected,
  openProvince,
  readTree,
  topic,
  withState,
  type Province,
} from '#tests/support/publication-fixture.ts'

let province: Province
afterEach(() => province.close())

const many = (count: number, words: (index: number) => object = () => ({})) =>
  Array.from({ length: count }, (_, index) => article(`tin-${index}`, words(index)))

/** Known to the CMS, but not published one by one. */
function tell(...truths: { ref: string }[]): void {
  for (const truth of truths) province.truths.set(truth.ref, truth as never)
}

const www = () => path.join(province.settings.dataDir, 'www')

describe('a rebuild with threads', () => {
  it('gives the bytes that one thread gives, with public files linked', async () => {
    province = await openProvince({ renderThreads: 2 })
    tell(committee(), topic(), ...many(150))
    const phases = new Set<string>()
    const { routes, items } = await province.publisher.rebuild(province.source, ({ phase }) =>
      phases.add(phase),
    )
    expect(items).toBe(152)
    expect(routes).toBeGreaterThan(152)
    expect([...phases]).toEqual(['items', 'pages', 'check', 'switch'])
    const threaded = readTree(www())
    await province.publisher.close()
    province.publisher = await openPublisher(province.settings, { renderThreads: 0 })
    await province.publisher.rebuild(province.source)
    expect(readTree(www())).toEqual(threaded)
    expect(await province.publisher.verify(province.source, { repair: false })).toMatchObject({
      problems: [],
    })
  })

  it('a page that cannot be drawn, or kills its thread, fails alone and keeps what readers see', async () => {
    province = await openProvince({ renderThreads: 2 })
    const [first, second, ...others] = many(40)
    if (!first || !second) throw new Error('no articles')
    await province.publish(committee(), topic(), first, second)
    tell(corrected(first, { lead: '[[hỏng]]' }), corrected(second, { lead: '[[chết]]' }), ...others)
    await province.publisher.rebuild(province.source)
    expect(province.page(first.path)).toContain('Lời dẫn')
    expect(province.page(second.path)).toContain('Lời dẫn')
    for (const other of others) expect(province.page(other.path)).toContain(other.edition.content.title)
    const comparison = `${first.path}lich-su/2/`
    expect(province.alarms.map(({ path: route }) => route).sort()).toEqual(
      [first.path, second.path, comparison].sort(),
    )
  }, 30_000)

  it('shares the files of pages that say the same, but none that was tampered with', async () => {
    province = await openProvince({ renderThreads: 2 })
    tell(committee(), topic(), ...many(30))
    await province.publisher.rebuild(province.source)
    const fileOf = (index: number, ending = '') =>
      path.join(fs.realpathSync(www()), 'tin-tuc', `tin-${index}`, `index.html${ending}`)
    const right = fs.readFileSync(fileOf(1), 'utf8')
    const inodes = () => [0, 1, 2].map((index) => fs.statSync(fileOf(index)).ino)
    const before = inodes()
    fs.writeFileSync(fileOf(1), 'sửa trộm')
    fs.writeFileSync(fileOf(2, '.br'), 'hỏng')
    await province.publisher.rebuild(province.source)
    const after = inodes()
    expect(after.map((inode, index) => inode === before[index])).toEqual([true, false, false])
    expect(fs.readFileSync(fileOf(1), 'utf8')).toBe(right)
    expect(await province.publisher.verify(province.source, { repair: false })).toMatchObject({
      problems: [],
    })
  })

  it('keeps the last three trees', async () => {
    province = await openProvince()
    for (let times = 0; times < 4; times += 1) await province.publisher.rebuild(province.source)
    // Older ones are taken away beside other work.
    await expect
      .poll(() => fs.readdirSync(path.join(province.settings.dataDir, 'releases')).sort(), {
        timeout: 10_000,
      })
      .toEqual(['3', '4', '5'])
  })

  it('leaves what it could not take away in time to the next one', async () => {
    province = await openProvince()
    for (let times = 0; times < 4; times += 1) await province.publisher.rebuild(province.source)
    await province.publisher.close()
    const old = path.join(province.settings.dataDir, 'releases', '1', 'www')
    fs.mkdirSync(old, { recursive: true })
    fs.writeFileSync(path.join(old, 'index.html'), 'left')
    province.publisher = await openPublisher(province.settings)
    await province.publisher.rebuild(province.source)
    await expect.poll(() => fs.existsSync(path.dirname(old)), { timeout: 10_000 }).toBe(false)
  })

  it('what is published while it runs is in it', async () => {
    province = await openProvince({ renderThreads: 2 })
    tell(committee(), topic(), ...many(120))
    await province.publisher.rebuild(province.source)
    const rebuilding = province.publisher.rebuild(province.source)
    await province.publish(article('giua-chung'))
    await rebuilding
    expect(province.page('/tin-tuc/giua-chung/')).toContain('Tin giua-chung')
  })
})

describe('a rebuild that leaves the variants for later', () => {
  const variants = () =>
    fs
      .readdirSync(fs.realpathSync(www()), { recursive: true, encoding: 'utf8' })
      .filter((name) => /^tin-tuc.*\.(br|gz)$/.test(name))
  const fileOf = (index: number, ending = '') =>
    path.join(fs.realpathSync(www()), 'tin-tuc', `tin-${index}`, `index.html${ending}`)
  const found = async () => (await province.publisher.verify(province.source, { repair: false })).problems

  it.each([0, 2])(
    'switches with plain files, and adds them when nothing else waits (%i threads)',
    async (threads) => {
      province = await openProvince({ renderThreads: threads, rebuildCompression: 'later' })
      tell(committee(), topic(), ...many(30))
      await province.publisher.rebuild(province.source)
      expect(variants()).toEqual([])
      expect(await found()).toEqual([])

      const { left } = await province.publisher.renderStale(10)
      expect(left).toBeGreaterThan(20)
      expect(await found()).toEqual([])
      await province.rest()
      const plain = fs.readFileSync(fileOf(1))
      expect(zlib.brotliDecompressSync(fs.readFileSync(fileOf(1, '.br'))).equals(plain)).toBe(true)
      expect(zlib.gunzipSync(fs.readFileSync(fileOf(1, '.gz'))).equals(plain)).toBe(true)
      fs.rmSync(fileOf(2, '.gz'))
      expect(await found()).toEqual([expect.stringContaining('/tin-tuc/tin-2/')])
    },
  )

  it('a wrong variant is a fault even while it may be missing, and a page that was changed gets none', async () => {
    province = await openProvince({ rebuildCompression: 'later' })
    tell(committee(), topic(), ...many(5))
    await province.publisher.rebuild(province.source)
    fs.writeFileSync(fileOf(1, '.br'), 'hỏng')
    fs.writeFileSync(fileOf(2), 'sửa trộm')
    expect(await found()).toHaveLength(2)
    await province.rest()
    expect(fs.existsSync(fileOf(2, '.br'))).toBe(false)
    expect(await found()).toEqual([expect.stringContaining('/tin-tuc/tin-2/')])
    await province.publisher.verify(province.source, { repair: true })
    expect(await found()).toEqual([])
    expect(fs.existsSync(fileOf(2, '.br'))).toBe(true)
  })

  it('a page published before its turn has its variants at once', async () => {
    province = await openProvince({ rebuildCompression: 'later' })
    const [first, ...others] = many(5)
    if (!first) throw new Error('no articles')
    tell(committee(), topic(), first, ...others)
    await province.publisher.rebuild(province.source)
    await province.publish(corrected(first, { lead: 'Lời mới' }))
    const plain = fs.readFileSync(fileOf(0))
    expect(plain.toString()).toContain('Lời mới')
    expect(zlib.brotliDecompressSync(fs.readFileSync(fileOf(0, '.br'))).equals(plain)).toBe(true)
  })
})

it('an item that cannot be stored is left out alone, whatever stood in its batch', async () => {
  province = await openProvince()
  const [first, ...others] = many(5)
  if (!first) throw new Error('no articles')
  const double = { ...article('trung'), path: first.path }
  tell(committee(), topic(), first, ...others, double)
  await province.publisher.rebuild(province.source)
  expect(province.alarms).toEqual([expect.objectContaining({ path: first.path })])
  expect(province.page(first.path)).toContain('Tin tin-0')
  for (const other of others) expect(province.page(other.path)).toContain(other.edition.content.title)
})

describe('a run that would take away more than a fifth of the pages', () => {
  const lostHalf = async (count: number) => {
    province = await openProvince()
    tell(committee(), topic(), ...many(count))
    await province.publisher.rebuild(province.source)
    for (let index = 0; index < count / 2; index += 1) province.truths.delete(`news/tin-${index}`)
    return readTree(www())
  }

  it('as a rebuild: stops with the counts, alarms once, leaves everything, and goes on when told to', async () => {
    const before = await lostHalf(80)
    const from = province.release()
    const refused = province.publisher.rebuild(province.source)
    await expect(refused).rejects.toMatchObject({ code: 'too-many-removals', counts: { removals: 40 } })
    await expect(province.publisher.rebuild(province.source)).rejects.toMatchObject({
      code: 'too-many-removals',
    })
    expect(province.alarms).toHaveLength(1)
    expect([province.release(), readTree(www())]).toEqual([from, before])
    await province.publisher.rebuild(province.source, undefined, { isForced: true })
    expect(province.page('/tin-tuc/tin-0/')).toBeNull()
    expect(province.page('/tin-tuc/tin-79/')).not.toBeNull()
  })

  it('as a repair: stops before it has changed a single row', async () => {
    const before = await lostHalf(80)
    const stopped = province.publisher.verify(province.source, { repair: true })
    await expect(stopped).rejects.toMatchObject({ code: 'too-many-removals', counts: { removals: 40 } })
    expect(province.alarms).toHaveLength(1)
    await province.rest()
    expect(readTree(www())).toEqual(before)
    const report = await province.publisher.verify(province.source, { repair: false })
    expect(report.problems.length).toBeGreaterThan(0)
    await province.publisher.verify(province.source, { repair: true, isForced: true })
    expect(province.page('/tin-tuc/tin-0/')).toBeNull()
  })

  it('twenty pages or less are no reason to ask', async () => {
    await lostHalf(40)
    await province.publisher.verify(province.source, { repair: true })
    expect(province.page('/tin-tuc/tin-0/')).toBeNull()
  })

  it('a removal that was published counts for nothing', async () => {
    province = await openProvince()
    const articles = many(60)
    await province.publish(committee(), topic(), ...articles)
    await province.publish(...articles.slice(0, 40).map((truth) => withState(truth, 'gone', { note: 'Gỡ' })))
    expect(await province.publisher.verify(province.source, { repair: true })).toMatchObject({ problems: [] })
  })
})

describe('a rollback', () => {
  const twoReleases = async () => {
    province = await openProvince()
    await province.publish(committee(), topic(), article('cu'))
    await province.publisher.rebuild(province.source)
    tell(article('moi'))
    await province.publisher.rebuild(province.source)
  }

  it('shows the release before, and says which', async () => {
    await twoReleases()
    expect(province.page('/tin-tuc/moi/')).not.toBeNull()
    expect(await province.publisher.rollback()).toEqual({ release: '2', from: '3' })
    expect(province.release()).toBe(path.join('releases', '2'))
    expect(province.page('/tin-tuc/moi/')).toBeNull()
  })

  it('holds: nothing is published, rendered or repaired, and verify says so', async () => {
    await twoReleases()
    await province.publisher.rollback()
    const before = readTree(www())
    await expect(province.publish(article('sau'))).rejects.toMatchObject({ code: 'held' })
    expect(await province.publisher.renderStale(10)).toEqual({ left: 0, failed: 0 })
    const { problems } = await province.publisher.verify(province.source, { repair: true })
    expect(problems).toEqual([expect.stringContaining('Đang giữ bản phát hành 2 thay cho bản 3')])
    expect(readTree(www())).toEqual(before)
  })

  it('holds across a restart, until a rebuild lets everything out', async () => {
    await twoReleases()
    await province.publisher.rollback()
    await province.publisher.close()
    province.publisher = await openPublisher(province.settings)
    tell(article('sau'))
    await expect(province.publisher.verify(province.source, { repair: true })).resolves.toMatchObject({
      problems: [expect.stringContaining('Đang giữ')],
    })
    await province.publisher.rebuild(province.source)
    expect(province.page('/tin-tuc/sau/')).not.toBeNull()
    expect(fs.existsSync(path.join(province.settings.dataDir, 'held'))).toBe(false)
    expect(await province.publisher.verify(province.source, { repair: true })).toMatchObject({ problems: [] })
  })

  it('goes back once more, and refuses when nothing is left', async () => {
    await twoReleases()
    expect(await province.publisher.rollback()).toMatchObject({ release: '2' })
    expect(await province.publisher.rollback()).toMatchObject({ release: '1' })
    await expect(province.publisher.rollback()).rejects.toMatchObject({ code: 'no-earlier-release' })
  })
})
