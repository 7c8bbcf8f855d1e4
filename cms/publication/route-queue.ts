/** The `routes` table: what the tree holds and what of it must be rendered again, in order of urgency. */
import type { DatabaseSync } from 'node:sqlite'
import { frontPages } from '#published/fixed-pages.ts'
import type { Priority } from './affected-route.ts'
import type { Affected } from './affected-routes.ts'

export type StaleRoute = { path: string; priority: Priority; sha256: string | null }
export type Settled =
  | { path: string; outcome: 'written' | 'unchanged' | 'absent'; sha256: string | null; isBare?: boolean }
  | { path: string; outcome: 'removed' }
  | { path: string; outcome: 'failed'; error: string }

/** Attachments before the pages that link to them. */
const order = "ORDER BY priority, substr(path, 1, 5) <> '/tep/', path LIMIT ?"

export function openRouteQueue(db: DatabaseSync) {
  const stale = db.prepare(
    `INSERT INTO routes (path, priority) VALUES (?, ?)
     ON CONFLICT (path) DO UPDATE SET stale = 1, failed = NULL,
       priority = CASE WHEN stale = 1 AND priority > 0 THEN min(priority, excluded.priority) ELSE excluded.priority END`,
  )
  const removal = db.prepare('UPDATE routes SET stale = 1, failed = NULL, priority = 0 WHERE path = ?')
  const pages = db.prepare(
    "UPDATE routes SET stale = 1, priority = 3 WHERE stale = 0 AND (path LIKE '%/' OR path LIKE '%.html') AND path NOT LIKE '/tep/%'",
  )
  const front = db.prepare(
    'UPDATE routes SET stale = 1, failed = NULL, priority = 2 WHERE path = ? AND (stale = 0 OR priority > 2)',
  )
  const urgent = db.prepare(
    `SELECT path, priority, sha256 FROM routes WHERE stale = 1 AND priority <= 2 AND failed IS NULL ${order}`,
  )
  const waiting = db.prepare(
    `SELECT path, priority, sha256 FROM routes WHERE stale = 1 AND failed IS NULL ${order}`,
  )
  const failing = db.prepare(
    `SELECT path, priority, sha256 FROM routes WHERE stale = 1 AND failed IS NOT NULL ${order}`,
  )
  const count = db.prepare(
    `SELECT (SELECT count(*) FROM routes WHERE stale = 1 AND failed IS NULL) AS left,
       (SELECT count(*) FROM routes WHERE stale = 1 AND failed IS NOT NULL) AS failed,
       (SELECT count(*) FROM routes WHERE is_bare = 1) AS bare`,
  )
  const done = db.prepare(
    'UPDATE routes SET stale = 0, failed = NULL, sha256 = ?, is_bare = ? WHERE path = ?',
  )
  const bare = db.prepare(
    'SELECT path, sha256 FROM routes WHERE is_bare = 1 AND stale = 0 ORDER BY path LIMIT ?',
  )
  const dressed = db.prepare('UPDATE routes SET is_bare = 0 WHERE path = ?')
  const gone = db.prepare('DELETE FROM routes WHERE path = ?')
  const fail = db.prepare('UPDATE routes SET stale = 1, failed = ? WHERE path = ?')
  const one = db.prepare(
    'SELECT path, priority, sha256, stale, failed, is_bare AS isBare FROM routes WHERE path = ?',
  )

  return {
    /** Inside the transaction that changes the rows. A file that stands with the right bytes is left alone. */
    mark({ routes, isEveryPage }: Affected, fileHash: (path: string) => string | null): void {
      if (isEveryPage) markEveryPage()
      for (const { path, priority } of routes) {
        if (priority === 0) removal.run(path)
        else if (!isSettledFile(path, fileHash)) stale.run(path, priority)
      }
    },
    markStale: (path: string, priority: Priority): void => void stale.run(path, priority),
    markEveryPage,
    markRemoval: (path: string): void => void removal.run(path),
    /** What belongs to publications, leftovers of a crash included. */
    urgent: (limit: number): StaleRoute[] => urgent.all(limit) as StaleRoute[],
    waiting: (limit: number): StaleRoute[] => waiting.all(limit) as StaleRoute[],
    failing: (limit: number): StaleRoute[] => failing.all(limit) as StaleRoute[],
    /** Files whose variants are still to be made. */
    bare: (limit: number) => bare.all(limit) as { path: string; sha256: string }[],
    markDressed: (path: string): void => void dressed.run(path),
    /** `left`: routes that wait, and files whose variants do. */
    count(): { left: number; failed: number } {
      const { left, failed, bare: waiting } = count.get() as { left: number; failed: number; bare: number }
      return { left: left + waiting, failed }
    },
    find: (path: string) =>
      (one.get(path) as
        (StaleRoute & { stale: number; failed: string | null; isBare: number }) | undefined) ?? null,
    settle(result: Settled): void {
      if (result.outcome === 'removed') gone.run(result.path)
      else if (result.outcome === 'failed') fail.run(result.error, result.path)
      else done.run(result.sha256, result.isBare ? 1 : 0, result.path)
    },
  }

  /**
   * Every page, but neither feeds nor files, at knock-on priority; home and the section fronts at once.
   * @returns how many.
   */
  function markEveryPage(): number {
    const marked = Number(pages.run().changes)
    for (const path of frontPages) front.run(path)
    return marked
  }

  function isSettledFile(path: string, fileHash: (path: string) => string | null): boolean {
    if (!path.startsWith('/tep/')) return false
    const row = one.get(path) as { sha256: string | null; stale: number } | undefined
    return row?.stale === 0 && row.sha256 !== null && row.sha256 === fileHash(path)
  }
}

export type RouteQueue = ReturnType<typeof openRouteQueue>
