/**
 * The second hop: one transaction changes the rows of an item and marks the routes that this touches. It may
 * be repeated at will, and it refuses to go back in time.
 */
import type { DatabaseSync } from 'node:sqlite'
import type { ItemRef } from '#domain/collections.ts'
import type { ItemTruth } from '#domain/item-truth.ts'
import { noRows } from '#published/item-rows.ts'
import { openWriter, transaction, type Applied } from '#published/write.ts'
import { affectedRoutes, type Affected } from './affected-routes.ts'
import { crashAt } from '#cms/crash-points.ts'
import { PublicationError } from './errors.ts'
import { openQuestions } from './model-questions.ts'
import { project, projectRows, type Projection } from './project.ts'
import { openRouteQueue } from './route-queue.ts'

export type ReadModel = {
  db: DatabaseSync
  writer: ReturnType<typeof openWriter>
  questions: ReturnType<typeof openQuestions>
  queue: ReturnType<typeof openRouteQueue>
}

export const openReadModelParts = (db: DatabaseSync): ReadModel => ({
  db,
  writer: openWriter(db),
  questions: openQuestions(db),
  queue: openRouteQueue(db),
})

/**
 * @param isForced only for verify, which puts right what disagrees with the editions, forwards or backwards.
 * @throws PublicationError `older-than-applied` when the read model already knows something newer.
 */
export function apply(
  model: ReadModel,
  change: { ref: ItemRef; truth: ItemTruth | null },
  options: { isForced?: boolean } = {},
): Affected {
  const affected = transaction(model.db, () => applyInside(model, change, options))
  if (takesAway(change.truth)) emptyLog(model.db)
  crashAt('apply-after')
  return affected
}

/** The same inside a transaction of the caller's, who applies several items that belong together (`apply-set.ts`). */
export function applyInside(
  model: ReadModel,
  { ref, truth }: { ref: ItemRef; truth: ItemTruth | null },
  { isForced = false }: { isForced?: boolean } = {},
): Affected {
  const projection = truth ? project(truth) : { rows: noRows, search: null }
  if (!isForced) refuseOlder(ref, truth, model.writer.applied(ref))
  const result = change(model, ref, projection)
  if (truth) model.writer.markApplied(ref, appliedOf(truth), projection.rows)
  else model.writer.forget(ref)
  crashAt('apply-inside')
  return result
}

/** Words that readers may not read any more: those of a removed item, or of a hidden edition. */
const takesAway = (truth: ItemTruth | null): boolean =>
  !truth ||
  truth.state === 'gone' ||
  truth.state === 'redirected' ||
  truth.history.some(({ hidden }) => hidden)

/** Old pages stay in the write-ahead log until it is emptied; a reader that stands in the way is not waited for. */
function emptyLog(db: DatabaseSync): void {
  db.exec('PRAGMA busy_timeout = 200; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 5000')
}

/**
 * Fills a fresh read model: rows only, because every route of it is made afterwards, and so is the search
 * index (`fill-search.ts`). An item that cannot be projected or stored is told to `onBroken` and left out; it
 * must not keep all others from the public.
 */
export function load(
  model: ReadModel,
  truths: ItemTruth[],
  onBroken: (truth: ItemTruth, error: unknown) => void,
): void {
  try {
    transaction(model.db, () => truths.forEach((truth) => add(model, truth)))
  } catch (error) {
    const [truth] = truths
    if (truth && truths.length === 1) return onBroken(truth, error)
    for (const one of truths) load(model, [one], onBroken)
  }
}

function add({ writer }: ReadModel, truth: ItemTruth): void {
  const rows = projectRows(truth)
  writer.add(truth.ref, rows)
  writer.markApplied(truth.ref, appliedOf(truth), rows)
}

export const appliedOf = ({ edition, history, state, stateAt }: ItemTruth): Applied => ({
  edition: edition.number,
  // Hiding an older edition adds to that one's outcomes: without them a late message could show it again.
  outcomes: edition.outcomes.length + history.filter(({ hidden }) => hidden).length,
  state,
  state_at: stateAt,
})

/** Negative when `a` is older than `b`. Not by the clock: one that was put back must not hold up a removal. */
export const compareApplied = (a: Applied, b: Applied): number =>
  a.edition - b.edition || a.outcomes - b.outcomes

function refuseOlder(ref: ItemRef, truth: ItemTruth | null, known: Applied | null): void {
  if (!known || (truth && compareApplied(appliedOf(truth), known) >= 0)) return
  const given = truth ? `bản ${truth.edition.number} (${truth.stateAt})` : 'không có bản nào'
  throw new PublicationError(
    'older-than-applied',
    `${ref}: đang có bản ${known.edition} (${known.state_at}), nhận được ${given}. Nếu dữ liệu vừa được khôi phục, hãy chạy: npm run portal -- verify`,
  )
}

function change(
  { writer, questions, queue }: ReadModel,
  ref: ItemRef,
  { rows, search }: Projection,
): Affected {
  const before = writer.read(ref)
  const lists = [...new Set([...before.lists, ...rows.lists].map(({ list }) => list))]
  const wasIn = new Set(before.lists.map(({ list }) => list))
  const isIn = new Set(rows.lists.map(({ list }) => list))
  const flipped = lists.filter(
    (list) => wasIn.has(list) !== isIn.has(list) && !questions.hasOthers(list, ref),
  )

  writer.put(ref, rows, search)
  const affected = affectedRoutes(questions, { ref, before, after: rows, flipped })
  queue.mark(affected, questions.publicFile)
  return affected
}
