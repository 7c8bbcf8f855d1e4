/** Which editions of an item the public history tells, and what of each (decisions/024). Pure: editions and their outcomes decide. */
import { changeKindOf } from './change-kinds.ts'
import type { PublicCollection } from './collections.ts'
import type { EditionRecord, Outcome, PublicEdition } from './item-truth.ts'

/** Stands wherever words of a hidden edition would. */
export const hiddenWords = 'Nội dung lần đăng này không còn công khai.'

/**
 * The editions that were live at some time, oldest first; empty when there are fewer than two, for one edition
 * has no history. Editions that wait, that were cancelled or never went live are not told; of a hidden one
 * neither content nor change note is.
 */
export function publicHistory<C extends PublicCollection>(
  editions: readonly EditionRecord<C>[],
): PublicEdition<C>[] {
  const told = editions.flatMap((edition) => publicEdition(edition) ?? []).sort((a, b) => a.number - b.number)
  return told.length > 1 ? told : []
}

/** Since when and why an edition is hidden; `null` while it is not. */
export const hidingOf = ({ outcomes }: Pick<EditionRecord, 'outcomes'>): Outcome | null =>
  outcomes.find(({ kind }) => kind === 'hidden') ?? null

function publicEdition<C extends PublicCollection>(edition: EditionRecord<C>): PublicEdition<C> | null {
  const firstLive = edition.outcomes.find(({ kind }) => kind === 'live')
  if (!firstLive) return null
  const { number, changeNote, content } = edition
  const hiding = hidingOf(edition)
  const facts = {
    number,
    liveAt: firstLive.at,
    changeKind: changeKindOf(edition),
    marks: marksOf(edition.outcomes),
  }
  if (hiding) return { ...facts, content: null, hidden: { at: hiding.at, note: hiding.note ?? '' } }
  return { ...facts, ...(changeNote ? { changeNote } : {}), content }
}

/** Withdrawals with their public reasons, and restorations: a `live` that follows a withdrawal. */
function marksOf(outcomes: readonly Outcome[]): PublicEdition['marks'] {
  const marks: PublicEdition['marks'] = []
  for (const { kind, at, note } of outcomes) {
    if (kind === 'withdrawn') marks.push({ kind, at, ...(note ? { note } : {}) })
    if (kind === 'live' && marks.at(-1)?.kind === 'withdrawn') marks.push({ kind: 'restored', at })
  }
  return marks
}

/** Pages of a history beyond these are not files: the web server makes them when they are asked for. */
export const comparisonsKept = 20

/** The editions whose page "what it changed against the one before" is a file: the latest, without the first. */
export const keptComparisons = (numbers: readonly number[]): number[] =>
  numbers.slice(1).slice(-comparisonsKept)
