/**
 * Releases of the public side: `DATA_DIR/releases/{n}/` holds a read model and its tree. One rename of a
 * symlink switches readers from one to the next; the old ones stay for a while, for way back and for linking.
 */
import {
  existsSync,
  lstatSync,
  mkdirSync,
  readdirSync,
  readlinkSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs'
import path from 'node:path'
import { fileFunctions, syncDirectory } from './atomic-files.ts'
import { sweepFolder } from './sweep-folder.ts'

const kept = 3

export type Release = { name: string; directory: string; database: string; www: string }

const release = (dataDir: string, name: string): Release => {
  const directory = path.join(dataDir, 'releases', name)
  return {
    name,
    directory,
    database: path.join(directory, 'published.sqlite'),
    www: path.join(directory, 'www'),
  }
}

/** The release readers see; `null` when there is none. */
export function currentRelease(dataDir: string): Release | null {
  const target = linkTarget(path.join(dataDir, 'current'))
  if (target === null) return null
  const found = release(dataDir, path.basename(target))
  return existsSync(found.database) && existsSync(found.www) ? found : null
}

/**
 * An empty place for the next release. What is newer than the current one (half built by a crash, or rolled
 * away) is swept first.
 */
export async function nextRelease(dataDir: string): Promise<Release> {
  const folder = path.join(dataDir, 'releases')
  mkdirSync(folder, { recursive: true })
  const current = linkTarget(path.join(dataDir, 'current'))
  const halfBuilt =
    current === null ? [] : numbers(folder).filter((found) => found > Number(path.basename(current)))
  for (const number of halfBuilt) await sweepFolder(path.join(folder, String(number)))
  const made = release(dataDir, String(Math.max(0, ...numbers(folder)) + 1))
  mkdirSync(made.www, { recursive: true })
  return made
}

/** Readers see `next` from the rename on. Everything in it must already be on disk. */
export function switchTo(dataDir: string, next: Release): void {
  syncDirectory(fileFunctions, path.join(dataDir, 'releases'))
  pointTo(dataDir, 'current', path.join('releases', next.name))
  fixLinks(dataDir)
}

/** `published.sqlite` and `www` stand at fixed addresses. @returns whether one had to be put right. */
export function fixLinks(dataDir: string): boolean {
  const wrong = (['published.sqlite', 'www'] as const).filter(
    (name) => linkTarget(path.join(dataDir, name)) !== path.join('current', name),
  )
  for (const name of wrong) pointTo(dataDir, name, path.join('current', name))
  return wrong.length > 0
}

export const areLinksRight = (dataDir: string): boolean =>
  ['published.sqlite', 'www'].every(
    (name) => linkTarget(path.join(dataDir, name)) === path.join('current', name),
  )

/** The newest complete release before the current one; `null` when none was kept. */
export function earlierRelease(dataDir: string, isFit: (found: Release) => boolean): Release | null {
  const current = Number(currentRelease(dataDir)?.name ?? 0)
  const folder = path.join(dataDir, 'releases')
  const older = (existsSync(folder) ? numbers(folder) : []).filter((number) => number < current)
  return (
    older
      .sort((a, b) => b - a)
      .map((number) => release(dataDir, String(number)))
      .find((found) => existsSync(found.database) && existsSync(found.www) && isFit(found)) ?? null
  )
}

/** Takes away a release that never became current. */
export const sweepRelease = ({ directory }: Release): Promise<void> => sweepFolder(directory)

/** Keeps the current release and the newest before it. What is left when it is stopped goes with the next rebuild. */
export async function pruneReleases(dataDir: string, signal: AbortSignal): Promise<void> {
  const folder = path.join(dataDir, 'releases')
  const current = Number(path.basename(linkTarget(path.join(dataDir, 'current')) ?? '0'))
  const older = numbers(folder)
    .filter((number) => number < current)
    .sort((a, b) => b - a)
  for (const number of older.slice(kept - 1))
    if (!signal.aborted) await sweepFolder(path.join(folder, String(number)), signal)
}

function pointTo(dataDir: string, name: string, target: string): void {
  const link = path.join(dataDir, name)
  const temp = path.join(dataDir, `.${name}.tmp`)
  rmSync(temp, { force: true })
  symlinkSync(target, temp)
  // A real folder or file in the way is not ours to keep: what is public lies in releases.
  if (linkTarget(link) === null && existsSync(link)) rmSync(link, { recursive: true, force: true })
  renameSync(temp, link)
  syncDirectory(fileFunctions, dataDir)
}

function linkTarget(link: string): string | null {
  if (!lstatSync(link, { throwIfNoEntry: false })?.isSymbolicLink()) return null
  return readlinkSync(link)
}

const numbers = (folder: string): number[] =>
  readdirSync(folder)
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
