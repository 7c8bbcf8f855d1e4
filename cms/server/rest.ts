/**
 * Payload's REST from Express: the body is read here, with limits on size and nesting, before any code of
 * Payload walks it; methods cannot be overridden by a header.
 */
import type { Request as ExpressRequest, Response as ExpressResponse } from 'express'
import { handleEndpoints, type SanitizedConfig } from 'payload'
import { PortalError } from '../errors.ts'

const maxJsonBytes = 8 * 1024 * 1024
const maxUploadBytes = 60 * 1024 * 1024
const maxNesting = 256

const isUpload = (request: ExpressRequest): boolean =>
  (request.headers['content-type'] ?? '').startsWith('multipart/')

async function readBody(request: ExpressRequest): Promise<Buffer | undefined> {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined
  const limit = isUpload(request) ? maxUploadBytes : maxJsonBytes
  if (Number(request.headers['content-length'] ?? 0) > limit) throw new PortalError('too-large')
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length
    if (size > limit) throw new PortalError('too-large')
    chunks.push(chunk)
  }
  return chunks.length > 0 ? Buffer.concat(chunks) : undefined
}

/** Nesting of brackets outside strings: what recursion somewhere below would have to bear. */
export function isTooDeep(json: Uint8Array, limit = maxNesting): boolean {
  let depth = 0
  let isInString = false
  for (let index = 0; index < json.length; index += 1) {
    const byte = json[index]
    if (isInString) {
      if (byte === 0x5c) index += 1
      else if (byte === 0x22) isInString = false
    } else if (byte === 0x22) isInString = true
    else if (byte === 0x7b || byte === 0x5b) {
      depth += 1
      if (depth > limit) return true
    } else if (byte === 0x7d || byte === 0x5d) depth -= 1
  }
  return false
}

function checkJson(request: ExpressRequest, body: Buffer | undefined): void {
  if (!body || !(request.headers['content-type'] ?? '').startsWith('application/json')) return
  if (isTooDeep(body))
    throw new PortalError('invalid-content', {
      message: 'Nội dung lồng nhau quá sâu nên không lưu được. Hãy dán lại dạng chữ thường.',
    })
  let value: unknown
  try {
    value = JSON.parse(body.toString('utf8'))
  } catch (cause) {
    throw new PortalError('broken-request', { cause })
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw new PortalError('broken-request')
}

/** Multipart bodies carry their fields as JSON in `_payload`; the same limits hold there. */
function checkMultipart(request: ExpressRequest, body: Buffer | undefined): void {
  if (!body || !isUpload(request)) return
  const start = body.indexOf('name="_payload"')
  if (start < 0) return
  const from = body.indexOf('\r\n\r\n', start)
  const to = body.indexOf('\r\n--', from)
  const json = body.subarray(from + 4, to < 0 ? body.length : to)
  if (json.length > maxJsonBytes) throw new PortalError('too-large')
  if (isTooDeep(json)) throw new PortalError('invalid-content')
  try {
    JSON.parse(json.toString('utf8'))
  } catch (cause) {
    throw new PortalError('broken-request', { cause })
  }
}

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

async function send(answer: Response, response: ExpressResponse): Promise<void> {
  response.status(answer.status)
  answer.headers.forEach((value, name) => {
    if (name !== 'set-cookie') response.setHeader(name, value)
  })
  const cookies = answer.headers.getSetCookie()
  if (cookies.length > 0) response.setHeader('set-cookie', cookies)
  response.end(Buffer.from(await answer.arrayBuffer()))
}

/** An Express handler for everything below `/api`. */
export const restHandler =
  (config: SanitizedConfig | Promise<SanitizedConfig>, origin: string) =>
  async (request: ExpressRequest, response: ExpressResponse) => {
    const body = await readBody(request)
    checkJson(request, body)
    checkMultipart(request, body)
    await send(await handleEndpoints({ config, request: toWebRequest(request, origin, body) }), response)
  }
