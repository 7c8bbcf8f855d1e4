/**
 * kill -9 at random moments while people edit and approve: after each restart verification finds nothing,
 * every acknowledged approval is public, nothing else is. `CRASH_KILLS` (default 50) and `CRASH_SEED` set the run.
 */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { existsSync } from 'node:fs'
import path from 'node:path'
import { bodyOf } from '#tests/support/cms.ts'
import { leaks, removeFolder, startCms, type CmsProcess } from '#tests/support/portal-processes.ts'
import { canaries, seedPortal, type SeededPortal } from '#tests/support/seeded-portal.ts'

const kills = Number(process.env.CRASH_KILLS ?? 50)
const seed = Number(process.env.CRASH_SEED ?? Date.now() % 100_000)
let state = seed
/** Mulberry32: the same seed kills at the same moments. */
const random = () => {
  state = (state + 0x6d2b79f5) | 0
  let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
  mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
  return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
}

let portal: SeededPortal
beforeAll(async () => {
  portal = await seedPortal()
}, 120_000)
afterAll(() => removeFolder(portal.folder))

type Acknowledged = Map<string, { slug: string; publicState: string }>

async function work(cms: CmsProcess, acknowledged: Acknowledged, isOver: () => boolean): Promise<void> {
  const editor = await cms.signIn('editor@tinh.example')
  const moderator = await cms.signIn('moderator@tinh.example')
  for (let index = 0; !isOver(); index += 1) {
    const created = await editor('POST', '/api/news', {
      title: `Tin ngẫu nhiên ${seed} ${acknowledged.size} ${index}`,
      body: bodyOf('Nội dung.'),
      agency: portal.agency,
      topics: [portal.topic],
    })
    if (created.status !== 201) continue
    const { id, slug } = created.body.doc
    for (const [ask, action] of [
      [editor, 'submit'],
      [moderator, 'approve'],
    ] as const) {
      const { body } = await ask('GET', `/api/news/${id}/workflow`)
      const answer = await ask('POST', `/api/news/${id}/transition`, { action, revision: body.revision })
      if (answer.status === 200 && action === 'approve') acknowledged.set(id, { slug, publicState: 'live' })
    }
    const victim = [...acknowledged.keys()][Math.floor(random() * acknowledged.size)]
    if (victim && random() < 0.2) {
      // Until the answer is there nobody knows: the step may be committed and the answer lost.
      acknowledged.set(victim, { ...acknowledged.get(victim)!, publicState: 'unknown' })
      const answer = await moderator('POST', `/api/news/${victim}/transition`, {
        action: 'remove',
        note: 'Gỡ trong thử nghiệm',
      })
      if (answer.status === 200)
        acknowledged.set(victim, { ...acknowledged.get(victim)!, publicState: 'gone' })
    }
  }
}

it(`survives ${kills} kills at random moments (CRASH_SEED=${seed})`, async () => {
  const acknowledged: Acknowledged = new Map()
  for (let kill = 0; kill < kills; kill += 1) {
    const cms = await startCms(portal.folder)
    expect(cms, `start ${kill}`).not.toBeNull()
    let isDead = false
    const working = work(cms!, acknowledged, () => isDead).catch(() => undefined)
    await wait(300 + random() * 2500)
    isDead = true
    cms!.child.kill('SIGKILL')
    await cms!.exited
    await working
    expect(await leaks(portal.folder, Object.values(canaries))).toEqual([])
  }
  const cms = await startCms(portal.folder)
  await cms!.idle()
  expect((await cms!.verify()).problems).toEqual([])
  for (const { slug, publicState } of acknowledged.values()) {
    if (publicState === 'unknown') continue
    const isThere = existsSync(path.join(portal.folder.data, 'www/tin-tuc', slug, 'index.html'))
    expect([slug, isThere]).toEqual([slug, publicState === 'live'])
  }
  expect(acknowledged.size).toBeGreaterThan(0)
  await cms!.stop()
}, 900_000)
