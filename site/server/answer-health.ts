import type { Response } from 'express'
import type { Release } from './release.ts'
import type { WebContext } from './web-context.ts'

/** True when searches and closed addresses can be answered. */
async function canRead(web: WebContext, release: Release): Promise<boolean> {
  try {
    const lease = await web.readModel.lease(release)
    lease?.giveBack()
    return lease !== null
  } catch (error) {
    web.log.error('the read model cannot be opened', { err: error, release: release.id })
    return false
  }
}

/** `/healthz`, for machines: 503 only when there is nothing to serve at all. */
export async function answerHealth(res: Response, web: WebContext, release: Release | null): Promise<void> {
  const readModel = release !== null && (await canRead(web, release))
  const status = readModel ? 'ok' : 'degraded'
  res.set('Cache-Control', 'no-store')
  res.status(release ? 200 : 503).json({ status, release: release?.id ?? null, readModel })
}
