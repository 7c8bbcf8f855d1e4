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
  syncDirectory,
  writeNew,
  writeTemp,
  type FileFunctions,
} from './atomic-files.ts'
import { compress, encodings, hasVariants, isVariantOf } from './compressed.ts'
import { crashAt } from '#cms/crash-points.ts'
import { fileOf } from './public-path.ts'

export type StaticFiles = {
  root: string
  files: FileFunctions
  /** False while the tree is not public: its files are synced as a whole before the switch. */
  isDurable: boolean
  /** @returns whether bytes had to be written. @throws on any file error; the old bytes then stay. */
  write(route: string, bytes: Uint8Array, brotliQuality: number): boolean
  /** @returns whether there was something. */
  remove(route: string): boolean
  read(route: string): Buffer | null
  /** True when the file and every variant hold exactly these bytes. */
  holds(route: string, bytes: Uint8Array): boolean
}

/** @param isDurable false only for a tree that is not public yet and is synced as a whole before the switch. */
export function openStaticFiles(
  root: string,
  { files = fileFunctions, isDurable = true }: { files?: FileFunctions; isDurable?: boolean } = {},
): StaticFiles {
  function holds(route: string, bytes: Uint8Array): boolean {
    const target = fileOf(root, route)
    if (!readIfThere(target)?.equals(bytes)) return false
    if (!hasVariants(target)) return true
    return encodings.every((encoding) => {
      const variant = readIfThere(target + encoding)
      return variant !== null && isVariantOf(bytes, variant, encoding)
    })
  }

  function write(route: string, bytes: Uint8Array, brotliQuality: number): boolean {
    if (!isDurable) return writeFresh(route, bytes, brotliQuality)
    if (holds(route, bytes)) return false
    const target = fileOf(root, route)
    const variants = hasVariants(target) ? encodings.map((encoding) => target + encoding) : []
    makeDirectory(files, path.dirname(target))

    const temps: { temp: string; target: string }[] = []
    try {
      temps.push({ temp: writeTemp(files, target, bytes), target })
      for (const encoding of variants.length ? encodings : []) {
        const variant = target + encoding
        temps.push({
          temp: writeTemp(files, variant, compress(bytes, encoding, brotliQuality)),
          target: variant,
        })
      }
      crashAt('write-after-temp')
      for (const variant of variants) removeIfThere(files, variant)
      for (const { temp, target: final } of temps) {
        files.renameSync(temp, final)
        crashAt('write-after-rename')
      }
    } catch (error) {
      for (const { temp } of temps) removeIfThere(files, temp)
      throw error
    }
    syncDirectory(files, path.dirname(target))
    crashAt('write-after-directory-sync')
    return true
  }

  /** Nobody reads the tree yet, so there is nothing to be careful about but the bytes themselves. */
  function writeFresh(route: string, bytes: Uint8Array, brotliQuality: number): true {
    const target = fileOf(root, route)
    makeDirectory(files, path.dirname(target), false)
    writeNew(files, target, bytes)
    for (const encoding of hasVariants(target) ? encodings : [])
      writeNew(files, target + encoding, compress(bytes, encoding, brotliQuality))
    return true
  }

  function remove(route: string): boolean {
    const target = fileOf(root, route)
    const wasThere = [target, ...encodings.map((encoding) => target + encoding)].map((file) =>
      removeIfThere(files, file),
    )
    pruneDirectories(files, path.dirname(target), root)
    return wasThere.some(Boolean)
  }

  return { root, files, isDurable, write, remove, holds, read: (route) => readIfThere(fileOf(root, route)) }
}
