import type { Request, Response } from 'express'
import type { Release } from './release.ts'
import { searchAddress } from './search-address.ts'
import { sendPage, sendPlain } from './send-page.ts'
import type { WebContext } from './web-context.ts'

/** `/tim-kiem/`: the only page that every reader makes for themselves, hence the gate. */
export async function answerSearch(
  req: Request,
  res: Response,
  { web, release, query }: { web: WebContext; release: Release; query: string },
): Promise<void> {
  const page = await web.searchGate(async () => {
    const lease = await web.readModel.lease(release)
    if (!lease) return null
    try {
      return await web.renderPage(searchAddress(query), { reader: lease.reader, publicUrl: web.publicUrl })
    } finally {
      lease.giveBack()
    }
  })
  if (!page) return sendPlain(req, res, 503)
  const { status, body, contentType } = page
  await sendPage(req, res, {
    status,
    body,
    headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' },
  })
}
