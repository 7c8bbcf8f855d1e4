/**
 * `npm run bench -- corpus --items N`: fills DATA_DIR with the demonstration's people and agencies and N items
 * of a realistic province, through the workflow, and renders them. Killed and run again, it goes on;
 * with a larger N it grows. `npm run demo` then starts on it.
 */
import { execFileSync } from 'node:child_process'
import path from 'node:path'
import { env } from '#cms/env.ts'
import { startProgress } from '#cms/commands/progress.ts'
import { createLog } from '#cms/log.ts'
import { openPayload } from '#cms/payload.ts'
import { publisherSettings } from '#cms/jobs/publisher-settings.ts'
import { settleBacklog } from '#cms/jobs/settle-backlog.ts'
import { startPublisherWorker } from '#cms/publication/worker-client.ts'
import { enterItems } from './corpus/enter.ts'
import { preparePlace } from './corpus/place.ts'

export async function measure({ items, seed = 'tinh-1' }: { items: number; seed?: string }) {
  execFileSync(process.execPath, [path.join(import.meta.dirname, 'corpus/prepare.ts')], { stdio: 'inherit' })
  const payload = await openPayload()
  const publisher = startPublisherWorker(publisherSettings(env), { log: createLog('publication') })
  await publisher.ready
  const progress = startProgress()
  const corpus = await preparePlace(payload, seed)
  const entry = await enterItems(corpus, items, progress.update)
  const startedAt = performance.now()
  const settled = await settleBacklog({
    ...{ payload, publisher, publicUrl: env.PUBLIC_URL, threshold: 0 },
    onProgress: ({ phase, done, total }) => progress.update(phase, done, total),
  })
  const renderMs = performance.now() - startedAt
  progress.end()
  await publisher.close()
  await payload.destroy()
  const rate = (count: number, milliseconds: number) => Math.round(count / (milliseconds / 1000) || 0)
  return {
    items,
    'entered now': entry.entered,
    'found from an earlier run': entry.found,
    'entering, s': Math.round(entry.milliseconds / 100) / 10,
    'entering, items/s': rate(entry.entered, entry.milliseconds),
    'routes rendered': settled?.routes ?? 0,
    'rebuild and receipts, s': Math.round(renderMs / 100) / 10,
    'rendering, routes/s': rate(settled?.routes ?? 0, renderMs),
    'rendering, items/s': rate(settled?.items ?? 0, renderMs),
    'both, items/s': rate(entry.entered, entry.milliseconds + renderMs),
    'memory of this process, MB': Math.round(process.memoryUsage().rss / 1e6),
  }
}
