import { promisify } from 'node:util'
import { brotliCompress, constants, gzip } from 'node:zlib'
import type { Request, Response } from 'express'
import { acceptedEncodings } from './accepted-encodings.ts'
import { mustRevalidate } from './file-headers.ts'
import { plainPage, type PlainStatus } from './plain-page.ts'

export type Page = { status: number; body: Buffer; headers?: Record<string, string> }

const smallestCompressed = 1024
const asBrotli = promisify(brotliCompress)
const asGzip = promisify(gzip)

/** Pages made on request are compressed quickly, not well. */
const brotliOptions = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } }

async function compress(req: Request, res: Response, body: Buffer): Promise<Buffer> {
  const [encoding] = body.length < smallestCompressed ? [] : acceptedEncodings(req)
  if (!encoding) return body
  res.set('Content-Encoding', encoding)
  return encoding === 'br' ? asBrotli(body, brotliOptions) : asGzip(body)
}

/** Answers with a page made in memory. */
export async function sendPage(
  req: Request,
  res: Response,
  { status, body, headers = {} }: Page,
): Promise<void> {
  res.status(status)
  res.set({
    'Content-Type': 'text/html; charset=utf-8',
    'Cache-Control': mustRevalidate,
    Vary: 'Accept-Encoding',
  })
  res.set(headers)
  const bytes = await compress(req, res, body)
  res.set('Content-Length', String(bytes.length))
  res.end(req.method === 'HEAD' ? undefined : bytes)
}

/** Answers with one of the plain pages; `503` asks to come back in a moment. */
export async function sendPlain(
  req: Request,
  res: Response,
  status: PlainStatus,
  details: readonly string[] = [],
): Promise<void> {
  const headers = status === 503 ? { 'Retry-After': '5', 'Cache-Control': 'no-store' } : undefined
  await sendPage(req, res, { status, body: Buffer.from(plainPage(status, details)), headers })
}
