/** Payload's REST from Express, without Next: requests are bounded first, and every answer has our shape. */
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import { handleEndpoints, type SanitizedConfig } from 'payload'
import { PortalError } from '../errors.ts'
import { boundedBody } from './bounded-body.ts'
import { readBody, tellDone } from './rest-context.ts'

const hopHeaders = new Set([
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'host',
  'content-length',
  'expect',
])

function toWebRequest(request: ExpressRequest, origin: string, body: Buffer | undefined): Request {
  const headers = new Headers()
  for (const [name, value] of Object.entries(request.headers)) {
    if (value === undefined || hopHeaders.has(name)) continue
    headers.set(name, Array.isArray(value) ? value.join(', ') : value)
  }
  headers.set('host', new URL(origin).host)
  // Reading with a session from outside a browser (curl, a script): such clients name no origin, browsers always do on writes.
  const isRead = request.method === 'GET' || request.method === 'HEAD'
  if (isRead && !headers.has('origin') && !headers.has('sec-fetch-site')) headers.set('origin', origin)
  if (body) headers.set('content-length', String(body.length))
  return new Request(new URL(request.originalUrl, origin), {
    method: request.method,
    headers,
    ...(body ? { body: new Uint8Array(body) } : {}),
  })
}

function send(answer: Response, bytes: Buffer, response: ExpressResponse): void {
  response.status(answer.status)
  answer.headers.forEach((value, name) => {
    if (name !== 'set-cookie') response.setHeader(name, value)
  })
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('set-cookie', cookies.map(asAttributes))
  response.end(bytes)
}

/** Payload writes `Secure=true`; the attributes have no values (RFC 6265, 4.1). */
const asAttributes = (cookie: string): string => cookie.replace(/; (Secure|HttpOnly)=true/g, '; $1')

/** Payload answers an address without endpoint in English and without a code (501 for closed collections). */
const isUnknownRoute = ({ status }: Response, bytes: Buffer): boolean =>
  status === 501 || (status === 404 && !bytes.includes('"code"'))

/** An Express handler for everything below `/api`. */
export const restHandler =
  (config: SanitizedConfig | Promise<SanitizedConfig>, origin: string) =>
  async (request: ExpressRequest, response: ExpressResponse) => {
    let status = 500
    try {
      const given = readBody(response)
      const body = given ? given.bytes : await boundedBody(request)
      const answer = await handleEndpoints({ config, request: toWebRequest(request, origin, body) })
      status = answer.status
      const bytes = Buffer.from(await answer.arrayBuffer())
      if (isUnknownRoute(answer, bytes)) throw new PortalError('not-found')
      send(answer, bytes, response)
    } finally {
      tellDone(response, status)
    }
  }
