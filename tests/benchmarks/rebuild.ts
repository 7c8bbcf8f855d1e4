/**
 * `npm run bench -- rebuild --items N [--editions]`: a rebuild of the whole portal (every page, list, feed and
 * sitemap, synced and read back, with all cores) beside a stock `astro build` of the same pages, and beside
 * Hugo with comparable templates where `hugo` is on the PATH. From N generated articles, or with `--editions`
 * from the editions in DATA_DIR, read as the command `rebuild` reads them. In a folder of its own.
 *
 * Stock Astro and Hugo are given their content ready to be drawn. What compares with them is the rebuild after a
 * template changed: every page with other bytes, rows carried over and proved. The first one makes the rows as well.
 */
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { env } from '#cms/env.ts'
import { allTruths, headSource } from '#cms/jobs/truth.ts'
import { openPayload } from '#cms/payload.ts'
import { openPublisher } from '#cms/publication/publisher.ts'
import type {
  HeadSource,
  PublisherSettings,
  RebuildProgress,
  TruthSource,
} from '#cms/publication/protocol.ts'
import { startPublisherWorker } from '#cms/publication/worker-client.ts'
import { headsFrom } from '#tests/support/publication-fixture.ts'
import { changedSite } from './changed-site.ts'
import { generatedTruths } from './generated-truths.ts'
import { buildHugo, hugoVersion, makeHugoSite } from './hugo.ts'
import { ownSeconds } from './processor-time.ts'
import { buildStock, makeStockProject, removeStockProject } from './stock.ts'

type Run = { routes: number; items: number; seconds: number; cpuSeconds: number; phases: number[] }
type Sources = { truths: TruthSource; heads: HeadSource }
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
    const sources = editions ? await editionsOfDataDir() : fromTruths(await generatedTruths(dataDir, items))
    const memoryBefore = peakMb()
    const first = await rebuildWith(settings, { ...sources, isFromEditions: true })
    const variants = await variantsAfterwards(settings)
    const changed = { ...settings, siteEntry: changedSite(dataDir) }
    const pages = await rebuildWith(changed, sources)
    const again = await rebuildWith(changed, sources)
    const memory = peakMb()

    const database = path.join(dataDir, 'published.sqlite')
    makeStockProject({ database, pages: 'all' })
    const start = buildStock(1)
    const stock = buildStock(Infinity)
    const hugo = hugoVersion() === null ? null : buildHugo(makeHugoSite(database, path.join(dataDir, 'hugo')))
    const page = (seconds: number, count = pages.routes) => round((seconds * 1000) / count)
    const told = ({ seconds, cpuSeconds, phases }: Run) => ({
      ...{ seconds: round(seconds), 'ms a page': page(seconds), 'of processor time': page(cpuSeconds) },
      'rows, pages, sync, read back and switch': phases,
    })
    return {
      ...{ items: pages.items, 'pages, lists, feeds, sitemaps': pages.routes, threads },
      'after a template changed, s': told(pages),
      'from the editions, s': told(first),
      'nothing changed, s': told(again),
      'variants, after the switch, s': round(variants),
      'stock astro build of the same pages, s': {
        ...{ seconds: round(stock.seconds), 'ms a page': page(stock.seconds) },
        ...{ 'of processor time': page(stock.cpuSeconds), 'its start with few pages': round(start.seconds) },
      },
      'ratio, after a template changed : stock': round(pages.seconds / stock.seconds),
      'ratio, from the editions : stock': round(first.seconds / stock.seconds),
      ...(hugo
        ? {
            [`hugo ${hugoVersion()}, comparable templates, s`]: {
              ...{ seconds: round(hugo.seconds), pages: hugo.pages },
              'ms a page': page(hugo.seconds, hugo.pages),
              'of processor time': page(hugo.cpuSeconds, hugo.pages),
            },
            'ratio a page, after a template changed : hugo': round(
              pages.seconds / pages.routes / (hugo.seconds / hugo.pages),
            ),
          }
        : { hugo: 'not on the PATH, not compared (Debian: apt-get install hugo)' }),
      'most memory of the process before and with the rebuilds, MB': [memoryBefore, memory],
    }
  } finally {
    removeStockProject()
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const round = (value: number) => Math.round(value * 100) / 100
const peakMb = () => Math.round(process.resourceUsage().maxRSS / 1024)

async function editionsOfDataDir(): Promise<Sources> {
  const payload = await openPayload()
  return { truths: () => allTruths(payload), heads: headSource(payload) }
}

function fromTruths(truths: TruthSource): Sources {
  const heads = headsFrom(truths)
  return {
    truths,
    heads: {
      ...heads,
      truths(refs) {
        if (refs.length > 0) throw new Error(`differ from their own rows: ${refs.slice(0, 5).join(', ')}`)
        return heads.truths(refs)
      },
    },
  }
}

/** In the publisher's thread, as in the portal. */
async function rebuildWith(
  settings: PublisherSettings,
  { truths, heads, isFromEditions }: Sources & { isFromEditions?: boolean },
): Promise<Run> {
  const publisher = startPublisherWorker(settings)
  await publisher.ready
  const from = performance.now()
  const cpuFrom = ownSeconds()
  const at = { rows: from, pages: from, check: 0, end: from }
  const { routes, items } = await publisher.rebuild(
    truths,
    ({ phase }: RebuildProgress) => {
      const now = performance.now()
      if (phase === 'items') at.rows = now
      if (phase === 'pages') at.pages = now
      if (phase === 'check') at.check ||= now
    },
    isFromEditions ? {} : { heads },
  )
  at.end = performance.now()
  const cpuSeconds = ownSeconds() - cpuFrom
  await publisher.close()
  const phases = [at.rows - from, at.pages - at.rows, at.check - at.pages, at.end - at.check]
  return {
    ...{ routes, items, cpuSeconds, seconds: (at.end - from) / 1000 },
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
