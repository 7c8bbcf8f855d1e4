/**
 * Hugo over the same items with templates that draw what ours draw: head with its metadata, brand, navigation,
 * crumbs, article with facts, foot; a page for each month and each month of a topic, grouped by day; feed and
 * sitemap. Bodies are Markdown, as Hugo takes them. Search index, hashes and syncs it does not make.
 */
import { execFileSync, spawnSync } from 'node:child_process'
import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { env } from '#cms/env.ts'
import { localDay } from '#domain/dates.ts'
import type { NewsContent, RichText } from '#domain/content.ts'
import { plainText } from '#domain/rich-text.ts'
import { childSeconds } from './processor-time.ts'

type Row = {
  ref: string
  path: string
  title: string
  public_date: string
  content: string
  body: string | null
}
const templates = path.join(import.meta.dirname, 'hugo')

/** `null` when there is no `hugo` on the PATH. */
export function hugoVersion(): string | null {
  const { status, stdout } = spawnSync('hugo', ['version'], { encoding: 'utf8' })
  return status === 0 ? (/v[\d.]+/.exec(stdout)?.[0] ?? 'unknown') : null
}

/** Writes the sources of a Hugo site from a read model. @returns its folder. */
export function makeHugoSite(database: string, folder: string): string {
  for (const file of globSync('**/*.*', { cwd: templates })) {
    mkdirSync(path.dirname(path.join(folder, file)), { recursive: true })
    const text = readFileSync(path.join(templates, file), 'utf8')
    writeFileSync(path.join(folder, file), text.replace('PUBLIC_URL', env.PUBLIC_URL))
  }
  const db = new DatabaseSync(database, { readOnly: true })
  const names = new Map<unknown, unknown>()
  for (const { ref, path: address, title } of db.prepare('SELECT ref, path, title FROM items').iterate())
    if (/^(agencies|topics)/.test(String(ref))) names.set(ref, { path: address, title })
  const items = db.prepare(
    'SELECT items.ref, path, title, public_date, content, body FROM items LEFT JOIN bodies USING (ref) WHERE path IS NOT NULL',
  )
  for (const row of items.iterate()) writeItem(folder, row as unknown as Row, names)
  db.close()
  return folder
}

export function buildHugo(folder: string): { seconds: number; cpuSeconds: number; pages: number } {
  const from = performance.now()
  const cpuFrom = childSeconds()
  execFileSync('hugo', ['--quiet', '--source', folder], { stdio: ['ignore', 'ignore', 'inherit'] })
  const seconds = (performance.now() - from) / 1000
  const pages = globSync('**/*.{html,xml}', { cwd: path.join(folder, 'public') }).length
  return { seconds, cpuSeconds: childSeconds() - cpuFrom, pages }
}

function writeItem(folder: string, row: Row, names: Map<unknown, unknown>): void {
  const content = JSON.parse(row.content) as Partial<NewsContent>
  const month = localDay(row.public_date).slice(0, 7)
  const topics = content.topics ?? []
  const front = {
    title: row.title,
    date: row.public_date,
    url: row.path,
    lead: content.lead ?? row.title,
    agency: names.get(content.agency),
    topicLinks: topics.map((ref) => names.get(ref)),
    ...(row.ref.startsWith('news/')
      ? { thang: [month], chuyenmucthang: topics.map((ref) => `${ref.split('/')[1] ?? ''}-${month}`) }
      : {}),
  }
  const words = row.body ? plainText(JSON.parse(row.body) as RichText) : ''
  const file = path.join(folder, 'content/tin-tuc', `${row.path.split('/').filter(Boolean).join('-')}.md`)
  mkdirSync(path.dirname(file), { recursive: true })
  writeFileSync(file, `${JSON.stringify(front)}\n\n${words.replaceAll('\n', '\n\n')}\n`)
}
