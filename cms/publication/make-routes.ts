/** Makes every route of a fresh release, then reads every one back: batches by address, nothing held in memory. */
import type { DatabaseSync } from 'node:sqlite'
import { transaction } from '#published/write.ts'
import { messageOf, PublicationError } from './errors.ts'
import type { ReadModel } from './apply.ts'
import type { Made, Renderers } from './render-messages.ts'
import type { Settled } from './route-queue.ts'

const routesAtOnce = 64

/** @param onFailed for a route that could not be made; it is noted as failed. */
export async function makeRoutes(
  model: ReadModel,
  renderers: Renderers,
  { onFailed, onDone }: { onFailed: (path: string, reason: string) => void; onDone: (done: number) => void },
): Promise<void> {
  let done = 0
  await eachBatch(batchesOf(model.db), renderers.size, async (rows) => {
    const results = await makeAll(
      renderers,
      rows.map(({ path }) => path),
    )
    for (const result of results) if (result.outcome === 'failed') onFailed(result.path, result.error)
    transaction(model.db, () => results.forEach(model.queue.settle))
    onDone((done += rows.length))
  })
}

/** @throws Error naming the first file that does not hold what was written. */
export async function readBack(
  { db }: ReadModel,
  renderers: Renderers,
  onDone: (done: number) => void,
): Promise<void> {
  let done = 0
  await eachBatch(batchesOf(db), renderers.size, async (rows) => {
    const made = rows.filter((row): row is Made => row.sha256 !== null)
    const [wrong] = await renderers.check(made)
    if (wrong) throw new Error(`Bản dựng lại không đúng trên đĩa: ${wrong}`)
    onDone((done += rows.length))
  })
}

/** A batch over which a thread died is made again one by one, so that only the deadly page fails. */
async function makeAll(renderers: Renderers, routes: string[]): Promise<Settled[]> {
  try {
    return await renderers.make(routes)
  } catch (error) {
    if (!(error instanceof PublicationError)) throw error
    const [path = ''] = routes
    if (routes.length === 1) return [{ path, outcome: 'failed', error: messageOf(error) }]
    const results: Settled[] = []
    for (const route of routes) results.push(...(await makeAll(renderers, [route])))
    return results
  }
}

type Row = { path: string; sha256: string | null }

function batchesOf(db: DatabaseSync): () => Row[] {
  const next = db.prepare('SELECT path, sha256 FROM routes WHERE path > ? ORDER BY path LIMIT ?')
  let after = ''
  return () => {
    const rows = next.all(after, routesAtOnce) as Row[]
    after = rows.at(-1)?.path ?? after
    return rows
  }
}

async function eachBatch(take: () => Row[], runners: number, work: (rows: Row[]) => Promise<void>) {
  const run = async () => {
    for (let rows = take(); rows.length > 0; rows = take()) await work(rows)
  }
  await Promise.all(Array.from({ length: runners }, run))
}
