/**
 * The public web server as an Express app: files of the public tree, searches, moved and removed addresses.
 * It keeps no list of files and holds no key to the CMS; everything it says is in the current release.
 */
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { routes } from '#domain/routes.ts'
import { acceptedEncodings } from './accepted-encodings.ts'
import { answerAbsent } from './answer-absent.ts'
import { answerAsset } from './answer-asset.ts'
import { answerHealth } from './answer-health.ts'
import { answerHistory, askedHistory } from './answer-history.ts'
import { answerSearch } from './answer-search.ts'
import { openBuiltSite } from './built-site.ts'
import { BusyError, createGate } from './busy.ts'
import { createContentNames } from './entity-tag.ts'
import { fileHeaders, mustRevalidate } from './file-headers.ts'
import { findFile, type Found } from './find-file.ts'
import { closePublicFile } from './open-file.ts'
import { followReadModel } from './read-model.ts'
import { currentRelease, type Release } from './release.ts'
import { readRequestPath, type RequestPath } from './request-path.ts'
import { securityHeaders } from './security-headers.ts'
import { sendFile } from './send-file.ts'
import { sendPlain } from './send-page.ts'
import type { WebContext, WebSettings } from './web-context.ts'

export type WebApp = Express & {
  /** Closes the read model; answers that are being made still finish. */
  close: () => void
}

/** Makes the app without listening. */
export function createWebApp(settings: WebSettings): WebApp {
  const web: WebContext = {
    ...settings,
    readModel: followReadModel(),
    ...openBuiltSite(settings.siteEntry),
    nameContent: createContentNames(),
    searchGate: createGate({ running: 4, waiting: 64 }),
  }
  const headers = securityHeaders(settings)
  const app = express()
  app.disable('x-powered-by')
  app.disable('etag')
  app.use((_req, res, next) => {
    res.set(headers)
    next()
  })
  app.use(async (req, res) => {
    if (req.method !== 'GET' && req.method !== 'HEAD') await refuseMethod(req, res)
    else await answer(req, res, web)
  })
  app.use(answerError(web))
  return Object.assign(app, { close: web.readModel.close })
}

async function refuseMethod(req: Request, res: Response): Promise<void> {
  res.set({ Allow: 'GET, HEAD', Connection: 'close' }) // a body may follow that nobody will read
  await sendPlain(req, res, 405)
}

async function answer(req: Request, res: Response, web: WebContext): Promise<void> {
  const request = readRequestPath(req.url)
  if (!request) return sendPlain(req, res, 400)
  const release = await currentRelease(web.dataDir)
  if (request.path === '/healthz') return answerHealth(res, web, release)
  if (!release) return sendPlain(req, res, 503)
  if (request.path === routes.search) return answerSearch(req, res, { web, release, query: request.query })
  if (`${request.path}/` === routes.search) return move(res, routes.search + request.query)
  const history = askedHistory(request)
  if (history?.isPair && (await answerHistory(req, res, { web, release, ...history }))) return
  const found = request.path === routes.notFound ? null : await findInCurrent(req, request, web, release)
  if (history && !history.isPair && !found && (await answerHistory(req, res, { web, release, ...history })))
    return
  if (!found && (await answerAsset(req, res, { web, address: request.path }))) return
  if (!found) return answerAbsent(req, res, { web, release, request })
  await answerFound(req, res, { web, request, found })
}

function move(res: Response, to: string): void {
  res.set('Cache-Control', mustRevalidate).redirect(301, to)
}

/** A release may be replaced and deleted while it is looked at: absence counts only in the current one. */
async function findInCurrent(
  req: Request,
  request: RequestPath,
  web: WebContext,
  release: Release,
): Promise<Found | null> {
  const found = await findFile(release.www, request, acceptedEncodings(req))
  if (found) return found
  const latest = await currentRelease(web.dataDir)
  return latest && latest.www !== release.www ? findInCurrent(req, request, web, latest) : null
}

async function answerFound(
  req: Request,
  res: Response,
  { web, request, found }: { web: WebContext; request: RequestPath; found: Found },
): Promise<void> {
  if (found.kind === 'moved') return move(res, found.to)
  const contentName = await web.nameContent(found.file.plain).catch(async (error: unknown) => {
    await closePublicFile(found.file)
    throw error
  })
  if (res.closed) return closePublicFile(found.file)
  sendFile(req, res, found.file, { headers: fileHeaders(request.path), contentName })
}

/** Nothing about the fault reaches the reader; the log has it. Express knows an error handler by its four parameters. */
function answerError(web: WebContext) {
  return async (error: unknown, req: Request, res: Response, _next: NextFunction): Promise<void> => {
    const isBusy = error instanceof BusyError
    if (isBusy) web.log.warn('turned away', { err: error.message, path: req.path })
    else web.log.error('a request failed', { err: error, method: req.method, path: req.path })
    if (res.headersSent) res.destroy()
    else await sendPlain(req, res, isBusy ? 503 : 500)
  }
}
