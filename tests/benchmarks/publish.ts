/**
 * With `items` of the corpus live: from sending `approve` over REST to the first changed byte on the web port;
 * from `withdraw` to the banner on the page and the absence from list, feed and search.
 */
import { execFileSync } from 'node:child_process'
import { realpathSync, statSync } from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { env } from '#cms/env.ts'
import type { Publisher } from '#cms/publication/protocol.ts'
import { randomFor } from './corpus/random.ts'
import { body, sentence, title } from './corpus/text.ts'
import { fillCorpus } from './fill.ts'
import { openLivePortal, type Json } from './live-portal.ts'
import { percentiles } from './statistics.ts'

const approvals = 60
const withdrawals = 20
const patience = 30_000

export async function measure({ items }: { items: number }): Promise<Record<string, unknown>> {
  const filled = fillCorpus(items)
  const portal = await openLivePortal()
  const { writer, reviewer, get, publishing } = portal
  const restMs = await untilAtRest(publishing.publisher)
  const agency = String((await writer('GET', '/api/agencies?limit=1&depth=0')).docs[0].id)
  const topic = String((await writer('GET', '/api/topics?limit=1&depth=0')).docs[0].id)
  const stamp = Date.now()
  const write = async (index: number) => {
    const random = randomFor(`${stamp}/${index}`)
    const words = {
      title: `${title(random)} ${stamp}x${index}`,
      lead: sentence(random),
      body: body(random, 8),
    }
    const { doc } = await writer('POST', '/api/news', { ...words, agency, topics: [topic] })
    const state = await writer('GET', `/api/news/${doc.id}/workflow`)
    await writer('POST', `/api/news/${doc.id}/transition`, { action: 'submit', revision: state.revision })
    return {
      id: String(doc.id),
      path: `/tin-tuc/${doc.slug}/`,
      mark: `${stamp}x${index}`,
      revision: state.revision,
    }
  }
  const until = async (isSo: () => Promise<boolean>, from: number) => {
    while (!(await isSo())) {
      if (performance.now() - from > patience) throw new Error('not within 30 s')
      await wait(1)
    }
    return performance.now() - from
  }

  const firstByte: number[] = []
  const answered: number[] = []
  const routes: number[] = []
  const made: { id: string; path: string; mark: string }[] = []
  for (let index = 0; index < approvals; index += 1) {
    const { revision, ...item } = await write(index)
    const from = performance.now()
    await reviewer('POST', `/api/news/${item.id}/transition`, { action: 'approve', revision })
    answered.push(performance.now() - from)
    firstByte.push(await until(async () => (await get(item.path)).status === 200, from))
    let receipt: Json = {}
    await until(async () => {
      receipt = await reviewer('GET', `/api/news/${item.id}/publication`)
      return receipt.state === 'live'
    }, from)
    routes.push(receipt.urls.length)
    made.push(item)
  }

  const gone: number[] = []
  const lists = ['/tin-tuc/', '/rss.xml']
  for (const item of made.slice(-withdrawals).reverse()) {
    const from = performance.now()
    await reviewer('POST', `/api/news/${item.id}/transition`, {
      action: 'withdraw',
      note: 'Thông tin đo thử.',
    })
    const isBannered = async () => (await get(item.path)).text.includes('Thông tin đo thử.')
    const isOff = async (address: string) => !(await get(address)).text.includes(item.path)
    await until(isBannered, from)
    for (const address of [...lists, `/tim-kiem/?q=${item.mark}`]) await until(() => isOff(address), from)
    gone.push(performance.now() - from)
  }
  await publishing.relay()?.idle()
  const memory = portal.memory()
  await portal.close()
  return {
    items,
    'approve → first changed byte on web port, ms': percentiles(firstByte),
    'approve answered, ms': percentiles(answered),
    'withdraw → bannered, off list, feed, search, ms': percentiles(gone),
    'routes of one article': percentiles(routes),
    'start with verification, s': seconds(portal.verifyMs),
    'then until at rest, s': seconds(restMs),
    'resident memory with all threads, MB': memory,
    'read model, MB': megabytes(statSync(realpathSync(path.join(env.DATA_DIR, 'published.sqlite'))).size),
    'cms database, MB': megabytes(statSync(path.join(env.DATA_DIR, 'cms.sqlite')).size),
    'public tree': treeSize(),
    filled,
  }
}

/**
 * After a rebuild at the start variants are still made, and gigabytes still go to the disk; the portal of another day
 * does neither. @returns how long it took, ms.
 */
async function untilAtRest(publisher: Publisher): Promise<number> {
  const from = performance.now()
  while ((await publisher.renderStale(0)).left > 0) await wait(200)
  execFileSync('sync')
  return performance.now() - from
}

const seconds = (milliseconds: number) => Math.round(milliseconds / 100) / 10
const megabytes = (bytes: number) => Math.round(bytes / 1e6)

function treeSize(): { files: number; MB: number } {
  const tree = realpathSync(path.join(env.DATA_DIR, 'www'))
  const run = (command: string, ...words: string[]) =>
    execFileSync(command, words, { encoding: 'utf8', maxBuffer: 1 << 30 })
  return {
    files: run('find', tree, '-type', 'f', '-printf', '.').length,
    MB: Math.round(Number(run('du', '-sk', tree).split('\t')[0]) / 1024),
  }
}
