/** Whatever lies in the public tree and belongs to nobody: left temps, foreign files, empty folders. */
import { readdirSync, rmSync, statSync, type Dirent } from 'node:fs'
import path from 'node:path'
import { fileFunctions, isMissing, pruneDirectories } from './atomic-files.ts'
import { encodings, hasVariants } from './compressed.ts'
import type { OpenRelease } from './open-release.ts'
import { routeOf } from './public-path.ts'

export type Stray = {
  problem: string
  /** Asked again when its turn comes: a publication may have claimed the place meanwhile. */
  stillIs(release: OpenRelease): boolean
  remove(): void
}

/**
 * Step by step, because a tree holds hundreds of thousands of files: `null` where nothing was wrong. Ends when
 * another release has taken the place of the one it began with.
 */
export function* findStrays(release: () => OpenRelease): Generator<Stray | null, undefined> {
  const { root } = release().tree
  for (const { file, isEmptyFolder } of walk(root)) {
    if (release().tree.root !== root) return
    if (isEmptyFolder ? file === root : belongs(release(), file)) {
      yield null
      continue
    }
    const name = path.relative(root, file)
    yield {
      problem: isEmptyFolder ? `${name}/: thư mục rỗng` : `${name}: tệp lạ trong cây công khai`,
      stillIs: (now) => now.tree.root === root && (isEmptyFolder ? isEmpty(file) : !belongs(now, file)),
      remove: () => {
        rmSync(file, { recursive: isEmptyFolder, force: true })
        pruneDirectories(fileFunctions, path.dirname(file), root)
      },
    }
  }
}

function* walk(directory: string): Generator<{ file: string; isEmptyFolder: boolean }> {
  const entries = entriesOf(directory)
  if (entries.length === 0) yield { file: directory, isEmptyFolder: true }
  for (const entry of entries) {
    const file = path.join(directory, entry.name)
    if (entry.isDirectory()) yield* walk(file)
    else yield { file, isEmptyFolder: false }
  }
}

/** A publication may have taken the folder away between two steps: then nothing of it is left to judge. */
function entriesOf(directory: string): Dirent[] {
  try {
    return readdirSync(directory, { withFileTypes: true })
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

function belongs({ model, tree, assets }: OpenRelease, file: string): boolean {
  const encoding = encodings.find((ending) => file.endsWith(ending))
  const plain = encoding ? file.slice(0, -encoding.length) : file
  return [file, ...(encoding && hasVariants(plain) ? [plain] : [])].some((candidate) => {
    const route = routeOf(tree.root, candidate)
    const row = model.queue.find(route)
    if (row) return row.sha256 !== null || row.stale === 1
    return assets.has(route)
  })
}

const isEmpty = (directory: string): boolean =>
  (statSync(directory, { throwIfNoEntry: false })?.isDirectory() ?? false) &&
  readdirSync(directory).length === 0
