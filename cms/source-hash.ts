import { createHash } from 'node:crypto'
import { globSync, readFileSync, statSync } from 'node:fs'
import path from 'node:path'

/**
 * SHA-256 over names and bytes of all files below `sources` (files, folders or patterns, relative to `root`), in a
 * stable order. Names in `ignored` are left out wherever they stand; a source that does not exist counts as empty.
 */
export function hashSources(
  root: string,
  sources: readonly string[],
  ignored: readonly string[] = [],
): string {
  const hash = createHash('sha256')
  const patterns = sources.flatMap((source) => [source, `${source}/**/*`])
  const files = globSync(patterns, { cwd: root, exclude: (name) => ignored.includes(path.basename(name)) })
  for (const file of [...new Set(files)].sort()) {
    const absolute = path.join(root, file)
    if (!statSync(absolute).isFile()) continue
    hash.update(`${file}\0${createHash('sha256').update(readFileSync(absolute)).digest('hex')}\n`)
  }
  return hash.digest('hex')
}
