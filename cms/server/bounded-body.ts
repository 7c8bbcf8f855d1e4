/**
 * What a REST request may be, checked before any code of Payload walks it: the size and nesting of its body,
 * and the numbers of its query.
 */
import type { Request as ExpressRequest } from 'express'
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

const maxQueryLength = 8_000
const wholeNumber = /^\d{1,9}$/

/** Numbers that Payload hands to the database as they come; a list of ten million pages is nobody's wish. */
function checkQuery(request: ExpressRequest): void {
  const query = new URL(request.originalUrl, 'http://cms').searchParams
  const problems = ['page', 'limit', 'depth']
    .filter((name) => query.getAll(name).some((value) => !wholeNumber.test(value)))
    .map((field) => ({ field, code: 'invalid', message: `“${field}” phải là số nguyên không âm.` }))
  if (problems.length > 0 || request.originalUrl.length > maxQueryLength) {
    throw new PortalError('broken-request', { problems })
  }
}

/**
 * Reads the body within its limits.
 * @throws PortalError `too-large`, `broken-request` or `invalid-content` (nested too deeply).
 */
export async function boundedBody(request: ExpressRequest): Promise<Buffer | undefined> {
  checkQuery(request)
  const body = await readBody(request)
  checkJson(request, body)
  checkMultipart(request, body)
  return body
}
