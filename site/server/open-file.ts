/**
 * Opens a public file in the form the reader accepts. Whatever is sent comes from descriptors opened here,
 * so a file replaced meanwhile gives its old or its new bytes, never a mixture.
 */
import type { Stats } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'

export type Encoding = 'br' | 'gzip'
export type OpenFile = { handle: FileHandle; stat: Stats }
export type PublicFile = {
  /** Path of the plain file: its extension decides the type. */
  name: string
  plain: OpenFile
  compressed: (OpenFile & { encoding: Encoding }) | null
}

const extensions: Record<Encoding, string> = { br: '.br', gzip: '.gz' }
const absent = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ELOOP'])

/** An open regular file, the word `folder`, or `null` when there is nothing. */
export async function openRegular(file: string): Promise<OpenFile | 'folder' | null> {
  let handle: FileHandle
  try {
    handle = await open(file, 'r')
  } catch (error) {
    if (absent.has((error as NodeJS.ErrnoException).code ?? '')) return null
    throw error
  }
  try {
    const stat = await handle.stat()
    if (stat.isFile()) return { handle, stat }
    await handle.close()
    return stat.isDirectory() ? 'folder' : null
  } catch (error) {
    await handle.close()
    throw error
  }
}

async function openCompressed(
  file: string,
  encodings: readonly Encoding[],
): Promise<PublicFile['compressed']> {
  for (const encoding of encodings) {
    const found = await openRegular(file + extensions[encoding])
    if (found && found !== 'folder') return { ...found, encoding }
  }
  return null
}

/** Both are kept to the millisecond: some copying tools and file systems keep no more. */
const isAsNew = (sibling: OpenFile, plain: OpenFile): boolean =>
  Math.trunc(sibling.stat.mtimeMs) >= Math.trunc(plain.stat.mtimeMs)

/**
 * Opens `file` and the first of its compressed siblings that the reader prefers. The sibling is opened first
 * and dropped when it is older than the plain file: then the plain file was just replaced, or a crash left
 * the sibling behind. A sibling without its plain file is nothing.
 */
export async function openPublicFile(
  file: string,
  encodings: readonly Encoding[],
): Promise<PublicFile | 'folder' | null> {
  const compressed = await openCompressed(file, encodings)
  const plain = await openRegular(file).catch(async (error: unknown) => {
    await compressed?.handle.close()
    throw error
  })
  if (plain && plain !== 'folder') {
    if (!compressed || isAsNew(compressed, plain)) return { name: file, plain, compressed }
    await compressed.handle.close()
    return { name: file, plain, compressed: null }
  }
  await compressed?.handle.close()
  return plain
}

/** Closing twice is harmless. */
export async function closePublicFile(file: PublicFile): Promise<void> {
  await Promise.all([file.plain.handle.close(), file.compressed?.handle.close()])
}
