/** After a fault: starts the cms once more, lets it settle, and asks what is wrong (inspection.ts). */
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { wrongOf, type Inspected } from './inspection.ts'
import { runningCms, type CmsProcess, type Folder } from './portal-processes.ts'

/** Hands the running cms on. */
export async function expectWhole(
  folder: Folder,
  because: string,
  inspected: Inspected = {},
): Promise<CmsProcess> {
  const cms = await runningCms(folder)
  await settled(cms)
  expect(await wrongOf(cms, folder, inspected), because).toEqual([])
  return cms
}

/** Nothing is waiting that could go out now; what failed before is tried again with a growing pause. */
export async function settled(cms: CmsProcess, withinMs = 180_000): Promise<void> {
  const end = performance.now() + withinMs
  for (;;) {
    await cms.idle()
    const { due } = (await (await fetch(`${cms.base}/healthz`)).json()) as { due: number }
    if (due === 0) return
    if (performance.now() > end) throw new Error(`${due} publications still wait`)
    await wait(200)
  }
}

/** Waits for something to hold; minutes only because the machine may be busy with much else. */
export async function until(because: string, holds: () => Promise<boolean> | boolean): Promise<void> {
  const end = performance.now() + 180_000
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`did not come true: ${because}`)
    await wait(100)
  }
}
