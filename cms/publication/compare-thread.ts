/**
 * One of the threads that read every page of the present release for a verification, at the lowest priority of
 * the machine: it tells which addresses look wrong at its own moment; the publisher judges those itself.
 */
import { setPriority } from 'node:os'
import { parentPort, workerData } from 'node:worker_threads'
import { openReadModel, readMeta } from '#published/open.ts'
import { openReader } from '#published/reader.ts'
import { openReadModelParts } from './apply.ts'
import { loadThatSite } from './built-site.ts'
import { isRight } from './compare-route.ts'
import { openStaticFiles } from './static-files.ts'

export type CompareThreadData = { database: string; www: string; publicUrl: string; siteEntry: string }

const port = parentPort
if (!port) throw new Error('compare-thread.ts runs only as a worker thread')
// Linux alone gives each thread a priority of its own; elsewhere this would slow the whole process down.
if (process.platform === 'linux') setPriority(19)

const data = workerData as CompareThreadData
const db = openReadModel(data.database)
db.exec('PRAGMA cache_size = -16384')
const shop = {
  model: openReadModelParts(db),
  tree: openStaticFiles(data.www),
  site: (await loadThatSite(data.siteEntry, readMeta(db, 'site_version'))).draw,
}

port.on('message', (routes: string[]) => void answer(routes))

/** One snapshot for each batch: a publication may come between two of them, not within one. */
async function answer(routes: string[]): Promise<void> {
  const wrong: string[] = []
  db.exec('BEGIN')
  try {
    const today = readMeta(db, 'as_of') ?? ''
    const reader = openReader(db, { today: () => today, isFrozen: true })
    for (const route of routes)
      if (!(await isRight(shop, { reader, publicUrl: data.publicUrl }, route))) wrong.push(route)
  } finally {
    db.exec('COMMIT')
  }
  port?.postMessage(wrong)
}
