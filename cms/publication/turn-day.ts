/** What a new day changes without anybody publishing: the force of documents, and names with an end. */
import { readMeta, writeMeta } from '#published/open.ts'
import type { ItemRef } from '#domain/collections.ts'
import { transaction } from '#published/write.ts'
import { forceRoutes, forceTargets } from './affected-routes.ts'
import type { ReadModel } from './apply.ts'
import { pagesOfList } from './list-pages.ts'

/** Marks the routes whose words differ between the day the tree shows and `today`. @returns how many. */
export function turnDay(model: ReadModel, today: string): number {
  if (readMeta(model.db, 'as_of') === today) return 0
  return transaction(model.db, () => {
    const shown = readMeta(model.db, 'as_of')
    // The clock may also have been put back: then the same days are crossed the other way.
    const [from, to] = shown === null || shown < today ? [shown ?? '', today] : [today, shown]
    const paths = new Set<string>()
    for (const ref of datedDocuments(model, from, to)) {
      const targets = forceTargets(model.writer.read(ref))
      for (const document of [ref, ...targets])
        for (const { path } of forceRoutes(model.questions, document)) paths.add(path)
    }
    for (const ref of datedAgencies(model, from, to)) {
      const standing = model.questions.standing(ref)
      if (standing) paths.add(standing.path)
      for (const { path } of pagesOfList(model.questions, 'agencies')) paths.add(path)
    }
    for (const path of paths) model.queue.markStale(path, 3)
    writeMeta(model.db, 'as_of', today)
    return paths.size
  })
}

/** Live documents that begin or end between two days, both ends counted. */
const datedDocuments = (model: ReadModel, from: string, to: string): ItemRef[] =>
  dated(model, 'documents', ['effectiveFrom', 'effectiveTo', 'issuedOn'], from, to)

const datedAgencies = (model: ReadModel, from: string, to: string): ItemRef[] =>
  dated(model, 'agencies', ['validFrom', 'validTo'], from, to)

function dated({ db }: ReadModel, collection: string, fields: string[], from: string, to: string): ItemRef[] {
  const conditions = fields
    .map((field) => `json_extract(content, '$.${field}') BETWEEN :from AND :to`)
    .join(' OR ')
  const rows = db
    .prepare(`SELECT ref FROM items WHERE collection = :collection AND state = 'live' AND (${conditions})`)
    .all({ collection, from, to }) as { ref: ItemRef }[]
  return rows.map(({ ref }) => ref)
}
