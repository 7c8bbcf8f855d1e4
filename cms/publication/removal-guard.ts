/**
 * A repair that takes away much of the portal is more often a lost database than a wish. It stops and asks
 * when more than a fifth of the pages, and more than twenty, would go.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { ReadModel } from './apply.ts'
import { askRelease } from './ask-release.ts'
import { PublicationError } from './errors.ts'
import type { Release } from './releases.ts'

const share = 0.2
const alwaysAllowed = 20

export type Removals = { pages: number; removals: number }

/** Pages that readers have; public files go and come with them. */
const standing = "sha256 IS NOT NULL AND path NOT LIKE '/tep/%'"

/** @throws PublicationError `too-many-removals` with the counts. */
export function refuseManyRemovals({ pages, removals }: Removals, command: 'verify' | 'rebuild'): void {
  if (removals <= alwaysAllowed || removals <= pages * share) return
  throw new PublicationError(
    'too-many-removals',
    `Việc này sẽ gỡ ${removals} trong ${pages} trang đang công khai nên đã dừng, chưa gỡ trang nào. ` +
      `Hãy xem cơ sở dữ liệu có đủ không; nếu đúng là cần gỡ, chạy: npm run portal -- ${command} --yes`,
    { counts: { pages, removals } },
  )
}

export const countPages = ({ db }: ReadModel): number =>
  (db.prepare(`SELECT count(*) AS pages FROM routes WHERE ${standing}`).get() as { pages: number }).pages

/** Pages of the release readers see that the fresh one does not have. */
export const countLost = (previous: Release, fresh: ReadModel): Removals =>
  // A damaged or foreign read model tells nothing about what stood: the rebuild is what mends it.
  askRelease(previous, (db) => lostFrom(db, fresh), { pages: 0, removals: 0 })

function lostFrom(db: DatabaseSync, fresh: ReadModel): Removals {
  const counts = { pages: 0, removals: 0 }
  const rows = db.prepare(`SELECT path FROM routes WHERE ${standing}`).iterate()
  for (const { path } of rows as Iterable<{ path: string }>) {
    counts.pages += 1
    if (!fresh.queue.find(path)) counts.removals += 1
  }
  return counts
}
