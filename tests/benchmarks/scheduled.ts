/**
 * How late scheduled approvals go live when 500 of them are due at one second, with `items` articles live
 * already: from the scheduled time to the moment their bytes were read back from disk, as receipts say.
 */
import { fillProvince } from './live-province.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { env } from '#cms/env.ts'
import { startPublishing } from '#cms/jobs/start-publishing.ts'
import { freeze } from '#cms/workflow/content/content-of.ts'
import { readWorkingCopy } from '#cms/workflow/item.ts'
import type { PublicationRow } from '#cms/workflow/publications.ts'
import { transition } from '#cms/workflow/transition.ts'
import { percentiles } from './statistics.ts'

const scheduledAtOnce = 500
/** The steps before the moment; each takes some 20 ms, its check included. */
const preparationMs = 45_000

export async function measure({ items }: { items: number }): Promise<Record<string, unknown>> {
  const province = await fillProvince(items, (done) => process.stderr.write(`\rđã nạp ${done}/${items} tin`))
  const { payload, writeNews, take } = province
  const publishing = startPublishing(payload, env)
  await publishing.started
  await publishing.relay()?.idle()
  const ids: string[] = []
  for (let index = 0; index < scheduledAtOnce; index += 1) {
    const id = await writeNews(items + index, { isNew: true })
    await take('news', id, 'submit')
    ids.push(id)
  }
  const moderator = {
    ...(await payload.find({ collection: 'users', where: { email: { equals: 'moderator@tinh.example' } } }))
      .docs[0],
    collection: 'users',
  }
  const due = new Date(Math.ceil((Date.now() + preparationMs) / 1000) * 1000)
  for (const id of ids) {
    const item = await readWorkingCopy(payload, 'news', id)
    if (!item) throw new Error(`no news/${id}`)
    const { revision } = await freeze(payload, 'news', item)
    const input = { action: 'schedule' as const, revision, at: due.toISOString() }
    await transition({ payload, collection: 'news', id, user: moderator as never, input })
  }
  await publishing.relay()?.idle()
  const readyBefore = due.getTime() - Date.now()
  if (readyBefore < 0) throw new Error('the machine is too slow: the moment came before all were scheduled')
  await wait(readyBefore)
  const rows = await untilLive(payload, ids.length)
  const late = rows.map(({ liveAt }) => Date.parse(liveAt ?? '') - due.getTime())
  await publishing.stop()
  return {
    'articles live before': items,
    'due at one second': ids.length,
    'live before their time': late.filter((ms) => ms < 0).length,
    'late, ms': percentiles(late),
    'last one, ms': Math.max(...late),
  }
}

type Database = Awaited<ReturnType<typeof fillProvince>>['payload']

async function untilLive({ db }: Database, count: number): Promise<PublicationRow[]> {
  for (;;) {
    const { docs } = await db.find<PublicationRow>({
      collection: 'publications',
      where: { and: [{ action: { equals: 'schedule' } }, { state: { equals: 'live' } }] },
      limit: 0,
      pagination: false,
    })
    if (docs.length === count) return docs
    await wait(500)
  }
}
