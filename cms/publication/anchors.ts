/**
 * The audit's daily anchors in the read model: what is shown at `/du-lieu-mo/nhat-ky/` and is no item. The CMS
 * tells all of them; only the pages of years that differ are drawn again.
 */
import { yearsOfAnchors, type Anchor } from '#domain/anchors.ts'
import { routes } from '#domain/routes.ts'
import { readAnchors } from '#published/read-anchors.ts'
import { transaction } from '#published/write.ts'
import type { ReadModel } from './apply.ts'
import { askRelease } from './ask-release.ts'
import type { Release } from './releases.ts'

/** Puts the rows of the anchors, nothing else. */
export function putAnchors({ db }: Pick<ReadModel, 'db'>, anchors: readonly Anchor[]): void {
  db.exec('DELETE FROM anchors')
  const put = db.prepare('INSERT INTO anchors (day, number, seal, events, editions) VALUES (?, ?, ?, ?, ?)')
  for (const { day, number, seal, events, editions } of anchors) put.run(day, number, seal, events, editions)
}

/** The anchors that another release has; none when it cannot be read. */
export const keptAnchors = (release: Release | null): Anchor[] => askRelease(release, readAnchors, [])

/** @returns how many routes became stale; 0 when readers see no difference. */
export function changeAnchors(model: ReadModel, anchors: readonly Anchor[]): number {
  const { db, queue } = model
  const before = readAnchors(db)
  const changed = differing(before, anchors)
  if (changed.length === 0) return 0
  return transaction(db, () => {
    const stood = new Set(anchorPages(before))
    putAnchors(model, anchors)
    const stands = new Set(anchorPages(anchors))
    // The foot of every page names the section as soon as it exists.
    const footers = stood.size > 0 === stands.size > 0 ? 0 : queue.markEveryPage()
    const touched = [...fronts, ...changed.flatMap(pagesOfYear)].filter((path) => stands.has(path))
    // A new year, too, is in the list of years on each of its fellows.
    if (yearsOfAnchors(before).length !== yearsOfAnchors(anchors).length) touched.push(...stands)
    for (const path of touched) queue.markStale(path, 3)
    for (const path of stood) if (!stands.has(path)) queue.markRemoval(path)
    return footers + touched.length
  })
}

/** Every page of the section, absent while there is no anchor. */
export const anchorPages = (anchors: readonly Pick<Anchor, 'day'>[]): string[] =>
  anchors.length === 0 ? [] : [...fronts, ...yearsOfAnchors(anchors).flatMap(pagesOfYear)]

const fronts = [routes.openData, routes.auditLog]

const pagesOfYear = (year: string): string[] => [routes.auditLogYear(year), routes.auditLogCsv(year)]

/** Years in which the two differ. */
function differing(before: readonly Anchor[], after: readonly Anchor[]): string[] {
  const wordsOf = (anchors: readonly Anchor[], year: string) =>
    JSON.stringify(anchors.filter(({ day }) => day.startsWith(year)))
  return yearsOfAnchors([...before, ...after]).filter(
    (year) => wordsOf(before, year) !== wordsOf(after, year),
  )
}
