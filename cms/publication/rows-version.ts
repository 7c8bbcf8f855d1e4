/**
 * The version of the code that makes rows of editions: the hash of its sources, of Node and of the pinned packages.
 * Rows that another version made are not carried into a new release (carry-rows.ts), even if they happen to be equal.
 */
import { createHash } from 'node:crypto'
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'

const cms = path.join(import.meta.dirname, '..')
/** What a row or a word of the search index can depend on; templates are not among it. */
const sources = [
  'domain/**/*.{ts,json}',
  'published/**/*.{ts,sql}',
  'publication/project*/**',
  'publication/project*.ts',
]
const packages = path.join(cms, '../package.json')

let known: string | null = null

/** Read once: a process goes on with the code it has loaded, whatever stands on disk since. */
export const rowsVersion = (): string => (known ??= hashOfSources())

function hashOfSources(): string {
  const hash = createHash('sha256').update(process.version).update(readFileSync(packages))
  const files = globSync(sources, { cwd: cms, withFileTypes: true }).filter((entry) => entry.isFile())
  for (const file of files.map((entry) => path.join(entry.parentPath, entry.name)).sort())
    hash.update(`\0${path.relative(cms, file)}\0`).update(readFileSync(file))
  return hash.digest('hex').slice(0, 16)
}
