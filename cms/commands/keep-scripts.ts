import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'

/**
 * Adds the scripts and styles of the build in use to the next one: the pages of a cms that still runs, and those
 * that stand open in a browser, ask for theirs. Their names carry their content, so that none hides another. Those
 * that were kept already (`kept-scripts.json`) are not kept again.
 */
export function keepScripts(from: string, to: string): void {
  const there = path.join(from, 'static')
  if (!existsSync(there)) return
  const list = path.join(from, 'kept-scripts.json')
  const keptBefore = new Set(existsSync(list) ? (JSON.parse(readFileSync(list, 'utf8')) as string[]) : [])
  const own = readdirSync(there, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(there, path.join(entry.parentPath, entry.name)))
    .filter((file) => !keptBefore.has(file))
  const missing = own.filter((file) => !existsSync(path.join(to, 'static', file)))
  for (const file of missing) cpSync(path.join(there, file), path.join(to, 'static', file))
  writeFileSync(path.join(to, 'kept-scripts.json'), JSON.stringify(missing))
}
