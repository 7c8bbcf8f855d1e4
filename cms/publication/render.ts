/** One address → its bytes, drawn by the built site from the read model. */
import { transcode } from 'node:buffer'
import type { DrawSite, Portal } from '#published/views.ts'
import { routes } from '#domain/routes.ts'
import { PublicationError } from './errors.ts'

/** A page that never ends must not stop publication. Pages take milliseconds. */
const patience = 30_000

/**
 * @returns the bytes, or `null` when the site says that nothing is public there (404).
 * @throws PublicationError `render-failed` for every other answer, and when the site throws.
 */
export async function render(site: DrawSite, portal: Portal, path: string): Promise<Buffer | null> {
  try {
    const bytes = await withPatience(draw(site, portal, path))
    if (bytes?.length === 0) throw new Error('trang rỗng')
    return bytes
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new PublicationError('render-failed', `${path}: ${reason}`, { cause: error })
  }
}

async function draw(site: DrawSite, portal: Portal, path: string): Promise<Buffer | null> {
  const drawn = await site(new Request(portal.publicUrl + encodeURI(path)), portal)
  if (typeof drawn === 'string') return encoded(drawn)
  const isNotFoundPage = path === routes.notFound
  if (drawn.status === 404 && !isNotFoundPage) return null
  if (drawn.status !== 200 && !isNotFoundPage) throw new Error(`trang trả lời ${drawn.status}`)
  return Buffer.from(await drawn.arrayBuffer())
}

/** Kept: room for a text of unknown length takes as long to make as the text to write. */
const room = Buffer.allocUnsafeSlow(1 << 22)
const bytesOfUnit = 2

/** By way of UTF-16, which is how V8 keeps a text with Vietnamese letters: a third of the time of writing UTF-8 at once. */
function encoded(text: string): Buffer {
  if (text.length * bytesOfUnit > room.length) return Buffer.from(text)
  try {
    return transcode(room.subarray(0, room.write(text, 'utf16le')), 'utf16le', 'utf8')
  } catch {
    // Half a surrogate pair: refused there, U+FFFD here.
    return Buffer.from(text)
  }
}

async function withPatience<T>(answer: Promise<T>): Promise<T> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`chưa xong sau ${patience / 1000} giây`)), patience)
  })
  try {
    return await Promise.race([answer, late])
  } finally {
    clearTimeout(timer)
  }
}
