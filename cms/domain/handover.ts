/** Handing over what a person has in work (issue: editors who leave; decisions/023). */
import { isOwn, type ItemReach, type Reacher } from './item-reach.ts'
import { isClosed, type WorkingState } from './workflow.ts'
import type { PublicState } from './item-truth.ts'

/** Somebody still has to do something about these, or is told what becomes of them. */
export const statesInWork: readonly WorkingState[] = ['draft', 'returned', 'submitted', 'scheduled']

export const isInWork = (state: WorkingState, publicState: PublicState): boolean =>
  statesInWork.includes(state) && !isClosed(publicState)

export type Account = Reacher & { name: string; isDisabled: boolean }

/** Why the holder cannot go on with an item; `null`: nothing stands in the way. */
export type Absence = 'nobody' | 'disabled' | 'role' | 'agency'

export const absenceWords: Record<Absence, string> = {
  nobody: 'không còn tài khoản',
  disabled: 'tài khoản đã khóa',
  role: 'không còn soạn bài',
  agency: 'không còn ở cơ quan này',
}

export function absenceOf(holder: Account | undefined, item: ItemReach): Absence | null {
  if (!holder) return 'nobody'
  if (holder.isDisabled) return 'disabled'
  if (holder.role === 'administrator') return 'role'
  return holder.role === 'moderator' || isOwn(holder, item) ? null : 'agency'
}

/** The agency a person may hold an item for: `null` the owner itself, else its successor; `undefined`: none. */
export function mayHold(
  person: Account,
  { owner }: Pick<ItemReach, 'owner'>,
  successors: readonly string[],
): string | null | undefined {
  if (person.isDisabled || person.role === 'administrator') return undefined
  if (person.role === 'moderator') return null
  if (owner !== undefined && person.agencies.includes(owner)) return null
  return successors.find((agency) => person.agencies.includes(agency))
}

/** A chain of mergers longer than this is a circle. */
const mostMergers = 10

/** The agencies that followed one, nearest first; `next` names the successor of each that has one. */
export function successorsIn(next: ReadonlyMap<string, string>, agency: string | undefined): string[] {
  const found: string[] = []
  for (let at = next.get(agency ?? ''); at && found.length < mostMergers; at = next.get(at)) {
    if (at === agency || found.includes(at)) break
    found.push(at)
  }
  return found
}
