/**
 * The public tree: one file per address, with its compressed variants. Equal bytes are not written again.
 *
 * While a page changes a reader meets, in this order: the old page with old variants, the old page, the new
 * page, the new page with new variants. Never a variant older than its page.
 */
import path from 'node:path'
import {
  fileFunctions,
  makeDirectory,
  pruneDirectories,
  readIfThere,
  removeIfThere,
  syncAgain,
  syncEntries,
  writeNew,
  writeTemp,
  type FileFunctions,
} from './atomic-files.ts'
import { compress, encodings, hasVariants, isVariantOf, type Compression } from './compressed.ts'
import { crashAt } from '#cms/crash-points.ts'
import { fileOf } from './public-path.ts'

export type StaticFiles = {
  root: string
  files: FileFunctions
  /** False while the tree is not public: its files are synced as a whole before the switch. */
  isDurable: boolean
  /**
   * @param hash of the bytes, where it is known.
   * @throws on any file error; the old bytes then stay.
   */
  write(route: string, bytes: Uint8Array, compression: Compression, hash?: string): Written
  /** Makes the variants of a file that stands with these bytes. */
  addVariants(route: string, bytes: Uint8Array, brotliQuality: number): void
  /** @returns whether there was something. */
  remove(route: string): boolean
  read(route: string): Buffer | null
  /** True when the file and every variant hold exactly these bytes; of a bare one variants may be missing. */
  holds(route: string, bytes: Uint8Array, options?: { isBare?: boolean }): boolean
}

/** `unchanged`: the bytes stood there already, with all variants. `bare`: written, its variants are still to be made. */
export type Written = 'unchanged' | 'written' | 'bare'

type NewFile = { file: string; bytes: Uint8Array }

/** @param isDurable false only for a tree that is not public yet and is synced as a whole before the switch. */
export function openStaticFiles(
  root: string,
  { files = fileFunctions, isDurable = true }: { files?: FileFunctions; isDurable?: boolean } = {},
): StaticFiles {
  const variantsOf = (target: string) =>
    hasVariants(target) ? encodings.map((encoding) => ({ encoding, file: target + encoding })) : []

  function holds(route: string, bytes: Uint8Array, { isBare = false }: { isBare?: boolean } = {}): boolean {
    const target = fileOf(root, route)
    if (!readIfThere(target)?.equals(bytes)) return false
    return variantsOf(target).every(({ encoding, file }) => {
      const variant = readIfThere(file)
      return variant === null ? isBare : isVariantOf(bytes, variant, encoding)
    })
  }

  function write(route: string, bytes: Uint8Array, compression: Compression): Written {
    const target = fileOf(root, route)
    if (!isDurable) return writeFresh(target, bytes, compression)
    if (holds(route, bytes)) {
      syncAgain(files, target)
      return 'unchanged'
    }
    makeDirectory(files, path.dirname(target))
    putInPlace(target, [{ file: target, bytes }, ...compressed(target, bytes, compression)])
    return asWritten(target, compression)
  }

  const asWritten = (target: string, compression: Compression): Written =>
    compression === 'later' && hasVariants(target) ? 'bare' : 'written'

  function addVariants(route: string, bytes: Uint8Array, brotliQuality: number): void {
    const target = fileOf(root, route)
    putInPlace(target, compressed(target, bytes, brotliQuality))
  }

  function* compressed(target: string, bytes: Uint8Array, compression: Compression): Iterable<NewFile> {
    if (compression === 'later') return
    for (const { encoding, file } of variantsOf(target))
      yield { file, bytes: compress(bytes, encoding, compression) }
  }

  function putInPlace(target: string, wanted: Iterable<NewFile>): void {
    const temps: { temp: string; file: string }[] = []
    try {
      for (const { file, bytes } of wanted) temps.push({ temp: writeTemp(files, file, bytes), file })
      crashAt('write-after-temp')
      for (const { file } of variantsOf(target)) removeIfThere(files, file)
      for (const { temp, file } of temps) {
        files.renameSync(temp, file)
        crashAt('write-after-rename')
      }
    } catch (error) {
      for (const { temp } of temps) removeIfThere(files, temp)
      throw error
    }
    syncEntries(files, target)
    crashAt('write-after-directory-sync')
  }

  /** Nobody reads the tree yet, so there is nothing to be careful about but the bytes themselves. */
  function writeFresh(target: string, bytes: Uint8Array, compression: Compression): Written {
    makeDirectory(files, path.dirname(target), false)
    writeNew(files, target, bytes)
    for (const variant of compressed(target, bytes, compression)) writeNew(files, variant.file, variant.bytes)
    return asWritten(target, compression)
  }

  function remove(route: string): boolean {
    const target = fileOf(root, route)
    const wasThere = [target, ...encodings.map((encoding) => target + encoding)].map((file) =>
      removeIfThere(files, file),
    )
    pruneDirectories(files, path.dirname(target), root)
    return wasThere.some(Boolean)
  }

  return {
    ...{ root, files, isDurable, write, addVariants, remove, holds },
    read: (route) => readIfThere(fileOf(root, route)),
  }
}
