/** What the cms answers, in order: headers on everything, closed doors, health, REST, admin, errors. */
import express, {
  type ErrorRequestHandler,
  type Express,
  type Request,
  type RequestHandler,
  type Response,
} from 'express'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Payload, SanitizedConfig } from 'payload'
import type { Env } from '../env.ts'
import { createFailureTally } from '../accounts/failed-sign-ins.ts'
import { addressHeader } from '../accounts/requests.ts'
import { knownPlaces } from '../accounts/known-places.ts'
import { sessionLimits } from '../accounts/sessions.ts'
import { finishBeforeStop } from '../accounts/unfinished.ts'
import { PortalError } from '../errors.ts'
import type { Publishing } from '../jobs/start-publishing.ts'
import type { Log } from '../log.ts'
import { classify } from './error-body.ts'
import { healthOf } from './health.ts'
import { internalRouter } from './internal.ts'
import { internalToken } from './internal-token.ts'
import { restHandler } from './rest.ts'
import { previewAssets } from './site-assets.ts'
import { sessionGate } from './session-gate.ts'
import { accountThrottle } from './throttle.ts'

type Options = {
  payload: Payload
  config: SanitizedConfig | Promise<SanitizedConfig>
  env: Env
  log: Log
  publishing?: Publishing
  /** For sessions and throttle. */
  now?: () => Date
  /** Next's handler; tests of REST go without. */
  admin?: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

/** Requests that Next and Payload would believe, but only a proxy or an attacker sends. */
const untrustedHeaders = /^(x-middleware-|x-nextjs-|x-forwarded-|forwarded$|x-http-method-override$)/

/** Whose request it is, as the connection or a trusted proxy says, read before forwarding headers are dropped. */
const rememberAddress: RequestHandler = (request, response, next) => {
  response.locals.address = request.ip ?? ''
  request.headers[addressHeader] = response.locals.address as string
  next()
}

const securityHeaders =
  (isHttps: boolean): RequestHandler =>
  (request, response, next) => {
    response.setHeader('X-Content-Type-Options', 'nosniff')
    response.setHeader('X-Frame-Options', 'SAMEORIGIN')
    response.setHeader('Referrer-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Opener-Policy', 'same-origin')
    response.setHeader('Cross-Origin-Resource-Policy', 'same-origin')
    response.setHeader('Permissions-Policy', 'camera=(), microphone=(), geolocation=()')
    response.setHeader('X-Robots-Tag', 'noindex, nofollow')
    // Payload's admin writes inline styles and scripts; nothing of another host is needed.
    response.setHeader(
      'Content-Security-Policy',
      "default-src 'self'; script-src 'self' 'unsafe-inline' 'unsafe-eval'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'",
    )
    if (isHttps) response.setHeader('Strict-Transport-Security', 'max-age=63072000')
    if (!request.path.startsWith('/_next/static/')) response.setHeader('Cache-Control', 'no-store')
    for (const name of Object.keys(request.headers))
      if (untrustedHeaders.test(name)) delete request.headers[name]
    next()
  }

/** Every write from a browser names its origin; a sibling sub-domain is another site for us (gov.vn is a public suffix). */
const sameOriginOnly =
  (origin: string): RequestHandler =>
  (request, _response, next) => {
    if (request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS') return next()
    const given = request.headers.origin
    const site = request.headers['sec-fetch-site']
    if (given !== undefined && given !== origin)
      throw new PortalError('not-allowed', { message: 'Yêu cầu đến từ trang khác nên bị từ chối.' })
    if (site === 'cross-site' || site === 'same-site')
      throw new PortalError('not-allowed', { message: 'Yêu cầu đến từ trang khác nên bị từ chối.' })
    next()
  }

/** The admin speaks Vietnamese whatever the browser asks for, until a person chooses otherwise (Payload's cookie). */
const inVietnamese: RequestHandler = (request, _response, next) => {
  if (!/(^|;\s*)[\w-]*-lng=/.test(request.headers.cookie ?? '')) request.headers['accept-language'] = 'vi'
  next()
}

const closed = (_request: Request, response: Response) => {
  const { status, message } = new PortalError('not-found')
  response.status(status).json({ code: 'not-found', message, problems: [] })
}

const onError =
  (log: Log): ErrorRequestHandler =>
  (err: Error, request, response, next) => {
    if (response.headersSent) return next(err)
    const known = classify(err)
    if (!known) log.error('request failed', { err, path: request.path })
    const { code, status, message, problems } = known ?? {
      code: 'server-error',
      status: 500,
      message: 'Máy chủ gặp lỗi. Hãy thử lại, nếu vẫn lỗi hãy báo quản trị.',
      problems: [],
    }
    // The rest of a refused body is not read: the connection ends with the answer.
    if (status === 413) response.setHeader('Connection', 'close')
    response.status(status).json({ code, message, problems, errors: [{ message }] })
  }

/** The cms without a listening socket; `main.ts` and tests give it one. */
export function createCmsApp({
  payload,
  config,
  env,
  log,
  publishing,
  admin,
  now = () => new Date(),
}: Options): Express {
  const app = express()
  app.disable('x-powered-by')
  if (env.TRUST_PROXY) app.set('trust proxy', env.TRUST_PROXY)
  app.use(rememberAddress)
  app.use(securityHeaders(env.CMS_URL.startsWith('https://')))
  app.get('/', (_request, response) => response.redirect(302, '/admin'))
  app.get('/healthz', async (_request, response) => {
    response.json(await healthOf(payload, publishing?.state() ?? 'none'))
  })
  // The first account comes from `portal create-admin` only (Payload notes §11); accounts are not verified by mail.
  app.all(
    [
      '/api/:collection/first-register',
      '/api/:collection/verify/:token',
      // Locks are per account and address, and end by themselves (`throttle.ts`).
      '/api/:collection/unlock',
      '/admin/create-first-user',
      '/api/graphql',
      '/api/graphql-playground',
      '/_next/image',
    ],
    closed,
  )
  if (publishing)
    app.use('/internal', internalRouter({ payload, publishing, token: internalToken(env.DATA_DIR), log }))
  app.use(sameOriginOnly(env.CMS_URL))
  app.use(inVietnamese)
  app.get('/_astro/{*file}', previewAssets(env.SITE_ENTRY))
  const failures = createFailureTally({ payload, log, now })
  finishBeforeStop(failures.flush)
  app.use(sessionGate({ payload, origin: env.CMS_URL, limits: sessionLimits, log, now }))
  app.use(
    accountThrottle({
      now,
      places: knownPlaces(payload),
      onFailure: ({ door, ...failure }) => {
        if (door === 'login') failures.note(failure)
      },
    }),
  )
  app.all('/api/{*rest}', restHandler(config, env.CMS_URL))
  if (admin)
    app.all(['/admin', '/admin/{*rest}', '/_next/{*rest}'], (request, response) => admin(request, response))
  app.use(closed)
  app.use(onError(log))
  return app
}
