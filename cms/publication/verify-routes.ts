/** The table of routes against what the rows of the read model ask for. */
import type { ReadModel } from './apply.ts'
import { allRoutes } from './public-routes.ts'
import type { Finding } from './finding.ts'

/** @returns all routes that must stand. */
export async function verifyRoutes(model: ReadModel, found: Finding): Promise<string[]> {
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
      () => (isWrongRemoval ? model.queue.markStale(path, 1) : model.queue.markRemoval(path)),
    )
  }
  return [...expected]
}
