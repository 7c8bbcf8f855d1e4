/** The built site as publication sees it: one function, and the static files that go beside the pages. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DrawSite, RenderSite } from '#published/views.ts'
import { PublicationError } from './errors.ts'

export type BuiltSite = { draw: DrawSite; version: string; assets: Asset[] }
/** `route` as readers ask for it, `file` in the build. */
export type Asset = { route: string; file: string }

/** @throws PublicationError `needs-rebuild` when the site was not built. */
export async function loadSite(entry: string): Promise<BuiltSite> {
  const version = siteVersion(entry)
  // The version in the address makes a site that was built again load again.
  const module = (await import(`${pathToFileURL(entry).href}?version=${version}`)) as {
    render?: RenderSite
    draw?: DrawSite
  }
  if (typeof module.render !== 'function') throw notBuilt(entry)
  return { draw: module.draw ?? module.render, version, assets: siteAssets(entry) }
}

/** Changes whenever any byte of the build does: pages made by another build are all stale. */
export function siteVersion(entry: string): string {
  if (!existsSync(entry)) throw notBuilt(entry)
  const hash = createHash('sha256')
  const server = path.dirname(entry)
  const files = [...filesBelow(server), ...siteAssets(entry).map(({ file }) => file)]
  for (const file of files) {
    hash
      .update(path.relative(path.dirname(server), file))
      .update('\0')
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

/** Static files of the build, `dist/client/**`; hidden ones are not public. */
export function siteAssets(entry: string): Asset[] {
  const client = path.join(path.dirname(entry), '..', 'client')
  if (!existsSync(client)) return []
  return filesBelow(client).map((file) => ({
    file,
    route: '/' + path.relative(client, file).split(path.sep).join('/'),
  }))
}

/** All visible files, in a stable order. */
function filesBelow(directory: string): string[] {
  return readdirSync(directory)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .map((name) => path.join(directory, name))
    .flatMap((file) => (statSync(file).isDirectory() ? filesBelow(file) : [file]))
}

const notBuilt = (entry: string) =>
  new PublicationError(
    'needs-rebuild',
    `Chưa có trang công khai đã dựng ở ${entry}. Hãy chạy: npm run build:site`,
  )
