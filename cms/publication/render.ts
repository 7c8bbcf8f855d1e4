/** One address → its bytes, drawn by the built site from the read model. */
import type { Portal, RenderSite } from '#published/views.ts'
import { routes } from '#domain/routes.ts'
import { PublicationError } from './errors.ts'

/** A page that never ends must not stop publication. Pages take milliseconds. */
const patience = 30_000

/**
 * @returns the bytes, or `null` when the site says that nothing is public there (404).
 * @throws PublicationError `render-failed` for every other answer, and when the site throws.
 */
export async function render(site: RenderSite, portal: Portal, path: string): Promise<Buffer | null> {
  try {
    const response = await withPatience(site(new Request(portal.publicUrl + encodeURI(path)), portal))
    const isNotFoundPage = path === routes.notFound
    if (response.status === 404 && !isNotFoundPage) return null
    if (response.status !== 200 && !isNotFoundPage) throw new Error(`trang trả lời ${response.status}`)
    const bytes = Buffer.from(await withPatience(response.arrayBuffer()))
    if (bytes.length === 0) throw new Error('trang rỗng')
    return bytes
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw new PublicationError('render-failed', `${path}: ${reason}`, { cause: error })
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
