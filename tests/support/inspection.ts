/**
 * The one question every fault test ends with, answered in lines: is everything acknowledged there once, is what
 * the web server answers exactly the rendering of the live editions at every address, and is nothing else there?
 */
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import type { Memory } from './busy-people.ts'
import * as ledger from './ledger.ts'
import { leaks, treeOf, type CmsProcess, type Folder } from './portal-processes.ts'
import { startPublicWeb } from './public-web.ts'
import { canaries } from './seeded-portal.ts'

export type Inspected = {
  /** What people were told. */
  memory?: Memory
  /** Words that may stand nowhere in public. */
  secrets?: readonly string[]
  /** The clock of the cms, where it is wrong. */
  now?: number
}

/** Everything that is wrong; the cms has settled. Ends with a rebuild, after which nothing may differ. */
export async function wrongOf(
  cms: CmsProcess,
  folder: Folder,
  { memory, secrets = Object.values(canaries), now = Date.now() }: Inspected = {},
): Promise<string[]> {
  const www = path.join(folder.data, 'www')
  const before = await treeOf(www)
  const wrong = [
    ...(await cms.verify()).problems,
    ...(await cms.chains()),
    ...damaged(folder),
    ...wrongReceipts(folder, new Date(now).toISOString()),
    ...(memory ? forgotten(folder, memory) : []),
    ...(await leaks(folder, secrets)),
    ...(await temporaryFiles(folder)),
    ...(await wrongAnswers(folder, before)),
  ]
  await cms.rebuild()
  return [...wrong, ...differences(before, await treeOf(www))]
}

function damaged(folder: Folder): string[] {
  const verdict = ledger.integrity(folder)
  return verdict === 'ok' ? [] : [`cms.sqlite: ${verdict}`]
}

/** Every change is out or waits for its time, and every receipt of a change that is out says when and where. */
function wrongReceipts(folder: Folder, now: string): string[] {
  return ledger.allReceipts(folder).flatMap(({ item, action, state, liveAt, notBefore, lastError, urls }) => {
    const name = `publication ${action} of ${item}`
    if (state === 'cancelled') return []
    if (state === 'waiting') return notBefore && notBefore > now ? [] : [`${name} still waits: ${lastError}`]
    if (state !== 'live' || !liveAt) return [`${name} is ${state} without a time`]
    if (lastError !== null) return [`${name} is out and tells of ${lastError}`]
    return urls.length > 0 ? [] : [`${name} is out nowhere`]
  })
}

/** What was acknowledged is there once; what was refused is not; what was never answered, at most once. */
function forgotten(folder: Folder, { items, steps }: Memory): string[] {
  const missing = [...items].flatMap(([id, { title }]) => {
    const found = ledger.newsTitled(folder, title)
    return found.join() === id ? [] : [`“${title}” is there as [${found.join()}], acknowledged as ${id}`]
  })
  const asked = Map.groupBy(steps, ({ item, action }) => `${action} of ${item}`)
  const wrong = [...asked].flatMap(([name, [first, ...others]]) => {
    const all = first ? [first, ...others] : []
    const count = (answer: string) => all.filter((one) => one.answer === answer).length
    const found = first ? ledger.countEvents(folder, first.item, first.action) : 0
    const [least, most] = [count('done'), count('done') + count('none')]
    return found >= least && found <= most ? [] : [`${name}: ${found} times, acknowledged ${least} times`]
  })
  return [...missing, ...wrong]
}

async function temporaryFiles({ data }: Folder): Promise<string[]> {
  const entries = await readdir(path.join(data, 'releases'), { recursive: true })
  const top = (await readdir(data)).filter((name) => name.endsWith('.tmp'))
  return [...entries.filter((name) => path.basename(name).startsWith('.') || name.endsWith('.tmp')), ...top]
}

/** Each file of the tree is served as it lies there, and each article's address says what its state is. */
async function wrongAnswers(folder: Folder, tree: Map<string, Buffer>): Promise<string[]> {
  const web = await startPublicWeb(folder.data)
  const wrong: string[] = []
  for (const [name, bytes] of tree) {
    if (name === '404.html') continue
    const route = encodeURI(`/${name.replace(/(^|\/)index\.html$/, '$1')}`)
    const { status, bytes: served } = await web.get(route)
    if (status !== 200 || !served.equals(bytes)) wrong.push(`${route}: ${status}, ${served.length} bytes`)
  }
  const expected: Record<string, number> = { live: 200, withdrawn: 200, redirected: 301, gone: 410 }
  for (const { slug, publicState } of ledger.publicNews(folder)) {
    const { status } = await web.get(`/tin-tuc/${slug}/`)
    if (status !== expected[publicState]) wrong.push(`/tin-tuc/${slug}/ is ${publicState}: ${status}`)
  }
  await web.close()
  return wrong
}

function differences(before: Map<string, Buffer>, after: Map<string, Buffer>): string[] {
  const names = new Set([...before.keys(), ...after.keys()])
  return [...names].flatMap((name) => {
    const [old, made] = [before.get(name), after.get(name)]
    if (!old) return [`${name} appears only when all is made anew`]
    if (!made) return [`${name} is gone when all is made anew`]
    return old.equals(made) ? [] : [`${name} differs when all is made anew`]
  })
}
