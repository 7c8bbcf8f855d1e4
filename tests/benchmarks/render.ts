/**
 * Milliseconds a page: ours (the built site called as a function, each page written durably) beside a stock
 * `astro build` of the same article pages from the same read model, in the same run. The stock build is the
 * same sources with `output: 'static'`; its start is measured with one page and shown apart.
 */
import { fillProvince } from './live-province.ts'
import { mkdirSync } from 'node:fs'
import path from 'node:path'
import { startPublishing } from '#cms/jobs/start-publishing.ts'
import { env } from '#cms/env.ts'
import { fileFunctions, makeDirectory, writeAtomically } from '#cms/publication/atomic-files.ts'
import { openReadModel } from '#published/open.ts'
import { openReader } from '#published/reader.ts'
import type { DrawSite } from '#published/views.ts'
import { render } from '#cms/publication/render.ts'
import { buildStock, makeStockProject, removeStockProject } from './stock.ts'

export async function measure({ items }: { items: number }): Promise<Record<string, unknown>> {
  const { payload } = await fillProvince(items, (done) =>
    process.stderr.write(`\rđã nạp ${done}/${items} tin`),
  )
  const publishing = startPublishing(payload, env)
  await publishing.started
  await publishing.stop()
  const database = path.join(env.DATA_DIR, 'published.sqlite')

  const ours = await renderOurs(database)
  makeStockProject({ database, pages: 'articles' })
  const stockStart = buildStock(1).seconds * 1000
  const stockAll = buildStock(ours.pages).seconds * 1000
  removeStockProject()
  const stockNet = (stockAll - stockStart) / (ours.pages - 1)
  return {
    'article pages': ours.pages,
    'ours, render only, ms a page': round(ours.render / ours.pages),
    'ours, render and durable write, ms a page': round((ours.render + ours.write) / ours.pages),
    'stock astro build, ms a page': round(stockAll / ours.pages),
    'stock astro build without its start, ms a page': round(stockNet),
    'stock astro build, start with one page, ms': Math.round(stockStart),
    'ratio, ours with write : stock': round((ours.render + ours.write) / stockAll),
  }
}

const round = (value: number) => Math.round(value * 100) / 100

async function renderOurs(database: string): Promise<{ pages: number; render: number; write: number }> {
  const db = openReadModel(database)
  const reader = openReader(db, { today: () => '2011-06-01' })
  const { draw } = (await import(env.SITE_ENTRY)) as { draw: DrawSite }
  const paths = db.prepare("SELECT path FROM items WHERE collection = 'news' ORDER BY path").all() as {
    path: string
  }[]
  const folder = path.join(env.DATA_DIR, 'bench-www')
  mkdirSync(folder, { recursive: true })
  let renderMs = 0
  let writeMs = 0
  for (const { path: address } of paths) {
    const from = performance.now()
    const page = await render(draw, { reader, publicUrl: env.PUBLIC_URL }, address)
    if (!page) throw new Error(`no page at ${address}`)
    const rendered = performance.now()
    const file = path.join(folder, address.slice(1), 'index.html')
    makeDirectory(fileFunctions, path.dirname(file))
    writeAtomically(fileFunctions, file, page)
    renderMs += rendered - from
    writeMs += performance.now() - rendered
  }
  db.close()
  return { pages: paths.length, render: renderMs, write: writeMs }
}
