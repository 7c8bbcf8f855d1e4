/** Two publishers by mistake, a hanging one, a polite stop in the middle of work, and thirty quick restarts. */
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeEach, expect, it } from 'vitest'
import { keepBusy, type Acknowledged } from '#tests/support/busy-people.ts'
import {
  copyFolder,
  removeFolder,
  startCms,
  type CmsProcess,
  type Folder,
} from '#tests/support/portal-processes.ts'
import { seedPortal, type SeededPortal } from '#tests/support/seeded-portal.ts'
import { expectWhole, settled } from '#tests/support/whole-again.ts'

const made: Folder[] = []
let template: SeededPortal | undefined
let portal: SeededPortal
beforeEach(async () => {
  template ??= await seedPortal()
  portal = { ...template, folder: await copyFolder(template.folder) }
  made.push(portal.folder)
}, 120_000)
afterAll(async () => {
  for (const folder of [...made, ...(template ? [template.folder] : [])]) await removeFolder(folder)
})

async function start(): Promise<CmsProcess> {
  const cms = await startCms(portal.folder)
  if (!cms) throw new Error('the cms did not start')
  return cms
}

const publisherOf = async (cms: CmsProcess) =>
  ((await (await fetch(`${cms.base}/healthz`)).json()) as { publisher: string }).publisher

async function until(holds: () => Promise<boolean>, withinMs: number): Promise<void> {
  const end = Date.now() + withinMs
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('did not come true in time')
    await wait(100)
  }
}

it('a second publisher waits as standby and takes over when the first is killed', async () => {
  const first = await start()
  await first.idle()
  const second = await start()
  await wait(1500)
  expect(await publisherOf(second)).toBe('standby')
  first.child.kill('SIGKILL')
  await first.exited
  await until(async () => (await publisherOf(second)) === 'running', 30_000)
  await second.stop()
  await (await expectWhole(portal.folder, 'takeover after a kill')).stop()
})

it('a stopped publisher loses its place and never writes again when it is continued', async () => {
  const first = await start()
  await first.idle()
  const second = await start()
  first.child.kill('SIGSTOP')
  await until(async () => (await publisherOf(second)) === 'running', 60_000)
  first.child.kill('SIGCONT')
  const acknowledged: Acknowledged = new Map()
  let isOver = false
  const working = keepBusy({
    cms: second,
    portal,
    name: 'sau khi tiếp quản',
    acknowledged,
    isOver: () => isOver,
  })
  await wait(3000)
  isOver = true
  await working
  await settled(second)
  expect((await second.verify()).problems).toEqual([])
  if (first.child.exitCode === null && first.child.signalCode === null) first.child.kill('SIGKILL')
  await second.stop()
  await (await expectWhole(portal.folder, 'takeover after a hang')).stop()
})

it('a polite stop in the middle of work ends within ten seconds and loses nothing', async () => {
  const cms = await start()
  await cms.idle()
  const acknowledged: Acknowledged = new Map()
  const working = keepBusy({ cms, portal, name: 'dừng', acknowledged, isOver: () => false }).catch(
    () => undefined,
  )
  await wait(2500)
  const from = Date.now()
  await cms.stop()
  expect(Date.now() - from).toBeLessThan(10_000)
  expect((await cms.exited).code).toBe(0)
  await working
  expect(acknowledged.size).toBeGreaterThan(0)
  await (await expectWhole(portal.folder, 'a polite stop')).stop()
})

it('thirty quick restarts during a backlog shrink it', async () => {
  const acknowledged: Acknowledged = new Map()
  for (let restart = 0; restart < Number(process.env.CRASH_RESTARTS ?? 30); restart += 1) {
    const cms = await start()
    let isOver = false
    const working = keepBusy({
      cms,
      portal,
      name: `lần ${restart}`,
      acknowledged,
      isOver: () => isOver,
    }).catch(() => undefined)
    await wait(400)
    isOver = true
    cms.child.kill('SIGKILL')
    await cms.exited
    await working
  }
  await (await expectWhole(portal.folder, 'quick restarts')).stop()
}, 600_000)
