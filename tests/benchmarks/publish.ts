/**
 * From sending `approve` over REST to the first changed byte on the web port, with `items` articles live: the
 * cms (without its admin) and the web server are real, in this process and its publisher thread.
 */
import { fillProvince } from './live-province.ts'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { env } from '#cms/env.ts'
import { startPublishing } from '#cms/jobs/start-publishing.ts'
import { createLog } from '#cms/log.ts'
import { createCmsApp } from '#cms/server/cms-app.ts'
import { logIn } from '#tests/support/cms.ts'
import { startPublicWeb } from '#tests/support/public-web.ts'
import { percentiles } from './statistics.ts'

const samples = 100

export async function measure({ items }: { items: number }): Promise<Record<string, unknown>> {
  const province = await fillProvince(items, (done) => process.stderr.write(`\rđã nạp ${done}/${items} tin`))
  const { payload, writeNews, take } = province
  const publishing = startPublishing(payload, env)
  const startedAt = performance.now()
  await publishing.started
  const rebuildMs = performance.now() - startedAt
  const { default: config } = await import('../../payload.config.ts')
  const server = http.createServer(createCmsApp({ payload, config, env, log: createLog('cms'), publishing }))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const cms = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const web = await startPublicWeb(env.DATA_DIR)
  const cookie = await logIn(cms, 'moderator@tinh.example')
  const headers = { cookie, origin: env.CMS_URL, 'content-type': 'application/json' }

  const toFirstByte: number[] = []
  const answered: number[] = []
  const routes: number[] = []
  for (let index = 0; index < samples; index += 1) {
    const id = await writeNews(items + index)
    await take('news', id, 'submit')
    const { revision, path } = await seen(cms, id, headers, payload)
    const from = performance.now()
    const approved = await fetch(`${cms}/api/news/${id}/transition`, {
      method: 'POST',
      headers,
      body: JSON.stringify({ action: 'approve', revision }),
    })
    if (approved.status !== 200) throw new Error(await approved.text())
    answered.push(performance.now() - from)
    while ((await web.get(path)).status !== 200) await wait(1)
    toFirstByte.push(performance.now() - from)
    await publishing.relay()?.idle()
    const receipt = (await (await fetch(`${cms}/api/news/${id}/publication`, { headers })).json()) as {
      urls: string[]
    }
    routes.push(receipt.urls.length)
  }
  await web.close()
  return {
    'articles live': items,
    'approve → first changed byte on web port, ms': percentiles(toFirstByte),
    'approve answered, ms': percentiles(answered),
    'routes written for one article': percentiles(routes),
    'first build of the whole tree, ms': Math.round(rebuildMs),
    'memory of this process, MB': Math.round(process.memoryUsage().rss / 1e6),
  }
}

async function seen(
  cms: string,
  id: string,
  headers: Record<string, string>,
  payload: { findByID: (query: never) => Promise<unknown> },
) {
  const { revision } = (await (await fetch(`${cms}/api/news/${id}/workflow`, { headers })).json()) as {
    revision: string
  }
  const { slug } = (await payload.findByID({ collection: 'news', id } as never)) as { slug: string }
  return { revision, path: `/tin-tuc/${slug}/` }
}
