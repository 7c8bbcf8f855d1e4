/** Every truth against the rows of the read model, before anything is put right. */
import type { ItemRef } from '#domain/collections.ts'
import type { ItemTruth } from '#domain/item-truth.ts'
import type { OpenRelease } from './open-release.ts'
import type { Publisher, TruthSource } from './protocol.ts'
import { countPages, refuseManyRemovals } from './removal-guard.ts'
import type { Serial } from './serial.ts'
import { itemFault, unknownItems, wouldRemove } from './verify-items.ts'
import { countUnwanted } from './verify-routes.ts'

const itemsAtOnce = 100

export type Comparing = {
  source: TruthSource
  options: Parameters<Publisher['verify']>[1]
  serial: Serial
  present: () => OpenRelease
  wasChanged: (ref: ItemRef) => boolean
}

/**
 * Reads every truth and changes nothing.
 * @throws PublicationError `too-many-removals` when the repair that follows would take away too much.
 */
export async function compareItems(input: Comparing): Promise<{ seen: Set<string>; wrong: Set<string> }> {
  const { source, serial, present, options } = input
  const seen = new Set<string>()
  const wrong = new Set<string>()
  let removals = 0
  for await (const batch of inBatches(source())) {
    await serial(() => {
      const { model } = present()
      for (const truth of batch) {
        seen.add(truth.ref)
        if (isComing(input, truth) || itemFault(model, truth) === null) continue
        wrong.add(truth.ref)
        if (wouldRemove(model, truth)) removals += 1
      }
    })
  }
  await serial(() => {
    const { model } = present()
    const unknown = unknownItems(model, (ref) => seen.has(ref) || input.wasChanged(ref))
    removals += unknown.filter((ref) => model.questions.standing(ref) !== null).length
    removals += countUnwanted(model)
    if (options.repair && !options.isForced) {
      refuseManyRemovals({ pages: countPages(model), removals }, 'verify')
    }
  })
  return { seen, wrong }
}

export type SourceTruth = ItemTruth & { isComing?: boolean }

/** Not judged: its change is on its way, or came while this works. */
export const isComing = ({ wasChanged }: Pick<Comparing, 'wasChanged'>, truth: SourceTruth): boolean =>
  truth.isComing === true || wasChanged(truth.ref)

export async function* inBatches(source: AsyncIterable<SourceTruth>): AsyncIterable<SourceTruth[]> {
  let batch: SourceTruth[] = []
  for await (const truth of source) {
    batch.push(truth)
    if (batch.length < itemsAtOnce) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}
