/**
 * The compressed variants that a large rebuild left out, so that readers had the new tree sooner: made when
 * nothing else waits. Until then a web server sends the plain file.
 */
import { setImmediate as pause } from 'node:timers/promises'
import { transaction } from '#published/write.ts'
import { sha256 } from './atomic-files.ts'
import { quality } from './compressed.ts'
import type { OpenRelease } from './open-release.ts'

/** @param isAwaited asked between two files, so that a publication waits for one at most. */
export async function fillVariants(
  { model, tree }: OpenRelease,
  limit: number,
  isAwaited: () => boolean,
): Promise<void> {
  const done: string[] = []
  for (const { path, sha256: expected } of model.queue.bare(limit)) {
    await pause()
    if (isAwaited()) break
    const bytes = tree.read(path)
    // A file that is missing or was changed is for verify to put right, variants included.
    if (bytes && sha256(bytes) === expected) tree.addVariants(path, bytes, quality.publishing)
    done.push(path)
  }
  transaction(model.db, () => done.forEach(model.queue.markDressed))
}
