/** One address on disk against a fresh rendering and its row in the table of routes. */
import type { Portal } from '#published/views.ts'
import { sha256 } from './atomic-files.ts'
import { hashOf } from './public-files.ts'
import { fileOf } from './public-path.ts'
import type { RouteQueue } from './route-queue.ts'
import { drawPage, isFileRoute, type Workshop } from './settle.ts'

export type Comparable = Pick<Workshop, 'model' | 'tree' | 'site'>
type Row = NonNullable<ReturnType<RouteQueue['find']>>

/** Not there any more, or waiting for its turn: not judged. */
export const isJudged = (row: Row | null): row is Row =>
  row !== null && !(row.stale === 1 && row.failed === null)

/** `expected` is what the page should hold; `null`: it should not be there. */
export type ComparedPage = { expected: Buffer | null; isOnDisk: boolean; isRight: boolean }

/** Variants included. @throws Error when the page cannot be drawn. */
export async function comparePage(
  shop: Comparable,
  portal: Portal,
  path: string,
  row: Row,
): Promise<ComparedPage> {
  const expected = await drawPage(shop, portal, path)
  const hash = expected === null ? null : sha256(expected)
  const isOnDisk =
    expected === null
      ? shop.tree.read(path) === null
      : shop.tree.holds(path, expected, { isBare: row.isBare === 1 })
  return { expected, isOnDisk, isRight: isOnDisk && row.sha256 === hash && row.failed === null }
}

/** The hash of the public file that should stand there and does not; `null` when all is right. */
export function missingFile({ model, tree }: Comparable, path: string): string | null {
  const expected = model.questions.publicFile(path)
  return expected === null || hashOf(tree.files, fileOf(tree.root, path)) === expected ? null : expected
}

/** Whatever is not right is looked at again by who can put it right, so that a doubt costs time and nothing else. */
export async function isRight(shop: Comparable, portal: Portal, path: string): Promise<boolean> {
  const row = shop.model.queue.find(path)
  if (!isJudged(row)) return true
  if (isFileRoute(path)) return missingFile(shop, path) === null
  return comparePage(shop, portal, path, row).then(
    (page) => page.isRight,
    () => false,
  )
}
