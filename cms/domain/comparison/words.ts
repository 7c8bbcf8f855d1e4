/**
 * Two texts word by word. Work is bounded: what differs too much to be worth aligning is told as the whole old
 * text and the whole new one, so that a hostile or a very long text costs no more than a long one.
 */
import { diffArrays } from 'diff'

export type Run = { kind: 'same' | 'added' | 'removed'; text: string }

/** What a whole comparison may spend, shared by all its texts. An edit script of length d costs about d². */
export type Budget = { left: number }

export const newBudget = (): Budget => ({ left: 4_000_000 })

/** Runs in reading order; what went stands before what came in its place. Blanks are told as one blank. */
export function compareWords(before: string, after: string, budget: Budget): Run[] {
  const [old, now] = [wordsOf(before), wordsOf(after)]
  const head = sharedStart(old, now)
  const tail = sharedStart(old.slice(head).reverse(), now.slice(head).reverse())
  const middle = alignment(old.slice(head, old.length - tail), now.slice(head, now.length - tail), budget)
  return toRuns([
    { kind: 'same', words: now.slice(0, head) },
    ...withoutCrumbs(middle),
    { kind: 'same', words: now.slice(now.length - tail) },
  ])
}

/** @returns `null` when the two differ in more places than the budget allows. */
export function alignedWithin<T>(old: T[], now: T[], budget: Budget): Stretch<T>[] | null {
  const most = Math.floor(Math.sqrt(Math.max(0, budget.left)))
  const found = diffArrays(old, now, { maxEditLength: most })
  const edits = found
    ? found.reduce((sum, { added, removed, count }) => sum + (added || removed ? count : 0), 0)
    : most
  budget.left -= edits * edits
  return (
    found?.map(({ added, removed, value }) => ({
      kind: added ? 'added' : removed ? 'removed' : 'same',
      words: value,
    })) ?? null
  )
}

type Stretch<T = string> = { kind: Run['kind']; words: T[] }

/** A word or a sign, with the blank before it. */
const wordsOf = (text: string): string[] =>
  text
    .replace(/\s+/gu, ' ')
    .trim()
    .match(/ ?(?:[\p{L}\p{M}\p{N}]+|[^\p{L}\p{M}\p{N} ])/gu) ?? []

function sharedStart(a: string[], b: string[]): number {
  let length = 0
  while (length < a.length && length < b.length && a[length] === b[length]) length += 1
  return length
}

function alignment(old: string[], now: string[], budget: Budget): Stretch[] {
  const whole: Stretch[] = [
    { kind: 'removed', words: old },
    { kind: 'added', words: now },
  ]
  if (old.length === 0 || now.length === 0) return whole
  return alignedWithin(old, now, budget) ?? whole
}

/** A single word that happens to stay between two changes only chops the sentence: it is told as changed with them. */
function withoutCrumbs(stretches: Stretch[]): Stretch[] {
  const told: Stretch[] = []
  let [old, now]: [string[], string[]] = [[], []]
  const close = () => {
    told.push({ kind: 'removed', words: old }, { kind: 'added', words: now })
    ;[old, now] = [[], []]
  }
  stretches.forEach(({ kind, words }, index) => {
    const isCrumb = kind === 'same' && words.length === 1 && index > 0 && index < stretches.length - 1
    if (kind !== 'added' && (kind === 'removed' || isCrumb)) old = [...old, ...words]
    if (kind !== 'removed' && (kind === 'added' || isCrumb)) now = [...now, ...words]
    if (kind === 'same' && !isCrumb) {
      close()
      told.push({ kind, words })
    }
  })
  close()
  return told
}

function toRuns(stretches: Stretch[]): Run[] {
  const runs: Run[] = []
  for (const { kind, words } of stretches) {
    const text = words.join('')
    const last = runs.at(-1)
    if (text === '') continue
    if (last?.kind === kind) last.text += text
    else runs.push({ kind, text })
  }
  return runs
}
