/**
 * Reads the address of a request strictly: what a browser could not have meant is refused here, so that
 * nothing behind this file sees a path that could leave the public tree.
 */
export type RequestPath = {
  /** Decoded, NFC, with leading slash: `/tin-tuc/tết/`. */
  path: string
  /** Decoded names between the slashes, none of them empty. */
  segments: string[]
  /** The last segment was followed by a slash (true for `/`). */
  isFolder: boolean
  /** `?…` as it came, or empty. */
  query: string
}

const longestUrl = 2048
const longestSegment = 255
const origin = /^https?:\/\/[^/?#]*/i
const neverInPaths = /[\u0000-\u001f\u007f\\/]/

function decodeSegment(segment: string): string | null {
  let decoded: string
  try {
    decoded = decodeURIComponent(segment).normalize('NFC')
  } catch {
    return null // malformed escapes are the one thing decodeURIComponent throws for
  }
  const isRefused = decoded === '.' || decoded === '..' || neverInPaths.test(decoded)
  return isRefused ? null : decoded
}

/** The parts of a request target (RFC 9112 §3.2, origin or absolute form), or `null`: answer 400. */
export function readRequestPath(target: string): RequestPath | null {
  if (target.length > longestUrl) return null
  const local = target.replace(origin, '') || '/'
  if (!local.startsWith('/')) return null
  const mark = local.indexOf('?')
  const pathname = mark < 0 ? local : local.slice(0, mark)
  const parts = pathname.slice(1).split('/')
  const isFolder = parts.at(-1) === ''
  if (isFolder) parts.pop()
  const segments: string[] = []
  for (const part of parts) {
    const segment = decodeSegment(part)
    if (segment === null || Buffer.byteLength(segment) > longestSegment) return null
    segments.push(segment)
  }
  const path = `/${segments.join('/')}${isFolder && segments.length > 0 ? '/' : ''}`
  return { path, segments, isFolder, query: mark < 0 ? '' : local.slice(mark) }
}
