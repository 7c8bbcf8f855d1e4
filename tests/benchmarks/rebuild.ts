/**
 * `npm run bench -- rebuild --items N`: a rebuild of the whole portal (every page, list, feed and sitemap, with
 * variants, synced and read back) from N generated articles, with all cores, beside a stock
 * `astro build` of the article pages alone. In a folder of its own; no cms takes part.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { env } from '#cms/env.ts'
import { openPublisher } from '#cms/publication/publisher.ts'
import type { RebuildProgress, TruthSource } from '#cms/publication/protocol.ts'
import { article, committee, topic } from '#tests/support/publication-fixture.ts'
import { randomFor } from './corpus/random.ts'
import { body, sentence, title } from './corpus/text.ts'
import { buildStock, makeStockProject, stock } from './render.ts'

export async function measure({ items }: { items: number }): Promise<Record<string, unknown>> {
  const dataDir = mkdtempSync(path.join(os.tmpdir(), 'bench-rebuild-'))
  const settings = {
    ...{ dataDir, mediaDir: path.join(dataDir, 'media') },
    ...{ publicUrl: env.PUBLIC_URL, siteEntry: env.SITE_ENTRY },
  }
  const threads = os.availableParallelism()
  try {
    const all = await rebuildWith(settings, threads, generated(items))
    const again = await rebuildWith(settings, threads, generated(items))
    makeStockProject(path.join(dataDir, 'published.sqlite'))
    const stockMs = buildStock(items)
    return {
      items,
      routes: all.routes,
      [`rebuild, ${threads} threads, s`]: seconds(all.total),
      'of it: items, pages, sync, read back and switch, s': all.phases.map(seconds),
      'routes/s while rendering': Math.round(all.routes / ((all.phases[1] ?? 1) / 1000)),
      'processor time of the rebuild, s': seconds(all.cpu),
      'rebuild again, nothing changed, s': seconds(again.total),
      'of that: items, pages, sync, check': again.phases.map(seconds),
      'stock astro build of the articles alone, s': seconds(stockMs),
      'ratio, rebuild : stock': Math.round((all.total / stockMs) * 100) / 100,
      'most memory of this process, MB': Math.round(process.resourceUsage().maxRSS / 1024),
      'of it kept by the main heap at the end, MB': Math.round(process.memoryUsage().heapUsed / 1e6),
      'memory now, MB': Math.round(residentNow() / 1024),
    }
  } finally {
    rmSync(stock, { recursive: true, force: true })
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const seconds = (milliseconds: number) => Math.round(milliseconds / 10) / 100

const residentNow = (): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status', 'utf8'))?.[1] ?? 0)

/** The same articles each time they are asked for, made one by one. */
const generated = (items: number): TruthSource =>
  async function* () {
    yield committee()
    yield topic()
    for (let index = 0; index < items; index += 1) {
      const random = randomFor(`rebuild/${index}`)
      const date = new Date(Date.UTC(2011, index % 180, 1 + (index % 28), 3)).toISOString()
      const text = {
        title: title(random),
        lead: sentence(random),
        body: body(random, random.between(5, 13), []),
      }
      yield article(`tin-${String(index).padStart(6, '0')}`, text, date)
    }
  }

async function rebuildWith(
  settings: Parameters<typeof openPublisher>[0],
  renderThreads: number,
  source: TruthSource,
) {
  const publisher = await openPublisher(settings, { renderThreads })
  const startedAt = performance.now()
  const cpuBefore = process.cpuUsage()
  const ends = { items: 0, pages: 0, check: 0 }
  let checkFrom = 0
  const { routes } = await publisher.rebuild(source, ({ phase }: RebuildProgress) => {
    if (phase === 'check' && checkFrom === 0) checkFrom = performance.now()
    if (phase in ends) ends[phase as keyof typeof ends] = performance.now()
  })
  const end = performance.now()
  const { user, system } = process.cpuUsage(cpuBefore)
  await publisher.close()
  return {
    routes,
    total: end - startedAt,
    cpu: (user + system) / 1000,
    phases: [ends.items - startedAt, ends.pages - ends.items, checkFrom - ends.pages, end - checkFrom],
  }
}
