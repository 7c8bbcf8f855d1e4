/** Asks the public web server for one address, as a reader would, and says whether it answers what it should. */
import { readFile } from 'node:fs/promises'
import path from 'node:path'
import { fileOf } from '#cms/publication/public-path.ts'
import type { PublicationRow } from '../workflow/publications.ts'

export type ProbeSettings = { dataDir: string; webUrl: string }

const patienceMs = 5_000

/** What a change that ends an address makes of it; every other change leaves a page there. */
const closedStatus: Partial<Record<PublicationRow['action'], number>> = { redirect: 301, remove: 410 }

/**
 * True when the web server answers with the bytes of the file in the public tree (uncompressed), or with the
 * status of a moved or removed address. @throws when it cannot be reached: it is down, or elsewhere.
 */
export async function answersAsPublished(
  { dataDir, webUrl }: ProbeSettings,
  { action, urls }: Pick<PublicationRow, 'action' | 'urls'>,
): Promise<boolean> {
  const { pathname } = new URL(urls?.[0] ?? '/', webUrl)
  const answer = await fetch(webUrl + pathname, {
    headers: { 'accept-encoding': 'identity', 'cache-control': 'no-cache' },
    redirect: 'manual',
    signal: AbortSignal.timeout(patienceMs),
  })
  const bytes = Buffer.from(await answer.arrayBuffer())
  const closed = closedStatus[action]
  if (closed !== undefined) return answer.status === closed
  if (answer.status !== 200) return false
  const written = await readFile(fileOf(path.join(dataDir, 'www'), decodeURI(pathname))).catch(() => null)
  return written !== null && written.equals(bytes)
}
