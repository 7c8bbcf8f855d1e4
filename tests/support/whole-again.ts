/**
 * The question every fault test ends with: after a restart, is everything acknowledged there once, is the
 * public tree exactly the rendering of what is live, and is nothing else there?
 */
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { expect } from 'vitest'
import { leaks, startCms, type CmsProcess, type Folder } from './portal-processes.ts'
import { canaries } from './seeded-portal.ts'

/** Starts the cms on `folder`, waits for it to settle, asks, and hands the running cms on. */
export async function expectWhole(folder: Folder, because: string): Promise<CmsProcess> {
  const cms = await startCms(folder)
  if (!cms) throw new Error(`the cms did not start after: ${because}`)
  await settled(cms)
  expect((await cms.verify()).problems, because).toEqual([])
  expect(await leaks(folder, Object.values(canaries)), because).toEqual([])
  expect(await temporaryFiles(folder), because).toEqual([])
  return cms
}

/** Nothing is waiting that could go out now; what failed before is tried again with a growing pause. */
export async function settled(cms: CmsProcess, withinMs = 90_000): Promise<void> {
  const end = Date.now() + withinMs
  for (;;) {
    await cms.idle()
    const { due } = (await (await fetch(`${cms.base}/healthz`)).json()) as { due: number }
    if (due === 0) return
    if (Date.now() > end) throw new Error(`${due} publications still wait`)
    await wait(200)
  }
}

async function temporaryFiles({ data }: Folder): Promise<string[]> {
  const entries = await readdir(path.join(data, 'releases'), { recursive: true })
  return entries.filter((name) => path.basename(name).startsWith('.') || name.endsWith('.tmp'))
}
