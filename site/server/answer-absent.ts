/** Addresses at which no file stands: moved (301), removed with a reason (410), or never known (404). */
import path from 'node:path'
import type { Request, Response } from 'express'
import { historyAddress, routes } from '#domain/routes.ts'
import type { ClosedAddress, Reader } from '#published/views.ts'
import { mustRevalidate } from './file-headers.ts'
import { findFile, readWhole } from './find-file.ts'
import { closePublicFile } from './open-file.ts'
import type { Release } from './release.ts'
import { readRequestPath, type RequestPath } from './request-path.ts'
import { sendPage, sendPlain } from './send-page.ts'
import type { WebContext } from './web-context.ts'

type Asked = { web: WebContext; release: Release; request: RequestPath }

/** Only addresses of this portal: a foreign or scheme-relative one would make an open redirect. */
const isOwnPath = (target: string | undefined): target is string =>
  target !== undefined && /^\/(?![/\\])[^\\\u0000-\u001f]*$/.test(target)

function closedAt(reader: Reader, { path: asked, isFolder }: RequestPath): ClosedAddress | null {
  const slashed = isFolder ? asked : `${asked}/`
  return reader.closedAddress(asked) ?? reader.closedAddress(slashed) ?? goneWithItem(reader, slashed)
}

/** The history of a removed item is removed with it, and for the same reason. */
function goneWithItem(reader: Reader, asked: string): ClosedAddress | null {
  const { itemPath } = historyAddress(asked) ?? {}
  const closed = itemPath ? reader.closedAddress(itemPath) : null
  return closed?.status === 410 ? closed : null
}

/** No address of the portal has more segments. */
const deepest = 8

/**
 * Pages below an address that moved move with it (months of a renamed topic): `null` unless the page stands
 * there now, since what hung below the old address need not exist below the new one.
 */
async function movedWithParent(
  reader: Reader,
  { path: asked, segments, isFolder }: RequestPath,
  www: string,
): Promise<string | null> {
  for (let depth = Math.min(segments.length - 1, deepest); depth > 0; depth -= 1) {
    const parent = `/${segments.slice(0, depth).join('/')}/`
    const closed = reader.closedAddress(parent)
    if (closed?.status !== 301 || !isOwnPath(closed.target) || !closed.target.endsWith('/')) continue
    const target = closed.target + asked.slice(parent.length)
    const request = readRequestPath(encodeURI(target))
    const found = request && (await findFile(www, request, []))
    if (found?.kind === 'file') await closePublicFile(found.file)
    if (found) return isFolder || found.kind === 'file' ? target : `${target}/`
  }
  return null
}

async function answerGone(req: Request, res: Response, web: WebContext, reader: Reader, gone: ClosedAddress) {
  try {
    const { body, contentType } = await web.renderPage(gone.path, { reader, publicUrl: web.publicUrl, gone })
    await sendPage(req, res, { status: 410, body, headers: { 'Content-Type': contentType } })
  } catch (error) {
    web.log.error('the built site cannot show a removed page', { err: error, path: gone.path })
    const details = [gone.title, gone.note && `Lý do: ${gone.note}`].filter((text) => text !== undefined)
    await sendPlain(req, res, 410, details)
  }
}

/** Without a read model, or with one that cannot be read, nothing is known about the address: `null`. */
async function leaseOrNothing({ web, release }: Asked) {
  try {
    return await web.readModel.lease(release)
  } catch (error) {
    web.log.error('the read model cannot be opened', { err: error, release: release.id })
    return null
  }
}

async function answerClosed(req: Request, res: Response, asked: Asked): Promise<boolean> {
  const lease = await leaseOrNothing(asked)
  if (!lease) return false
  try {
    const closed = closedAt(lease.reader, asked.request)
    if (!closed) {
      const target = await movedWithParent(lease.reader, asked.request, asked.release.www)
      if (target !== null) res.set('Cache-Control', mustRevalidate).redirect(301, encodeURI(target))
      return target !== null
    }
    if (closed.status === 301 && isOwnPath(closed.target)) {
      res.set('Cache-Control', mustRevalidate).redirect(301, encodeURI(closed.target))
    } else {
      await answerGone(req, res, asked.web, lease.reader, closed)
    }
    return true
  } finally {
    lease.giveBack()
  }
}

export async function answerAbsent(req: Request, res: Response, asked: Asked): Promise<void> {
  if (await answerClosed(req, res, asked)) return
  const body = await readWhole(path.join(asked.release.www, routes.notFound))
  if (body) await sendPage(req, res, { status: 404, body })
  else await sendPlain(req, res, 404)
}
