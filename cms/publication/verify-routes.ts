/** The table of routes against what the rows of the read model ask for. */
import type { ReadModel } from './apply.ts'
import { allPages, allRoutes } from './public-routes.ts'
import type { Finding } from './finding.ts'

/** Pages of the table that no row asks for: a repair would remove them. */
export function countUnwanted({ db }: ReadModel): number {
  const expected = allPages(db)
  const rows = db
    .prepare("SELECT path FROM routes WHERE stale = 0 AND sha256 IS NOT NULL AND path NOT LIKE '/tep/%'")
    .iterate()
  let unwanted = 0
  for (const { path } of rows as Iterable<{ path: string }>) if (!expected.has(path)) unwanted += 1
  return unwanted
}

/** @returns all routes that must stand, and whether a row could not be put right: its key is damaged. */
export async function verifyRoutes(
  model: ReadModel,
  found: Finding,
): Promise<{ routes: string[]; isStubborn: boolean }> {
  let isStubborn = false
  const expected = new Set(allRoutes(model.db))
  const rows = model.db.prepare('SELECT path, stale, priority FROM routes').all()
  const known = new Map(
    (rows as { path: string; stale: number; priority: number }[]).map((row) => [row.path, row]),
  )

  for (const path of expected) {
    if (!known.has(path))
      await found(`${path}: thiếu trong bảng địa chỉ`, () => model.queue.markStale(path, 1))
  }
  for (const { path, stale, priority } of known.values()) {
    const isLeaving = stale === 1 && priority === 0
    if (expected.has(path) ? !isLeaving : isLeaving) continue
    const isWrongRemoval = expected.has(path)
    await found(
      isWrongRemoval
        ? `${path}: sắp bị gỡ mà đúng ra phải có`
        : `${path}: có trong bảng địa chỉ mà không mục nào cần đến`,
      () => {
        isStubborn ||= model.queue.find(path) === null
        if (isWrongRemoval) model.queue.markStale(path, 1)
        else model.queue.markRemoval(path)
      },
    )
  }
  return { routes: [...expected], isStubborn }
}
