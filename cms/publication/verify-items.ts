/** Editions against rows of the read model. */
import type { ItemRef } from '#domain/collections.ts'
import type { ItemTruth } from '#domain/item-truth.ts'
import { apply, appliedOf, compareApplied, type ReadModel } from './apply.ts'
import { messageOf } from './errors.ts'
import { isFound, projectRows } from './project.ts'
import type { Finding } from './finding.ts'
import { isConstraint } from './sqlite-errors.ts'

/** @returns true when the rows were written anew and are wrong all the same: the file below them is damaged. */
export async function verifyItem(model: ReadModel, truth: ItemTruth, found: Finding): Promise<boolean> {
  const problem = itemFault(model, truth)
  const { ref } = truth
  let isStubborn = false
  if (problem) {
    await found(`${ref}: ${problem}`, () => {
      try {
        apply(model, { ref, truth }, { isForced: true })
        isStubborn = itemFault(model, truth) !== null
      } catch (error) {
        isStubborn = isOfOldRows(truth, error)
        throw error
      }
    })
  }
  return isStubborn
}

/** The edition can be projected and its address is free: what cannot be read is what stood there before. */
function isOfOldRows(truth: ItemTruth, error: unknown): boolean {
  if (isConstraint(error)) return false
  try {
    projectRows(truth)
    return true
  } catch {
    return false
  }
}

/** True when putting this item right takes its page away from readers. */
export const wouldRemove = (model: ReadModel, { ref, state }: ItemTruth): boolean =>
  state !== 'live' && state !== 'withdrawn' && model.questions.standing(ref) !== null

/**
 * Items that the read model shows and no edition knows: after a restore of the CMS, or after tampering.
 * @returns true when one was taken away and is there all the same, as in `verifyItem`.
 */
export async function verifyUnknownItems(
  model: ReadModel,
  isKnown: (ref: ItemRef) => boolean,
  found: Finding,
): Promise<boolean> {
  let repaired = 0
  for (const ref of unknownItems(model, isKnown)) {
    await found(`${ref}: có trong mô hình đọc mà không có bản đăng nào`, () => {
      apply(model, { ref, truth: null }, { isForced: true })
      repaired += 1
    })
  }
  return repaired > 0 && unknownItems(model, isKnown).length > 0
}

export function unknownItems(model: ReadModel, isKnown: (ref: ItemRef) => boolean): ItemRef[] {
  const rows = model.db
    .prepare(
      'SELECT ref FROM items UNION SELECT ref FROM applied UNION SELECT ref FROM closed_addresses UNION SELECT ref FROM search_rows',
    )
    .iterate() as Iterable<{ ref: ItemRef }>
  const found: ItemRef[] = []
  for (const { ref } of rows) if (!isKnown(ref)) found.push(ref)
  return found
}

/** What is wrong with the rows of an item; `null` when nothing is. */
export function itemFault(model: ReadModel, truth: ItemTruth): string | null {
  const applied = model.writer.applied(truth.ref)
  const expected = appliedOf(truth)
  if (!applied) return 'chưa có trong mô hình đọc'
  if (compareApplied(expected, applied) > 0)
    return `mô hình đọc còn ở bản ${applied.edition}, đúng ra là bản ${expected.edition}`
  if (compareApplied(expected, applied) < 0)
    return `mô hình đọc đã ở bản ${applied.edition}, mới hơn bản ${expected.edition}`
  if (applied.state !== expected.state)
    return `trạng thái trong mô hình đọc là ${applied.state}, đúng ra là ${expected.state}`
  try {
    const rows = projectRows(truth)
    // Both sides have their columns and entries in one fixed order, so that equal rows are equal text.
    if (JSON.stringify(model.writer.read(truth.ref)) !== JSON.stringify(rows))
      return 'các dòng trong mô hình đọc khác bản đăng'
    if (model.writer.isSearchable(truth.ref) !== isFound(truth)) return 'chỉ mục tìm kiếm khác bản đăng'
    return null
  } catch (error) {
    return `bản đăng không chiếu được thành trang: ${messageOf(error)}`
  }
}
