import path from 'node:path'
import type { Request, Response } from 'express'
import { fileHeaders } from './file-headers.ts'
import { sendPage } from './send-page.ts'
import type { WebContext } from './web-context.ts'

const folder = '/_astro/'

/**
 * Styles and fonts of the pages that this process draws itself: after a build the public tree has those of
 * another one, until the publisher has made it anew, or this process was started again.
 * @returns whether it is such a file.
 */
export async function answerAsset(
  req: Request,
  res: Response,
  { web, address }: { web: WebContext; address: string },
): Promise<boolean> {
  if (!address.startsWith(folder)) return false
  const body = await web.asset(address).catch(() => null) // not loaded: none of it was drawn here
  if (!body) return false
  res.type(path.extname(address))
  const headers = { ...fileHeaders(address), 'Content-Type': res.get('Content-Type') ?? '' }
  await sendPage(req, res, { status: 200, body, headers })
  return true
}
