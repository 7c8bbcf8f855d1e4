/**
 * `npm run bench -- rebuild --items N [--editions]`: a rebuild of the whole portal (every page, list, feed and
 * sitemap, synced and read back, with all cores) beside a stock `astro build` of the same pages, and beside
 * Hugo with comparable templates where `hugo` is on the PATH. From N generated articles, or with `--editions`
 * from the editions in DATA_DIR, read as the command `rebuild` reads them. In a folder of its own.
 */
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { env } from '#cms/env.ts'
import { allTruths } from '#cms/jobs/truth.ts'
import { openPayload } from '#cms/payload.ts'
import { openPublisher } from '#cms/publication/publisher.ts'
import type { PublisherSettings, RebuildProgress, TruthSource } from '#cms/publication/protocol.ts'
import { quality, type Compression } from '#cms/publication/compressed.ts'
import { generatedTruths } from './generated-truths.ts'
import { buildHugo, hugoVersion, makeHugoSite } from './hugo.ts'
import { ownSeconds } from './processor-time.ts'
import { buildStock, makeStockProject, removeStockProject } from './stock.ts'

type Run = { routes: number; items: number; seconds: number; cpuSeconds: number; phases: number[] }
const threads = os.availableParallelism()

export async function measure({ items, editions }: { items: number; editions?: boolean }) {
  // Beside the stock build, so that all write to one disk. Nothing is deleted before the end: ext4 looks for
  // inodes slowly for minutes after many were freed.
  const output = path.join(env.ROOT, 'tests/.output')
  mkdirSync(output, { recursive: true })
  const dataDir = mkdtempSync(path.join(output, 'bench-rebuild-'))
  const mediaDir = editions ? env.MEDIA_DIR : path.join(dataDir, 'media')
  const settings = { dataDir, mediaDir, publicUrl: env.PUBLIC_URL, siteEntry: env.SITE_ENTRY }
  try {
    const source = editions ? await editionsOfDataDir() : await generatedTruths(dataDir, items)
    const memoryBefore = peakMb()
    const plain = await rebuildWith(settings, source, 'later')
    const memory = peakMb()
    const variants = await variantsAfterwards(settings)
    const again = await rebuildWith(settings, source, 'later')
    const full = await rebuildWith(
      { ...settings, dataDir: path.join(dataDir, 'full') },
      source,
      quality.publishing,
    )

    const database = path.join(dataDir, 'published.sqlite')
    makeStockProject({ database, pages: 'all' })
    const start = buildStock(1)
    const stock = buildStock(Infinity)
    const hugo = hugoVersion() === null ? null : buildHugo(makeHugoSite(database, path.join(dataDir, 'hugo')))
    const page = (seconds: number) => round((seconds * 1000) / plain.routes)
    return {
      ...{ items: plain.items, 'pages, lists, feeds, sitemaps': plain.routes, threads },
      'rebuild, variants after the switch, s': round(plain.seconds),
      'of it: items, pages and search, sync, read back and switch, s': plain.phases,
      'ms a page; of processor time': [page(plain.seconds), page(plain.cpuSeconds)],
      'the variants afterwards, s': round(variants),
      'rebuild with variants, s; ms a page': [round(full.seconds), page(full.seconds)],
      'rebuild again, nothing changed, variants kept, s': round(again.seconds),
      'stock astro build of the same pages, s': round(stock.seconds),
      'ms a page; of processor time; its start with few pages, s': [
        page(stock.seconds),
        page(stock.cpuSeconds),
        round(start.seconds),
      ],
      'ratio, rebuild : stock, same pages': round(plain.seconds / stock.seconds),
      'the same in processor time': round(plain.cpuSeconds / stock.cpuSeconds),
      'ratio, rebuild with variants : stock': round(full.seconds / stock.seconds),
      ...(hugo
        ? {
            [`hugo ${hugoVersion()}, comparable templates, s`]: round(hugo.seconds),
            'its pages; ms a page; of processor time': [
              hugo.pages,
              round((hugo.seconds * 1000) / hugo.pages),
              round((hugo.cpuSeconds * 1000) / hugo.pages),
            ],
            'ratio a page, rebuild : hugo': round(plain.seconds / plain.routes / (hugo.seconds / hugo.pages)),
          }
        : { hugo: 'not on the PATH, not compared (Debian: apt-get install hugo)' }),
      'most memory of the process before and with the rebuild, MB': [memoryBefore, memory],
    }
  } finally {
    removeStockProject()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const round = (value: number) => Math.round(value * 100) / 100
const peakMb = () => Math.round(process.resourceUsage().maxRSS / 1024)

async function editionsOfDataDir(): Promise<TruthSource> {
  const payload = await openPayload()
  return () => allTruths(payload)
}

async function rebuildWith(
  settings: PublisherSettings,
  source: TruthSource,
  rebuildCompression: Compression,
): Promise<Run> {
  const publisher = await openPublisher(settings, { renderThreads: threads, rebuildCompression })
  const from = performance.now()
  const cpuFrom = ownSeconds()
  const ends = { items: 0, pages: 0, check: 0 }
  let checkFrom = 0
  const { routes, items } = await publisher.rebuild(source, ({ phase }: RebuildProgress) => {
    if (phase === 'check' && checkFrom === 0) checkFrom = performance.now()
    if (phase in ends) ends[phase as keyof typeof ends] = performance.now()
  })
  const end = performance.now()
  const cpuSeconds = ownSeconds() - cpuFrom
  await publisher.close()
  const phases = [ends.items - from, checkFrom - ends.items, ends.check - checkFrom, end - ends.check]
  return {
    routes,
    items,
    cpuSeconds,
    seconds: (end - from) / 1000,
    phases: phases.map((ms) => round(ms / 1000)),
  }
}

async function variantsAfterwards(settings: PublisherSettings): Promise<number> {
  const publisher = await openPublisher(settings)
  const from = performance.now()
  while ((await publisher.renderStale(500)).left > 0);
  await publisher.close()
  return (performance.now() - from) / 1000
}
