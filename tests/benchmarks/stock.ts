/**
 * A stock `astro build` (`output: 'static'`) of our own pages from a read model: the same sources, the read
 * model given by a middleware, the addresses by `getStaticPaths`. The search page has no static form.
 */
import { execFileSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { env } from '#cms/env.ts'
import { childSeconds } from './processor-time.ts'

/** Below the repository, so that its imports resolve as those of the site do. */
const project = path.join(env.ROOT, 'tests/.output/stock-astro')
const article = 'tin-tuc/[slug].astro'

export type StockBuild = { seconds: number; cpuSeconds: number }

export function makeStockProject({ database, pages }: { database: string; pages: 'all' | 'articles' }): void {
  const site = path.join(env.ROOT, 'site')
  removeStockProject()
  mkdirSync(path.dirname(project), { recursive: true })
  cpSync(site, project, {
    recursive: true,
    filter: (source) => !/\/site\/(dist|\.astro|server|pages)(\/|$)/.test(source),
  })
  writeFileSync(path.join(project, 'astro.config.mjs'), config)
  writeFileSync(path.join(project, 'middleware.ts'), middleware(database))
  const files = pages === 'all' ? globSync('**/*.{astro,ts}', { cwd: path.join(site, 'pages') }) : [article]
  for (const file of files) {
    if (file.startsWith('tim-kiem/') || file === '410.astro') continue
    const target = path.join(project, 'pages', file)
    mkdirSync(path.dirname(target), { recursive: true })
    const source = readFileSync(path.join(site, 'pages', file), 'utf8')
    writeFileSync(target, file.includes('[') ? withPaths(source, file, database) : source)
  }
}

export const removeStockProject = (): void => rmSync(project, { recursive: true, force: true })

/** @param limit of addresses for each kind of page. */
export function buildStock(limit: number): StockBuild {
  const from = performance.now()
  const cpuFrom = childSeconds()
  execFileSync(
    process.execPath,
    [path.join(env.ROOT, 'node_modules/astro/bin/astro.mjs'), 'build', '--root', project],
    {
      cwd: env.ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
      env: { ...process.env, STOCK_PAGES: String(limit) },
    },
  )
  return { seconds: (performance.now() - from) / 1000, cpuSeconds: childSeconds() - cpuFrom }
}

const config = `import { defineConfig, passthroughImageService } from 'astro/config'
export default defineConfig({ srcDir: '.', outDir: './dist', output: 'static', site: '${env.PUBLIC_URL}', trailingSlash: 'always',
  image: { service: passthroughImageService() }, build: { inlineStylesheets: 'never' }, vite: { build: { assetsInlineLimit: 0 } } })
`

const middleware = (database: string) =>
  `import { DatabaseSync } from 'node:sqlite'
import { openReader } from '#published/reader.ts'
const reader = openReader(new DatabaseSync(${JSON.stringify(database)}, { readOnly: true }), { today: () => '2011-06-01' })
export const onRequest = (context, next) => { context.locals.portal = { reader, publicUrl: '${env.PUBLIC_URL}' }; return next() }
`

/** Gives a page of the site the addresses that match its own name. */
function withPaths(source: string, file: string, database: string): string {
  const address = file
    .replace(/index\.astro$/, '')
    .replace(/\.astro$/, '/')
    .replace(/\.ts$/, '')
  const pattern = address.replaceAll('.', '\\.').replace(/\[(\w+)\]/g, '(?<$1>[^/]+?)')
  const paths = `import { DatabaseSync } from 'node:sqlite'
export function getStaticPaths() {
  const db = new DatabaseSync(${JSON.stringify(database)}, { readOnly: true })
  const rows = db.prepare("SELECT path FROM routes WHERE sha256 IS NOT NULL AND path NOT LIKE '/tep/%' ORDER BY path").all()
  const found = rows.map(({ path }) => new RegExp(${JSON.stringify(`^/${pattern}$`)}).exec(path)).filter(Boolean)
  return found.slice(0, Number(process.env.STOCK_PAGES)).map(({ groups }) => ({ params: { ...groups } }))
}
`
  return file.endsWith('.astro') ? source.replace('---\n', `---\n${paths}`) : paths + source
}
