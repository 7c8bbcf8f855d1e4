/**
 * A fresh tree beside the one readers see: a page that says the same as before shares its files, variants
 * included, instead of being compressed and written again. Files are never changed in place once they are
 * public, so that two releases may share one.
 */
import { linkSync, statSync } from 'node:fs'
import path from 'node:path'
import { makeDirectory } from './atomic-files.ts'
import { encodings, hasVariants } from './compressed.ts'
import { fileOf } from './public-path.ts'
import type { StaticFiles } from './static-files.ts'

/** @param previous is trusted for nothing: every file of it is read and compared before it is shared. */
export const linkedTree = (fresh: StaticFiles, previous: StaticFiles): StaticFiles => ({
  ...fresh,
  write: (route, bytes, compression) =>
    (isAsLong(route, bytes, previous) && previous.holds(route, bytes) && share(route, fresh, previous)) ||
    fresh.write(route, bytes, compression),
})

/** Most pages of another template are not: then nothing of the old one need be read. */
const isAsLong = (route: string, bytes: Uint8Array, { root }: StaticFiles): boolean =>
  statSync(fileOf(root, route), { throwIfNoEntry: false })?.size === bytes.length

function share(route: string, fresh: StaticFiles, previous: StaticFiles): boolean {
  const [from, to] = [fileOf(previous.root, route), fileOf(fresh.root, route)]
  try {
    makeDirectory(fresh.files, path.dirname(to), false)
    for (const ending of ['', ...(hasVariants(to) ? encodings : [])]) linkSync(from + ending, to + ending)
    return true
  } catch {
    // No hard links here, too many of them, or a leftover in the way: written instead.
    return false
  }
}
