/** kill -9 at random moments and at every named point while people edit and approve, and citizens read. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { crashPoints } from '#cms/publication/protocol.ts'
import { countDone, keepBusy, newMemory, type Memory } from '#tests/support/busy-people.ts'
import { counts, seed } from '#tests/support/crash-counts.ts'
import {
  copyFolder,
  leaks,
  removeFolder,
  runningCms,
  startCms,
  type CmsProcess,
} from '#tests/support/portal-processes.ts'
import { startReaders } from '#tests/support/readers.ts'
import { canaries, seedPortal, type SeededPortal } from '#tests/support/seeded-portal.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'
import { expectWhole } from '#tests/support/whole-again.ts'

const random = seededRandom(seed)

let portal: SeededPortal
beforeAll(async () => {
  portal = await seedPortal()
}, 120_000)
afterAll(() => removeFolder(portal.folder))

type Life = { cms: CmsProcess; name: string; memory: Memory; random?: () => number }

/** People work until the cms dies or `isEnough`, which kills it. */
async function live({ cms, name, memory, random: luck }: Life, isEnough: () => boolean): Promise<void> {
  let isDead = false
  void cms.exited.then(() => (isDead = true))
  const working = keepBusy({ cms, portal, name, memory, isOver: () => isDead, random: luck }).catch(
    () => undefined,
  )
  while (!isDead && !isEnough()) await wait(10)
  await wait(random() * 300)
  cms.child.kill('SIGKILL')
  await cms.exited
  await working
}

it(`survives ${counts.kills} kills at random moments under ${counts.edits} edits (CRASH_SEED=${seed})`, async () => {
  const memory = newMemory()
  const readers = await startReaders(portal.folder.data)
  for (let kill = 0; kill < counts.kills || countDone(memory) < counts.edits; kill += 1) {
    const cms = await runningCms(portal.folder)
    // Some die while they start and verify, most in the middle of work.
    const steps = random() < 0.2 ? 0 : Math.ceil(random() * 10)
    const enough = countDone(memory) + steps
    await live({ cms, name: `${seed}-${kill}`, memory, random }, () => countDone(memory) >= enough)
    expect(await leaks(portal.folder, Object.values(canaries))).toEqual([])
  }
  const cms = await expectWhole(portal.folder, `${counts.kills} kills`, { memory })
  await cms.stop()
  expect(await readers.stop()).toEqual([])
}, 3_600_000)

it.each(crashPoints.map((point) => [point]))('survives a kill at %s under edits', async (point) => {
  const own = { ...portal, folder: await copyFolder(portal.folder) }
  const readers = await startReaders(own.folder.data)
  const memory = newMemory()
  // A new public address has everything rebuilt at the start, beside the release that citizens read.
  const elsewhere: Record<string, string> = point.startsWith('rebuild-')
    ? { PUBLIC_URL: 'http://localhost:3999' }
    : {}
  const cms = await startCms(own.folder, { CRASH_AT: point, ...elsewhere })
  if (cms) {
    await live({ cms, name: point, memory }, () => false)
    expect((await cms.exited).signal).toBe('SIGKILL')
  }
  const whole = await expectWhole(own.folder, point, { memory })
  await whole.stop()
  expect(await readers.stop()).toEqual([])
  await removeFolder(own.folder)
})
