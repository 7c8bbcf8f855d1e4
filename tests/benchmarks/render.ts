/**
 * Milliseconds a page: ours (the built site called as a function, each page written durably) beside a stock
 * `astro build` of the same article pages from the same read model, in the same run. The stock build is the
 * same sources with `output: 'static'`; its start is measured with one page and shown apart.
 */
import { fillProvince } from './live-province.ts'
import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { startPublishing } from '#cms/jobs/start-publishing.ts'
import { env } from '#cms/env.ts'
import { fileFunctions, makeDirectory, writeAtomically } from '#cms/publication/atomic-files.ts'
import { openReadModel } from '#published/open.ts'
import { openReader } from '#published/reader.ts'
import type { RenderSite } from '#published/views.ts'

const root = env.ROOT
export const stock = path.join(root, 'tests/.output/stock-astro')

export async function measure({ items }: { items: number }): Promise<Record<string, unknown>> {
  const { payload } = await fillProvince(items, (done) =>
    process.stderr.write(`\rđã nạp ${done}/${items} tin`),
  )
  const publishing = startPublishing(payload, env)
  await publishing.started
  await publishing.stop()
  const database = path.join(env.DATA_DIR, 'published.sqlite')

  const ours = await renderOurs(database)
  makeStockProject(database)
  const stockStart = buildStock(1)
  const stockAll = buildStock(ours.pages)
  rmSync(stock, { recursive: true, force: true })
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
  const { render } = (await import(env.SITE_ENTRY)) as { render: RenderSite }
  const paths = db.prepare("SELECT path FROM items WHERE collection = 'news' ORDER BY path").all() as {
    path: string
  }[]
  const folder = path.join(env.DATA_DIR, 'bench-www')
  mkdirSync(folder, { recursive: true })
  let renderMs = 0
  let writeMs = 0
  for (const { path: address } of paths) {
    const from = performance.now()
    const page = Buffer.from(
      await (
        await render(new Request(env.PUBLIC_URL + address), { reader, publicUrl: env.PUBLIC_URL })
      ).arrayBuffer(),
    )
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

/** The same sources, told to build statically: one page file, the read model by middleware. */
export function makeStockProject(database: string): void {
  rmSync(stock, { recursive: true, force: true })
  mkdirSync(path.dirname(stock), { recursive: true })
  const site = path.join(root, 'site')
  cpSync(site, stock, {
    recursive: true,
    filter: (source) => !/\/site\/(dist|\.astro|server|pages)(\/|$)/.test(source),
  })
  writeFileSync(
    path.join(stock, 'astro.config.mjs'),
    `import { defineConfig, passthroughImageService } from 'astro/config'
export default defineConfig({ srcDir: '.', outDir: './dist', output: 'static', site: '${env.PUBLIC_URL}', trailingSlash: 'always',
  image: { service: passthroughImageService() }, build: { inlineStylesheets: 'never' }, vite: { build: { assetsInlineLimit: 0 } } })
`,
  )
  writeFileSync(
    path.join(stock, 'middleware.ts'),
    `import { DatabaseSync } from 'node:sqlite'
import { openReader } from '#published/reader.ts'
const reader = openReader(new DatabaseSync(${JSON.stringify(database)}, { readOnly: true }), { today: () => '2011-06-01' })
export const onRequest = (context, next) => { context.locals.portal = { reader, publicUrl: '${env.PUBLIC_URL}' }; return next() }
`,
  )
  const page = readFileSync(path.join(site, 'pages/tin-tuc/[slug].astro'), 'utf8')
  const paths = `import { DatabaseSync } from 'node:sqlite'
export function getStaticPaths() {
  const db = new DatabaseSync(${JSON.stringify(database)}, { readOnly: true })
  const rows = db.prepare("SELECT path FROM items WHERE collection = 'news' ORDER BY path LIMIT ?").all(Number(process.env.STOCK_PAGES))
  return rows.map(({ path }) => ({ params: { slug: path.split('/')[2] } }))
}
`
  mkdirSync(path.join(stock, 'pages/tin-tuc'), { recursive: true })
  writeFileSync(path.join(stock, 'pages/tin-tuc/[slug].astro'), page.replace('---\n', `---\n${paths}`))
}

export function buildStock(pages: number): number {
  const from = performance.now()
  execFileSync(
    process.execPath,
    [path.join(root, 'node_modules/astro/bin/astro.mjs'), 'build', '--root', stock],
    {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, STOCK_PAGES: String(pages) },
    },
  )
  return performance.now() - from
}
