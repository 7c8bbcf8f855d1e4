/**
 * Disks that fail: the real cms with its publisher's thread meets an error of the file system or of SQLite. Nothing
 * is said to be out that is not, nothing else is held up, and once the fault is over everything is out.
 */
import { readdirSync } from 'node:fs'
import { rm } from 'node:fs/promises'
import { connect, type Socket } from 'node:net'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openFaults, type Fault, type FaultControl } from '#tests/support/faults.ts'
import { receiptsOf } from '#tests/support/ledger.ts'
import {
  copyFolder,
  removeFolder,
  runningCms,
  treeOf,
  type CmsProcess,
  type Folder,
} from '#tests/support/portal-processes.ts'
import { startReaders, type Readers } from '#tests/support/readers.ts'
import { seedPortal, step, type SeededPortal } from '#tests/support/seeded-portal.ts'
import { expectWhole, settled, until } from '#tests/support/whole-again.ts'

let portal: SeededPortal
let folder: Folder
let faults: FaultControl
let readers: Readers
beforeAll(async () => {
  portal = await seedPortal()
}, 120_000)
afterAll(() => removeFolder(portal.folder))
beforeEach(async () => {
  folder = await copyFolder(portal.folder)
  faults = openFaults()
  readers = await startReaders(folder.data)
})
afterEach(async () => {
  await readers.stop()
  faults.remove()
  await removeFolder(folder)
})

const start = async () => {
  const cms = await runningCms(folder, {}, { faults })
  await settled(cms)
  return cms
}

const receipt = (item: string, action: string) => {
  const found = receiptsOf(folder, item).find((row) => row.action === action)
  if (!found) throw new Error(`no publication ${action} of ${item}`)
  return found
}

async function expectEnd(cms: CmsProcess, because: string): Promise<void> {
  await cms.stop()
  await (await expectWhole(folder, because)).stop()
  expect(await readers.stop()).toEqual([])
}

const page = 'www/tin-tuc/tin-cho-duyet(/|$)'
const everyPage = '/releases/[^/]*/www/'
const onThePage: Record<string, Omit<Fault, 'name'>> = {
  'EIO on fsync of the page': { calls: ['fsyncSync'], code: 'EIO', path: `${page}.*tmp$` },
  'EIO on fsync of its folder': { calls: ['fsyncSync'], code: 'EIO', path: 'www/tin-tuc/tin-cho-duyet$' },
  'EIO on fsync of the folder above': { calls: ['fsyncSync'], code: 'EIO', path: 'www/tin-tuc$' },
  'EACCES on rename': { calls: ['renameSync'], code: 'EACCES', path: page },
  'EROFS on rename': { calls: ['renameSync'], code: 'EROFS', path: page },
  'EMFILE on open': { calls: ['openSync'], code: 'EMFILE', path: page },
  'ENOSPC on write': { calls: ['writeSync'], code: 'ENOSPC', path: page },
}

describe('a fault at one page', () => {
  it.each(Object.entries(onThePage))('%s, once: the receipt comes by the next try', async (name, fault) => {
    const cms = await start()
    faults.set({ faults: [{ name, ...fault, times: 1 }] })
    const moderator = await cms.signIn('moderator@tinh.example')
    await step(moderator, portal.waiting, 'approve')
    await until('the page is out', () => receipt(portal.waiting, 'approve').state === 'live')
    expect(faults.met(name)).toBe(1)
    expect(receipt(portal.waiting, 'approve').tries).toBe(1)
    await expectEnd(cms, `${name}, once`)
  })

  it.each(Object.entries(onThePage))(
    '%s, for ever: no receipt, and others go out; when it is over the page is out',
    async (name, fault) => {
      const cms = await start()
      faults.set({ faults: [{ name, ...fault }] })
      const moderator = await cms.signIn('moderator@tinh.example')
      await step(moderator, portal.waiting, 'approve')
      await until('it was tried twice', () => receipt(portal.waiting, 'approve').tries >= 2)
      await step(moderator, portal.live, 'withdraw', { note: 'Số liệu sai' })
      await until('another change is out', () => receipt(portal.live, 'withdraw').state === 'live')
      const { state, liveAt, lastError } = receipt(portal.waiting, 'approve')
      expect([state, liveAt]).toEqual(['waiting', null])
      expect(lastError).toContain(fault.code)
      faults.lift()
      await settled(cms)
      expect(receipt(portal.waiting, 'approve')).toMatchObject({ state: 'live', lastError: null })
      await expectEnd(cms, `${name}, for ever`)
    },
  )
})

const onTheStore: Record<string, Omit<Fault, 'name'>> = {
  'a full disk below the tree': {
    calls: ['writeSync', 'mkdirSync', 'openSync'],
    code: 'ENOSPC',
    path: `${everyPage}.*(\\.tmp|/tin-cho-duyet)$`,
  },
  'a full disk below the read model': { calls: ['sqlite'], code: 'ENOSPC', path: 'published\\.sqlite$' },
  'a failing disk below the tree': { calls: ['fsyncSync'], code: 'EIO', path: everyPage },
  'a failing disk below the read model': { calls: ['sqlite'], code: 'EIO', path: 'published\\.sqlite$' },
  'no handles': { calls: ['openSync', 'readFileSync'], code: 'EMFILE', path: everyPage },
}

describe('a fault of a whole store', () => {
  it.each(Object.entries(onTheStore))(
    '%s: readers keep what they have, approvals wait and go out afterwards',
    async (name, fault) => {
      const cms = await start()
      const before = await treeOf(path.join(folder.data, 'www'))
      faults.set({ faults: [{ name, ...fault }] })
      const moderator = await cms.signIn('moderator@tinh.example')
      await step(moderator, portal.waiting, 'approve')
      const met = faults.met(name)
      await until('it was met and met again', () => faults.met(name) > met + 2)
      expect(receipt(portal.waiting, 'approve')).toMatchObject({ state: 'waiting', liveAt: null })
      const during = await treeOf(path.join(folder.data, 'www'))
      for (const [file, bytes] of before) expect(during.get(file)?.equals(bytes), file).toBe(true)
      faults.lift()
      await settled(cms)
      expect(receipt(portal.waiting, 'approve').state).toBe('live')
      await expectEnd(cms, name)
    },
  )

  it.each(['ENOSPC', 'EIO'])(
    'the editors’ database fails with %s: the step is refused whole, and works afterwards',
    async (code) => {
      const cms = await start()
      const moderator = await cms.signIn('moderator@tinh.example')
      const { revision } = (await moderator('GET', `/api/news/${portal.waiting}/workflow`)).body
      const approve = () =>
        moderator('POST', `/api/news/${portal.waiting}/transition`, { action: 'approve', revision })
      faults.set({ faults: [{ name: code, calls: ['sqlite'], code, path: 'cms\\.sqlite$' }] })
      const { status, body } = await approve()
      expect([status, body.code]).toEqual(code === 'ENOSPC' ? [507, 'disk-full'] : [500, 'server-error'])
      expect(receiptsOf(folder, portal.waiting)).toEqual([])
      faults.lift()
      expect((await approve()).status).toBe(200)
      await settled(cms)
      expect(receipt(portal.waiting, 'approve').state).toBe('live')
      await expectEnd(cms, `${code} in the editors’ database`)
    },
  )
})

/** A rebuild syncs its tree with one call of the system, and the folder of releases before the switch. */
const atTheStart: typeof onTheStore = {
  ...onTheStore,
  'a full disk below the tree': { calls: ['writeSync', 'mkdirSync'], code: 'ENOSPC', path: everyPage },
  'a failing disk below the tree': { calls: ['fsyncSync'], code: 'EIO', path: '/releases$' },
}

describe('a fault at the start', () => {
  it.each(Object.entries(atTheStart))('%s: publication begins when it is over', async (name, fault) => {
    const earlier = await runningCms(folder)
    await settled(earlier)
    await earlier.stop()
    await readers.stop()
    await rm(path.join(folder.data, 'releases'), { recursive: true })
    faults.set({ faults: [{ name, ...fault }] })
    const cms = await runningCms(folder, {}, { faults })
    await until('it was met', () => faults.met(name) > 0)
    const moderator = await cms.signIn('moderator@tinh.example')
    await step(moderator, portal.waiting, 'approve')
    faults.lift()
    await until('the page is out', () => receipt(portal.waiting, 'approve').state === 'live')
    await cms.stop()
    await (await expectWhole(folder, `${name} at the start`)).stop()
  })
})

const handles = 128

/** Opens sockets until the process has no handle left. */
async function takeHandles({ base, child }: CmsProcess): Promise<Socket[]> {
  const { hostname, port } = new URL(base)
  const sockets: Socket[] = []
  await until('no handle is left', () => {
    for (let count = 0; count < 16; count += 1)
      sockets.push(connect(Number(port), hostname).on('error', () => {}))
    return readdirSync(`/proc/${child.pid}/fd`).length >= handles - 1
  })
  return sockets
}

it(`a process with ${handles} handles that runs out of them publishes when it has some again`, async () => {
  const cms = await runningCms(folder, {}, { handles })
  await settled(cms)
  const moderator = await cms.signIn('moderator@tinh.example')
  const { revision } = (await moderator('GET', `/api/news/${portal.waiting}/workflow`)).body
  const sockets = await takeHandles(cms)
  // Over the connection that is open already.
  const { status } = await moderator('POST', `/api/news/${portal.waiting}/transition`, {
    action: 'approve',
    revision,
  })
  expect(status).toBe(200)
  await until('publication met it', () => receipt(portal.waiting, 'approve').tries > 0)
  expect(receipt(portal.waiting, 'approve')).toMatchObject({
    state: 'waiting',
    lastError: expect.stringContaining('EMFILE') as string,
  })
  for (const socket of sockets) socket.destroy()
  await settled(cms)
  await expectEnd(cms, 'no handle left')
})
