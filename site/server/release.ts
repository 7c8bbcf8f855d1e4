import { realpath } from 'node:fs/promises'
import path from 'node:path'

/** One release of the public data: a folder that never changes its meaning, only its files. */
export type Release = { id: string; www: string; readModel: string }

/**
 * The release that is public at this moment. `DATA_DIR/www` leads through `current`, which may be switched
 * between any two requests, so nothing of the answer may be kept. `null` when there is none yet.
 */
export async function currentRelease(dataDir: string): Promise<Release | null> {
  try {
    const www = await realpath(path.join(dataDir, 'www'))
    const folder = path.dirname(www)
    return { id: path.basename(folder), www, readModel: path.join(folder, 'published.sqlite') }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    if (code === 'ENOENT' || code === 'ENOTDIR') return null
    throw error
  }
}
