/**
 * A release set in the read model: all its items in one SQLite transaction, which is committed only after every
 * page of theirs was drawn with all of them in it. If one cannot be drawn, nothing of the set changes: readers
 * keep what they have, and no list or cross-link names a member that is not there (decisions/021).
 */
import type { Affected } from './affected-routes.ts'
import { applyInside } from './apply.ts'
import { crashAt } from '#cms/crash-points.ts'
import { messageOf, PublicationError } from './errors.ts'
import type { OpenRelease } from './open-release.ts'
import type { PublishRequest } from './protocol.ts'
import { drawPage, isFileRoute } from './settle.ts'

/** More than a set can touch by itself. */
const routesAtMost = 2000

/** @throws PublicationError: nothing was changed. Call when nothing urgent waits. */
export async function applySet(release: OpenRelease, requests: PublishRequest[]): Promise<Affected[]> {
  const { db } = release.model
  db.exec('BEGIN IMMEDIATE')
  try {
    const affected = requests.map((request) => applyInside(release.model, request))
    await drawOwnPages(release)
    db.exec('COMMIT')
    crashAt('apply-after')
    return affected
  } catch (error) {
    if (db.isTransaction) db.exec('ROLLBACK')
    throw error
  }
}

/** Lists that fail keep their last good bytes and hold nobody up, as ever. @throws PublicationError `own-routes-failed`. */
async function drawOwnPages(release: OpenRelease): Promise<void> {
  const failed: string[] = []
  for (const { path, priority } of release.model.queue.urgent(routesAtMost)) {
    if (priority !== 1 || isFileRoute(path)) continue
    try {
      await drawPage(release, release.portal, path)
    } catch (error) {
      const reason = error instanceof PublicationError ? messageOf(error) : `${path}: ${messageOf(error)}`
      release.alarm(path, reason)
      failed.push(reason)
    }
  }
  if (failed.length > 0)
    throw new PublicationError('own-routes-failed', `cả bộ chưa đăng được vì: ${failed.join('; ')}`)
}
