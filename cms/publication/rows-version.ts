/**
 * The version of the code that makes rows of editions: the hash of its sources, of Node and of the pinned packages.
 * Rows that another version made are not carried into a new release (carry-rows.ts), even if they happen to be equal.
 */
import path from 'node:path'
import { hashSources } from '#cms/source-hash.ts'

const root = path.resolve(import.meta.dirname, '../..')
/** What a row or a word of the search index can depend on; templates are not among it. */
const sources = ['package.json', 'cms/domain', 'cms/published', 'cms/publication/project*']

let known: string | null = null

/** Read once: a process goes on with the code it has loaded, whatever stands on disk since. */
export const rowsVersion = (): string =>
  (known ??= `${process.version} ${hashSources(root, sources).slice(0, 16)}`)
