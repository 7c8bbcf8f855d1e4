/** Two publishers by mistake, a hanging one, a polite stop in the middle of work, and thirty quick restarts. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { countDone, keepBusy, newMemory, type Memory } from '#tests/support/busy-people.ts'
import { takeLock } from '#cms/publication/lock.ts'
import { counts, seed } from '#tests/support/crash-counts.ts'
import { allReceipts } from '#tests/support/ledger.ts'
import {
  copyFolder,
  removeFolder,
  runningCms,
  type CmsProcess,
  type Folder,
} from '#tests/support/portal-processes.ts'
import { startReaders, type Readers } from '#tests/support/readers.ts'
import { seedPortal, type SeededPortal } from '#tests/support/seeded-portal.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'
import { expectWhole, settled, until } from '#tests/support/whole-again.ts'

const random = seededRandom(seed)
const made: Folder[] = []
let template: SeededPortal | undefined
let portal: SeededPortal
let readers: Readers
beforeEach(async () => {
  template ??= await seedPortal()
  portal = { ...template, folder: await copyFolder(template.folder) }
  made.push(portal.folder)
  readers = await startReaders(portal.folder.data)
}, 120_000)
afterAll(async () => {
  for (const folder of [...made, ...(template ? [template.folder] : [])]) await removeFolder(folder)
})

const start = () => runningCms(portal.folder)

const publisherOf = async (cms: CmsProcess) =>
  ((await (await fetch(`${cms.base}/healthz`)).json()) as { publisher: string }).publisher

/** People work until `steps` more were acknowledged. */
async function work(cms: CmsProcess, name: string, memory: Memory, steps: number): Promise<void> {
  const enough = countDone(memory) + steps
  await keepBusy({ cms, portal, name, memory, isOver: () => countDone(memory) >= enough })
}

async function expectEnd(because: string, memory?: Memory): Promise<void> {
  await (await expectWhole(portal.folder, because, { memory })).stop()
  expect(await readers.stop()).toEqual([])
}

it('a second publisher waits as standby and takes over when the first is killed', async () => {
  const first = await start()
  await first.idle()
  const second = await start()
  await wait(1500)
  expect(await publisherOf(second)).toBe('standby')
  first.child.kill('SIGKILL')
  await first.exited
  await until('the standby publishes', async () => (await publisherOf(second)) === 'running')
  const memory = newMemory()
  await work(second, 'sau khi bị giết', memory, 6)
  await second.stop()
  await expectEnd('takeover after a kill', memory)
})

it('a stopped publisher loses its place and never writes again when it is continued', async () => {
  const first = await start()
  await first.idle()
  const second = await start()
  const memory = newMemory()
  await work(first, 'trước khi treo', memory, 6)
  first.child.kill('SIGSTOP')
  await until('the standby publishes', async () => (await publisherOf(second)) === 'running')
  first.child.kill('SIGCONT')
  await work(second, 'sau khi tiếp quản', memory, 9)
  await settled(second)
  expect((await second.verify()).problems).toEqual([])
  expect((await first.exited).signal).toBe('SIGKILL')
  await second.stop()
  await expectEnd('takeover after a hang', memory)
})

it('a polite stop in the middle of work ends within ten seconds and loses nothing', async () => {
  const cms = await start()
  await cms.idle()
  const memory = newMemory()
  const working = keepBusy({ cms, portal, name: 'dừng', memory, isOver: () => false }).catch(() => undefined)
  await until('people are at work', () => countDone(memory) >= 9)
  const from = performance.now()
  await cms.stop()
  expect(performance.now() - from).toBeLessThan(10_000)
  expect((await cms.exited).code).toBe(0)
  await working
  await expectEnd('a polite stop', memory)
})

const waiting = () =>
  allReceipts(portal.folder).filter(({ state, notBefore }) => state === 'waiting' && !notBefore)

/** Approvals that nobody publishes: the lock is held here, so that the cms stands by. */
async function makeBacklog(memory: Memory, approvals: number): Promise<void> {
  const lock = await takeLock(portal.folder.data)
  const cms = await start()
  await keepBusy({ cms, portal, name: 'tồn', memory, isOver: () => memory.items.size >= approvals })
  cms.child.kill('SIGKILL')
  await cms.exited
  lock.release()
}

it(`${counts.restarts} quick restarts during a backlog of ${counts.backlog} shrink it`, async () => {
  const memory = newMemory()
  await makeBacklog(memory, counts.backlog)
  let left = waiting().length
  expect(left).toBeGreaterThanOrEqual(counts.backlog)
  for (let restart = 0; restart < counts.restarts; restart += 1) {
    const cms = await start()
    await wait(random() * 700)
    cms.child.kill('SIGKILL')
    await cms.exited
    expect(waiting().length).toBeLessThanOrEqual(left)
    left = waiting().length
  }
  await expectEnd('quick restarts', memory)
}, 3_600_000)
