import type { Request, Response } from 'express'
import { historyAddress, readEditionNumber, routes } from '#domain/routes.ts'
import type { Release } from './release.ts'
import type { RequestPath } from './request-path.ts'
import { sendPage } from './send-page.ts'
import type { WebContext } from './web-context.ts'

/**
 * The page that a history must be asked for: any two editions (`?tu=1&den=3`), or one older than those kept as
 * files. `null` for every other address.
 */
export function askedHistory({ path, query }: RequestPath): { address: string; isPair: boolean } | null {
  const asked = historyAddress(path)
  if (!asked) return null
  if (asked.edition !== undefined)
    return { address: encodeURI(routes.historyEdition(asked.itemPath, asked.edition)), isPair: false }
  const given = new URLSearchParams(query)
  if (!given.has('tu') && !given.has('den')) return null
  // Numbers only, so that nothing a stranger wrote reaches the site.
  const numberIn = (name: string) => String(readEditionNumber(given.get(name)) ?? '')
  const pair = new URLSearchParams({ tu: numberIn('tu'), den: numberIn('den') })
  return { address: `${encodeURI(path)}?${pair}`, isPair: true }
}

/** @returns false when nothing public has such a history: the address may have moved or be gone. */
export async function answerHistory(
  req: Request,
  res: Response,
  { web, release, address }: { web: WebContext; release: Release; address: string },
): Promise<boolean> {
  const page = await web.searchGate(async () => {
    const lease = await web.readModel.lease(release)
    if (!lease) return null
    try {
      return await web.renderPage(address, { reader: lease.reader, publicUrl: web.publicUrl })
    } finally {
      lease.giveBack()
    }
  })
  if (!page || page.status === 404) return false
  const { status, body, contentType } = page
  await sendPage(req, res, {
    status,
    body,
    headers: { 'Content-Type': contentType, 'Cache-Control': 'no-store' },
  })
  return true
}
