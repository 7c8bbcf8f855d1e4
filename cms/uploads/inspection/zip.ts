/** ZIP as Office files use it: read whole within declared sizes, written so that equal parts give equal bytes. */
import { unzipSync, zipSync, type Zippable } from 'fflate'
import { Bomb, limits, Unreadable } from './limits.ts'

/** Parts by name, in the order of the archive. */
export type Parts = Map<string, Uint8Array>

/**
 * fflate inflates into a buffer of the declared size and no further, so the sizes are judged before anything grows.
 * @throws Bomb, Unreadable
 */
export function readZip(bytes: Uint8Array): Parts {
  const names = new Set<string>()
  let total = 0
  try {
    const parts = unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        total += originalSize
        if (originalSize > limits.zipEntryBytes || total > limits.zipBytes || names.size >= limits.zipEntries)
          throw new Bomb('ZIP')
        // Readers differ in which of two they open: what was looked at would not be what is seen.
        if (names.has(name.toLowerCase())) throw new Unreadable('tệp có hai phần trùng tên')
        names.add(name.toLowerCase())
        return !name.endsWith('/')
      },
    })
    return new Map(Object.entries(parts))
  } catch (error) {
    if (error instanceof Bomb || error instanceof Unreadable) throw error
    throw new Unreadable('tệp nén bị hỏng hoặc có mật khẩu', { cause: error })
  }
}

const compressedAlready = /\.(?:png|jpe?g|gif|emf\.gz|mp4|m4v|mp3)$/i

export function writeZip(parts: Parts): Uint8Array {
  const entries: Zippable = {}
  for (const [name, bytes] of parts) {
    // An OpenDocument begins with its kind, uncompressed.
    const level = name === 'mimetype' || compressedAlready.test(name) ? 0 : 6
    entries[name] = [bytes, { level }]
  }
  return zipSync(entries, { mtime: new Date(1980, 0, 1) })
}
