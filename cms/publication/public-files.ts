/**
 * Files of editions on their way to the public: from `MEDIA_DIR/editions/{sha256}` to `www/tep/…`, checked
 * while they are copied. A damaged original never becomes public.
 */
import { createHash, randomBytes } from 'node:crypto'
import nodeFs from 'node:fs'
import path from 'node:path'
import {
  isMissing,
  makeDirectory,
  removeIfThere,
  syncAgain,
  syncEntries,
  tempOf,
  type FileFunctions,
} from './atomic-files.ts'
import { crashAt } from '#cms/crash-points.ts'
import { PublicationError } from './errors.ts'

const blockSize = 1 << 20

export const editionFile = (mediaDir: string, sha256: string): string =>
  path.join(mediaDir, 'editions', sha256)

/**
 * Makes `target` hold the bytes of `sha256`. @returns whether anything had to be written.
 * @throws PublicationError `lost-file` when the stored bytes are missing or are not what the edition names.
 */
export function publishFile(
  files: FileFunctions,
  source: string,
  target: string,
  sha256: string,
  isDurable = true,
): boolean {
  if (hashOf(files, target) === sha256) {
    if (isDurable) syncAgain(files, target)
    return false
  }
  makeDirectory(files, path.dirname(target), isDurable)
  const temp = tempOf(target)
  try {
    const found = copyHashed(files, source, temp, isDurable)
    if (found !== sha256) {
      throw new PublicationError(
        'lost-file',
        `Tệp gốc ${source} đã hỏng (${found.slice(0, 16)}). Hãy khôi phục nó từ bản sao lưu.`,
      )
    }
    crashAt('write-after-temp')
    files.renameSync(temp, target)
    crashAt('write-after-rename')
  } catch (error) {
    removeIfThere(files, temp)
    if (!isMissing(error)) throw error
    throw new PublicationError(
      'lost-file',
      `Không thấy tệp gốc ${source}. Hãy khôi phục nó từ bản sao lưu.`,
      { cause: error },
    )
  }
  if (isDurable) syncEntries(files, target)
  crashAt('write-after-directory-sync')
  return true
}

/** Gives a new release the file that an older one already has, without a second copy on disk. */
export function linkFile(files: FileFunctions, existing: string, target: string, sha256: string): boolean {
  if (hashOf(files, existing) !== sha256) return false
  makeDirectory(files, path.dirname(target), false)
  const temp = `${tempOf(target)}-${randomBytes(4).toString('hex')}`
  try {
    files.linkSync(existing, temp)
    files.renameSync(temp, target)
    return true
  } catch {
    // A file system without hard links, or too many of them: the caller copies instead.
    removeIfThere(files, temp)
    return false
  }
}

/** SHA-256 of a file read in blocks; `null` when there is none. */
export function hashOf(files: FileFunctions, file: string): string | null {
  try {
    if (!nodeFs.statSync(file).isFile()) return null
    return readHashed(files, file, () => {})
  } catch (error) {
    if (isMissing(error)) return null
    throw error
  }
}

function copyHashed(files: FileFunctions, source: string, temp: string, isDurable: boolean): string {
  const output = files.openSync(temp, 'w', 0o644)
  try {
    const hash = readHashed(files, source, (block) => {
      let written = 0
      while (written < block.length) written += files.writeSync(output, block, written)
    })
    if (isDurable) files.fsyncSync(output)
    return hash
  } finally {
    files.closeSync(output)
  }
}

function readHashed(files: FileFunctions, file: string, take: (block: Buffer) => void): string {
  const hash = createHash('sha256')
  const buffer = Buffer.allocUnsafe(blockSize)
  const input = files.openSync(file, 'r')
  try {
    for (let size; (size = files.readSync(input, buffer, 0, blockSize, null)) > 0;) {
      const block = buffer.subarray(0, size)
      hash.update(block)
      take(block)
    }
  } finally {
    files.closeSync(input)
  }
  return hash.digest('hex')
}
