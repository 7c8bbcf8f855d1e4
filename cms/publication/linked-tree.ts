/**
 * A fresh tree beside the one readers see: a page that says the same as before shares its files, variants
 * included, instead of being compressed and written again. Files are never changed in place once they are
 * public, so that two releases may share one.
 */
import { linkSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import path from 'node:path'
import { makeDirectory } from './atomic-files.ts'
import { encodings, hasVariants } from './compressed.ts'
import { fileOf } from './public-path.ts'
import type { Release } from './releases.ts'
import { openStaticFiles, type StaticFiles } from './static-files.ts'

/** @param release is trusted for nothing: every file of it is read and compared before it is shared. */
export function linkedTree(fresh: StaticFiles, release: Release): StaticFiles {
  const previous = openStaticFiles(release.www)
  const hashOf = notedHashes(release)
  return {
    ...fresh,
    write(route, bytes, compression, hash) {
      // Most pages of another template are not the same: then no file of the old one is even looked for.
      const mayShare = hash !== undefined && hash === hashOf(route)
      return mayShare && previous.holds(route, bytes) && share(route, fresh, previous)
        ? 'written'
        : fresh.write(route, bytes, compression, hash)
    },
  }
}

const readAhead = 64
const afterAll = '\uffff'

/**
 * What a release says of its files; nothing where its read model cannot be read. Read ahead in the order in which routes
 * are made, each time in a transaction of its own: one that lasts would keep words of removed items in its log.
 */
function notedHashes({ database }: Release): (route: string) => string | null {
  // Of any version: they all note their files like this.
  const following = ifReadable(() =>
    new DatabaseSync(database, { readOnly: true, timeout: 5000 }).prepare(
      'SELECT path, sha256 FROM routes WHERE path >= ? ORDER BY path LIMIT ?',
    ),
  )
  let known = new Map<string, string | null>()
  let [first, last] = ['', '']
  return (route) => {
    // Between the two, what is not known is not there.
    if (route < first || route > last) {
      const rows = (ifReadable(() => following?.all(route, readAhead)) ?? []) as Noted[]
      known = new Map(rows.map(({ path: noted, sha256 }) => [noted, sha256]))
      first = route
      last = (rows.length === readAhead ? rows.at(-1)?.path : null) ?? afterAll
    }
    return known.get(route) ?? null
  }
}

type Noted = { path: string; sha256: string | null }

/** A release that is damaged is rebuilt by this same way. */
function ifReadable<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

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
