/**
 * Proves rows that were carried over (carry-rows.ts) beside the drawing of the pages: tables and indexes are sound, the
 * rows of each item are those that were written, and they were written for the editions of now. The search index, which
 * no page is drawn from, is looked through by the verification that follows a start.
 */
import { setImmediate as pause } from 'node:timers/promises'
import type { ItemRef } from '#domain/collections.ts'
import type { ItemHead } from '#domain/item-truth.ts'
import { apply, type ReadModel } from './apply.ts'
import { PublicationError } from './errors.ts'
import type { OpenRelease } from './open-release.ts'
import type { HeadSource } from './protocol.ts'
import { settle } from './settle.ts'
import { together } from './together.ts'
import { damageOf } from './verify-damage.ts'
import { unknownItems } from './verify-items.ts'

const routesAtOnce = 20

/**
 * Items that have changed are applied as a publication is, and what they touch is drawn again, once `pages` are done.
 * @returns how many items there are.
 * @throws PublicationError `damaged-rows`.
 */
export async function proveRows(
  fresh: OpenRelease,
  source: HeadSource,
  pages: Promise<unknown>,
): Promise<number> {
  const { model, release } = fresh
  const [damage, { items, changed, unknown }] = await together([
    damageOf({ database: release.database, of: 'rows' }),
    differingItems(model, source.heads()),
  ])
  if (damage !== null) throw new PublicationError('damaged-rows', damage)
  await pages
  for (const ref of unknown) apply(model, { ref, truth: null }, { isForced: true })
  for await (const truth of source.truths(changed))
    apply(model, { ref: truth.ref, truth }, { isForced: true })
  while ((await settle(fresh, model.queue.waiting(routesAtOnce))).length > 0);
  return items
}

const headsAtOnce = 50

/**
 * Items of which the editions say something else than the rows, and items that no edition knows (after a restore of
 * the CMS). Works in small turns: other work of this thread waits for it.
 */
async function differingItems(
  model: ReadModel,
  heads: AsyncIterable<ItemHead>,
): Promise<{ items: number; changed: ItemRef[]; unknown: ItemRef[] }> {
  const find = model.db.prepare(
    `SELECT edition, outcomes, state, state_at AS stateAt, (SELECT hash FROM items WHERE ref = applied.ref) AS hash
     FROM applied WHERE ref = ?`,
  )
  const seen = new Set<string>()
  const changed: ItemRef[] = []
  for await (const head of heads) {
    seen.add(head.ref)
    if (!isOf(head, find.get(head.ref) as Known | undefined)) changed.push(head.ref)
    if (seen.size % headsAtOnce === 0) await pause()
  }
  return { items: seen.size, changed, unknown: unknownItems(model, (ref) => seen.has(ref)) }
}

/** `hash` is `null` for an item without a page. */
type Known = Omit<ItemHead, 'ref' | 'hash'> & { hash: string | null }

const isOf = (head: ItemHead, known: Known | undefined): boolean =>
  known !== undefined &&
  known.edition === head.edition &&
  known.outcomes === head.outcomes &&
  known.state === head.state &&
  known.stateAt === head.stateAt &&
  (known.hash === null || known.hash === head.hash)
