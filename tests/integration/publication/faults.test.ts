import { afterEach, describe, expect, test } from 'vitest'
import fs from 'node:fs'
import path from 'node:path'
import { fileFunctions, type FileFunctions } from '#cms/publication/atomic-files.ts'
import { fileOf } from '#cms/publication/public-path.ts'
import { openStaticFiles } from '#cms/publication/static-files.ts'
import {
  article,
  corrected,
  openProvince,
  publicationFolders,
  withState,
  type Province,
} from '#tests/support/publication-fixture.ts'

let province: Province | undefined
afterEach(async () => {
  await province?.close()
  province = undefined
})

const failure = (code: string) => Object.assign(new Error(code), { code })

/** File functions of which the `at`-th call of any kind fails. */
function failingAt(at: number, code: string): { files: FileFunctions; calls: () => number } {
  let calls = 0
  const names = Object.keys({
    openSync: 0,
    writeSync: 0,
    fsyncSync: 0,
    renameSync: 0,
    mkdirSync: 0,
    unlinkSync: 0,
  })
  const wrapped = names.map((name) => [
    name,
    (...args: unknown[]) => {
      if (++calls === at) throw failure(code)
      return (fileFunctions[name as keyof FileFunctions] as (...given: unknown[]) => unknown)(...args)
    },
  ])
  return { files: { ...fs, ...Object.fromEntries(wrapped) } as FileFunctions, calls: () => calls }
}

const fullDisk = (isFull: () => boolean): FileFunctions => ({
  ...fs,
  writeSync(descriptor, bytes, from) {
    if (isFull()) throw failure('ENOSPC')
    return fs.writeSync(descriptor, bytes, from)
  },
})

describe('a write that fails at any step', () => {
  for (const code of ['ENOSPC', 'EIO']) {
    test(`leaves the old page or the new one, no temp, and can be repeated (${code})`, () => {
      const root = fs.mkdtempSync(path.join(publicationFolders().mediaDir, 'tree-'))
      const old = Buffer.from('<p>cũ</p>')
      const next = Buffer.from('<p>mới</p>')
      let isThrough = false
      for (let at = 1; !isThrough; at++) {
        openStaticFiles(root).write('/a/b/', old, 5)
        const { files, calls } = failingAt(at, code)
        try {
          openStaticFiles(root, { files }).write('/a/b/', next, 5)
        } catch {
          // the injected failure
        }
        isThrough = calls() < at
        const tree = openStaticFiles(root)
        const bytes = tree.read('/a/b/')
        expect([old.toString(), next.toString()]).toContain(bytes?.toString())
        for (const name of fs.readdirSync(path.join(root, 'a/b'))) expect(name).not.toMatch(/tmp/)
        tree.write('/a/b/', next, 5)
        expect(tree.holds('/a/b/', next)).toBe(true)
      }
    })
  }
})

test.each(['www/a/b', 'www/a', 'www'])(
  'a page is not taken for durable while %s was not synced',
  (folder) => {
    const { mediaDir } = publicationFolders()
    const root = path.join(fs.realpathSync(fs.mkdtempSync(path.join(mediaDir, 'tree-'))), 'www')
    fs.mkdirSync(root)
    let isBroken = true
    let synced = 0
    const files: FileFunctions = {
      ...fs,
      fsyncSync(descriptor) {
        if (fs.readlinkSync(`/proc/self/fd/${descriptor}`) === path.join(root, '..', folder)) {
          if (isBroken) throw failure('EIO')
          synced += 1
        }
        fs.fsyncSync(descriptor)
      },
    }
    const tree = openStaticFiles(root, { files })
    const write = () => tree.write('/a/b/', Buffer.from('<p>mới</p>'), 5)
    for (let tries = 0; tries < 3; tries += 1) expect(write).toThrow('EIO')
    isBroken = false
    write()
    expect(synced).toBeGreaterThan(0)
  },
)

test('a clock that is put back does not keep a failed page waiting for a day', async () => {
  let isFull = false
  let shift = 0
  province = await openProvince({
    files: fullDisk(() => isFull),
    now: () => new Date(Date.now() + shift),
  })
  isFull = true
  await expect(province.publish(article())).rejects.toMatchObject({ code: 'own-routes-failed' })
  await province.publisher.renderStale(100)
  isFull = false
  shift = -86_400_000
  await province.publisher.renderStale(100)
  expect(province.page('/tin-tuc/a1/')).toContain('Tin a1')
})

test('a removal after the clock was put back is out at once, without a rebuild', async () => {
  province = await openProvince()
  const truth = article()
  await province.publish(truth)
  const gone = { ...withState(truth, 'gone', { note: 'Gỡ' }), stateAt: '2001-01-01T00:00:00.000Z' }
  await province.publish(gone)
  expect(province.page('/tin-tuc/a1/')).toBeNull()
})

test('a full disk leaves the old bytes, refuses the receipt, and is over when there is space', async () => {
  let isFull = false
  const files = fullDisk(() => isFull)
  province = await openProvince({ files })
  const truth = article()
  await province.publish(truth)
  const old = province.page('/tin-tuc/a1/')
  isFull = true
  const next = corrected(truth, { title: 'Sau khi đầy đĩa' })
  await expect(province.publish(next)).rejects.toMatchObject({ code: 'own-routes-failed' })
  expect(province.page('/tin-tuc/a1/')).toBe(old)
  expect(province.alarms.length).toBeGreaterThan(0)
  isFull = false
  await province.publish(next)
  expect(province.page('/tin-tuc/a1/')).toContain('Sau khi đầy đĩa')
  for (let tries = 0; tries < 3; tries++) await province.rest()
})

test('a removal needs neither the template nor space', async () => {
  let isFull = false
  const files = fullDisk(() => isFull)
  province = await openProvince({ files })
  const truth = article()
  await province.publish(truth)
  isFull = true
  const receipt = await province.publish(withState(truth, 'gone', { note: 'Gỡ' }))
  expect(receipt.removed).toBeGreaterThan(0)
  expect(province.page('/tin-tuc/a1/')).toBeNull()
})

test('a page whose template fails keeps its last good bytes and holds nothing else up', async () => {
  province = await openProvince()
  const truth = article()
  await province.publish(truth)
  const broken = corrected(truth, { lead: '[[hỏng]]', title: 'Bài có mẫu hỏng' })
  await expect(province.publish(broken)).rejects.toMatchObject({ code: 'own-routes-failed' })
  expect(province.page('/tin-tuc/a1/')).toContain('Tin a1')
  expect(province.page('/tin-tuc/')).toContain('Bài có mẫu hỏng')
  expect(province.alarms).toEqual([
    { path: '/tin-tuc/a1/', reason: expect.stringContaining('mẫu trang hỏng') },
    { path: '/tin-tuc/a1/lich-su/2/', reason: expect.stringContaining('mẫu trang hỏng') },
  ])

  await province.publish(article('a2'))
  expect(province.page('/tin-tuc/a2/')).toContain('Tin a2')
  const report = await province.publisher.verify(province.source, { repair: false })
  expect(report.problems).toEqual([
    expect.stringContaining('/tin-tuc/a1/: không dựng được trang'),
    expect.stringContaining('/tin-tuc/a1/lich-su/2/: không dựng được trang'),
  ])
  await province.publisher.rebuild(province.source)
  expect(province.page('/tin-tuc/a1/')).toContain('Tin a1')
  await province.publish(corrected(broken, { lead: 'Đã sửa' }))
  expect(province.page('/tin-tuc/a1/')).toContain('Đã sửa')
})

test('a removal that comes while everything is rebuilt is in the old tree at once and in the new one', async () => {
  province = await openProvince()
  const { publisher } = province
  const truth = article()
  await province.publish(truth, article('a2'))
  const gone = withState(truth, 'gone')
  let isGoneAtOnce = false
  await publisher.rebuild(async function* () {
    yield* [truth, article('a2')]
    await publisher.publish({ publicationId: 'gone', ref: gone.ref, truth: gone })
    isGoneAtOnce = province?.page('/tin-tuc/a1/') === null
  })
  expect(isGoneAtOnce).toBe(true)
  expect(province.page('/tin-tuc/a1/')).toBeNull()
  expect(province.page('/tin-tuc/a2/')).not.toBeNull()
})

test('an item whose edition is broken does not keep the others from a rebuild', async () => {
  province = await openProvince()
  const broken = article('a1', { attachments: [{ sha256: 'f'.repeat(64), name: 'mat.pdf' }] })
  await province.publisher.rebuild(async function* () {
    yield* [article('a2'), broken, { ...article('a3'), path: '/tin-tuc/a2/' }, article('a4')]
  })
  expect(province.page('/tin-tuc/a4/')).toContain('Tin a4')
  expect(province.page('/tin-tuc/a2/')).toContain('Tin a2')
  expect(province.alarms.map(({ path: route }) => route)).toEqual(['/tin-tuc/a1/', '/tin-tuc/a2/'])
})

test('no address leaves the tree', () => {
  for (const route of [
    '/../x',
    '/a/../../x/',
    '/a//b/',
    '//x',
    'x',
    '/a\\b',
    '/a\0b',
    '/.x',
    '/a/.git/',
    '/a/./b',
  ]) {
    expect(() => fileOf('/srv/www', route), route).toThrowError(expect.objectContaining({ code: 'bad-path' }))
  }
  expect(fileOf('/srv/www', '/')).toBe('/srv/www/index.html')
  expect(fileOf('/srv/www', '/tep/ab/Kế hoạch.pdf')).toBe('/srv/www/tep/ab/Kế hoạch.pdf')
})
