import { createHash } from 'node:crypto'
import type { Stats } from 'node:fs'
import type { FileHandle } from 'node:fs/promises'

type OpenFile = { handle: FileHandle; stat: Stats }

const mostRemembered = 20_000
const largestHashed = 4 * 1024 * 1024

async function contentDigest(handle: FileHandle, size: number): Promise<string> {
  const bytes = Buffer.allocUnsafe(size)
  const { bytesRead } = await handle.read(bytes, 0, size, 0)
  return createHash('sha256').update(bytes.subarray(0, bytesRead)).digest('base64url').slice(0, 22)
}

/**
 * Names the content of open files: the same bytes get the same name after a rebuild or on another host, so
 * that readers' copies stay valid. Digests are remembered per inode, modification and size, the least
 * recently used forgotten first; a large file is named by size and time instead of being read whole.
 */
export function createContentNames(): (file: OpenFile) => Promise<string> {
  const remembered = new Map<string, string>()
  return async ({ handle, stat }) => {
    if (stat.size > largestHashed) return `${stat.size.toString(36)}-${Math.trunc(stat.mtimeMs).toString(36)}`
    const key = `${stat.dev}:${stat.ino}:${stat.ctimeMs}:${stat.mtimeMs}:${stat.size}`
    const name = remembered.get(key) ?? (await contentDigest(handle, stat.size))
    remembered.delete(key)
    remembered.set(key, name)
    const oldest = remembered.keys().next()
    if (remembered.size > mostRemembered && !oldest.done) remembered.delete(oldest.value)
    return name
  }
}

/**
 * The entity tag of one variant of a file. A compressed variant gets a weak tag made from the *plain* bytes:
 * compressing again with another quality is not a change, and a weak tag never joins ranges of two streams.
 */
export const entityTag = (contentName: string, encoding: string | null): string =>
  encoding ? `W/"${contentName}-${encoding}"` : `"${contentName}"`
