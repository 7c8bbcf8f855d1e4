/** A power cut leaves the disk as it was at some moment: copies of the folder taken while people work, each booted. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepBusy, type Acknowledged } from '#tests/support/busy-people.ts'
import { copyFolder, removeFolder, startCms, type Folder } from '#tests/support/portal-processes.ts'
import { seedPortal, type SeededPortal } from '#tests/support/seeded-portal.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'
import { expectWhole } from '#tests/support/whole-again.ts'

const cuts = Number(process.env.CRASH_CUTS ?? 50)
const random = seededRandom(Number(process.env.CRASH_SEED ?? 7))

let portal: SeededPortal
beforeAll(async () => {
  portal = await seedPortal()
}, 120_000)
afterAll(() => removeFolder(portal.folder))

/** Files come and go while a copy is taken: such a copy is no moment of the disk, and is taken again. */
async function snapshot(): Promise<Folder> {
  for (let tries = 0; ; tries += 1) {
    try {
      return await copyFolder(portal.folder)
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' || tries === 20) throw error
    }
  }
}

it(`boots ${cuts} copies taken at arbitrary moments`, async () => {
  const cms = await startCms(portal.folder)
  if (!cms) throw new Error('the cms did not start')
  const acknowledged: Acknowledged = new Map()
  let isOver = false
  const working = keepBusy({ cms, portal, name: 'điện', acknowledged, isOver: () => isOver, random })
  for (let cut = 0; cut < cuts; cut += 1) {
    await wait(random() * 400)
    const copy = await snapshot()
    const booted = await expectWhole(copy, `cut ${cut}`)
    await booted.stop()
    await removeFolder(copy)
  }
  isOver = true
  await working
  expect(acknowledged.size).toBeGreaterThan(0)
  await cms.stop()
}, 900_000)
