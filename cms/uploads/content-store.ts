/**
 * Files by the SHA-256 of their bytes, below `MEDIA_DIR/editions/`: written once, never changed, so an
 * upload that is replaced later changes nothing that was approved. Writing the same bytes twice is harmless.
 */
import { createHash, randomUUID } from 'node:crypto'
import { access, mkdir, open, rename, unlink } from 'node:fs/promises'
import path from 'node:path'

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

export const storedPath = (mediaDir: string, sha256: string): string =>
  path.join(mediaDir, 'editions', sha256)

/** Stores bytes durably (file and folder are synced before it returns) and answers their SHA-256 in hex. */
export async function storeBytes(mediaDir: string, bytes: Uint8Array): Promise<string> {
  const sha256 = sha256Of(bytes)
  const target = storedPath(mediaDir, sha256)
  if (await exists(target)) return sha256
  const folder = path.dirname(target)
  await mkdir(folder, { recursive: true })
  const temporary = path.join(folder, `.${sha256.slice(0, 16)}-${randomUUID()}.tmp`)
  try {
    const file = await open(temporary, 'wx', 0o640)
    try {
      await file.writeFile(bytes)
      await file.sync()
    } finally {
      await file.close()
    }
    await rename(temporary, target)
  } catch (error) {
    // The temporary file may not exist yet; what matters to the caller is the first error.
    await unlink(temporary).catch(() => undefined)
    throw error
  }
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
  return sha256
}

const exists = (file: string): Promise<boolean> =>
  access(file).then(
    () => true,
    () => false,
  )
