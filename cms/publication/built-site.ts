/** The built site as publication sees it: one function, and the static files that go beside the pages. */
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import type { DrawSite, RenderSite } from '#published/views.ts'
import { isMissing } from './atomic-files.ts'
import { PublicationError } from './errors.ts'
import { patiently } from './patiently.ts'

export type BuiltSite = { draw: DrawSite; version: string; assets: Asset[] }
/** `route` as readers ask for it; its bytes, because another build takes the file away. */
export type Asset = { route: string; bytes: Buffer }

/**
 * All of one build: its modules and its static files are in memory afterwards, whatever becomes of the folder.
 * @throws PublicationError `needs-rebuild` when the site was not built.
 */
export async function loadSite(entry: string): Promise<BuiltSite> {
  const version = siteVersion(entry)
  const loaded = await loadModules(entry, version).catch((error: unknown) => ({ error }))
  const assets = siteAssets(entry)
  // Another build was put in place meanwhile: what was loaded may be of both.
  if (siteVersion(entry) !== version) return loadSite(entry)
  if ('error' in loaded) throw loaded.error
  if (typeof loaded.render !== 'function') throw notBuilt(entry)
  return { draw: loaded.draw ?? loaded.render, version, assets }
}

/**
 * For threads that draw for a release beside others: pages of two builds must not stand in one tree.
 * @param version as the release has it in its meta.
 * @throws Error when another build stands there by now.
 */
export async function loadThatSite(entry: string, version: string | null): Promise<BuiltSite> {
  const site = await loadSite(entry)
  if (site.version === version) return site
  throw new Error('Trang công khai đã được dựng lại giữa chừng; hãy khởi động lại cms.')
}

/** The version in the address makes a site that was built again load again. */
const loadModules = async (entry: string, version: string) =>
  (await import(`${pathToFileURL(entry).href}?version=${version}`)) as {
    render?: RenderSite
    draw?: DrawSite
  }

/**
 * Changes whenever any byte of the build does: pages made by another build are all stale.
 * @throws PublicationError `needs-rebuild` when the site was not built.
 */
export const siteVersion = (entry: string): string => whole(entry, () => versionOf(entry))

/** Static files of the build, `dist/client/**`; hidden ones are not public. @throws as `siteVersion`. */
const siteAssets = (entry: string): Asset[] =>
  whole(entry, () => {
    const client = clientOf(entry)
    return filesOf(client).map((file) => ({
      route: '/' + path.relative(client, file).split(path.sep).join('/'),
      bytes: readFileSync(file),
    }))
  })

function versionOf(entry: string): string {
  const hash = createHash('sha256')
  const server = path.dirname(entry)
  statSync(entry)
  for (const file of [...filesBelow(server), ...filesOf(clientOf(entry))]) {
    hash
      .update(path.relative(path.dirname(server), file))
      .update('\0')
      .update(readFileSync(file))
      .update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

function whole<T>(entry: string, read: () => T): T {
  try {
    return patiently(read, untilSwapped)
  } catch (error) {
    throw isMissing(error) ? notBuilt(entry) : error
  }
}

/** Files go while they are read when a build is put in the place of the one before. */
const untilSwapped = { isPassing: isMissing, tries: 5, pauseMs: 10 }

const clientOf = (entry: string) => path.join(path.dirname(entry), '..', 'client')

/** A site may have no static files. */
const filesOf = (folder: string): string[] => (existsSync(folder) ? filesBelow(folder) : [])

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
