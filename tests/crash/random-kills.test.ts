/**
 * kill -9 at random moments while people edit and approve: after each restart verification finds nothing,
 * every acknowledged approval is public, nothing else is. `CRASH_KILLS` (default 50) and `CRASH_SEED` set the run.
 */
import { existsSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { keepBusy, type Acknowledged } from '#tests/support/busy-people.ts'
import { leaks, removeFolder, startCms } from '#tests/support/portal-processes.ts'
import { canaries, seedPortal, type SeededPortal } from '#tests/support/seeded-portal.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'
import { expectWhole } from '#tests/support/whole-again.ts'

const kills = Number(process.env.CRASH_KILLS ?? 50)
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 100_000)
const random = seededRandom(seed)

let portal: SeededPortal
beforeAll(async () => {
  portal = await seedPortal()
}, 120_000)
afterAll(() => removeFolder(portal.folder))

it(`survives ${kills} kills at random moments (CRASH_SEED=${seed})`, async () => {
  const acknowledged: Acknowledged = new Map()
  for (let kill = 0; kill < kills; kill += 1) {
    const cms = await startCms(portal.folder)
    if (!cms) throw new Error(`start ${kill} failed`)
    let isDead = false
    const working = keepBusy({
      cms,
      portal,
      name: `${seed}-${kill}`,
      acknowledged,
      isOver: () => isDead,
      random,
    }).catch(() => undefined)
    await wait(300 + random() * 2500)
    isDead = true
    cms.child.kill('SIGKILL')
    await cms.exited
    await working
    expect(await leaks(portal.folder, Object.values(canaries))).toEqual([])
  }
  const cms = await expectWhole(portal.folder, `${kills} kills`)
  for (const { slug, publicState } of acknowledged.values()) {
    if (publicState === 'unknown') continue
    const isThere = existsSync(path.join(portal.folder.data, 'www/tin-tuc', slug, 'index.html'))
    expect([slug, isThere]).toEqual([slug, publicState === 'live'])
  }
  expect(acknowledged.size).toBeGreaterThan(0)
  await cms.stop()
}, 900_000)
