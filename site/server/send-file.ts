import type { Request, Response } from 'express'
import send from 'send'
import { entityTag } from './entity-tag.ts'
import { closePublicFile, type PublicFile } from './open-file.ts'

type Sending = { headers: Record<string, string>; contentName: string }

const contentHeaders = [
  'Content-Disposition',
  'Content-Encoding',
  'Content-Length',
  'Content-Type',
  'Cache-Control',
]

/** 412 and 416 are answered without a body; an error in the middle of a body can only cut the connection. */
function refuse(res: Response, error: Error & { status?: number }): void {
  if (res.headersSent) {
    res.destroy(error)
    return
  }
  for (const name of contentHeaders) res.removeHeader(name)
  res.status(error.status ?? 500).end()
}

/**
 * Sends an opened file: conditional requests and (for the plain form) ranges are npm `send`'s, over the open
 * descriptor instead of a path, because `send` would look up the path twice. No `Last-Modified`: two
 * publications within a second would share it, and after a rebuild it would claim changes that were none.
 */
export function sendFile(
  req: Request,
  res: Response,
  file: PublicFile,
  { headers, contentName }: Sending,
): void {
  const { handle, stat } = file.compressed ?? file.plain
  const encoding = file.compressed?.encoding ?? null
  res.once('close', () => void closePublicFile(file))
  res.set(headers)
  res.set('Vary', 'Accept-Encoding')
  res.set('ETag', entityTag(contentName, encoding))
  if (encoding) res.set('Content-Encoding', encoding)
  const options = {
    fd: handle,
    acceptRanges: !encoding,
    cacheControl: false,
    lastModified: false,
    etag: false,
  }
  const sending = send(req, req.path, options)
  sending.on('error', (error: Error) => refuse(res, error))
  Object.assign(sending, { res }) // what its pipe() does before looking up a path
  sending.send(file.name, stat)
}
