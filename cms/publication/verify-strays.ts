/** Whatever lies in the public tree and belongs to nobody: left temps, foreign files, empty folders. */
import { readdirSync, rmSync, statSync } from 'node:fs'
import path from 'node:path'
import { fileFunctions, pruneDirectories } from './atomic-files.ts'
import { encodings, hasVariants } from './compressed.ts'
import type { OpenRelease } from './open-release.ts'
import { routeOf } from './public-path.ts'

export type Stray = {
  problem: string
  /** Asked again when its turn comes: a publication may have claimed the place meanwhile. */
  stillIs(release: OpenRelease): boolean
  remove(): void
}

export function findStrays(release: OpenRelease): Stray[] {
  const strays: Stray[] = []
  walk(release.tree.root, (file, isEmptyFolder) => {
    if (isEmptyFolder ? file === release.tree.root : belongs(release, file)) return
    const name = path.relative(release.tree.root, file)
    strays.push({
      problem: isEmptyFolder ? `${name}/: thư mục rỗng` : `${name}: tệp lạ trong cây công khai`,
      stillIs: (now) => (isEmptyFolder ? isEmpty(file) : !belongs(now, file)),
      remove: () => {
        rmSync(file, { recursive: isEmptyFolder, force: true })
        pruneDirectories(fileFunctions, path.dirname(file), release.tree.root)
      },
    })
  })
  return strays
}

function walk(directory: string, visit: (file: string, isEmptyFolder: boolean) => void): void {
  const entries = readdirSync(directory, { withFileTypes: true })
  if (entries.length === 0) visit(directory, true)
  for (const entry of entries) {
    const file = path.join(directory, entry.name)
    if (entry.isDirectory()) walk(file, visit)
    else visit(file, false)
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
