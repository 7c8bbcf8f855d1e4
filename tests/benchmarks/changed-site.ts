/** The built site with another template: every page of it has other bytes. */
import { cpSync, globSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { env } from '#cms/env.ts'

const head = '<meta charset="utf-8">'

/** @returns the entry of a changed copy below `folder`, which must lie in the repository, where its packages are found. */
export function changedSite(folder: string): string {
  const server = path.dirname(env.SITE_ENTRY)
  const copy = path.join(folder, 'site')
  cpSync(path.dirname(server), copy, { recursive: true })
  let changed = 0
  for (const file of globSync('**/*.mjs', { cwd: copy })) {
    const source = readFileSync(path.join(copy, file), 'utf8')
    if (!source.includes(head)) continue
    writeFileSync(
      path.join(copy, file),
      source.replaceAll(head, `${head}<meta name="generator" content="portal">`),
    )
    changed += 1
  }
  if (changed === 0) throw new Error(`no template of ${server} has ${head}`)
  return path.join(copy, 'server', path.basename(env.SITE_ENTRY))
}
