/** Two rich texts: which blocks came, went or changed, and inside a changed block which words. */
import type { RichText } from '../content.ts'
import { blocksOf, type Block, type BlockKind, type NameOf } from './blocks.ts'
import { alignedWithin, compareWords, type Budget, type Run } from './words.ts'

export type BlockChange = {
  /** `restyled`: the same words, other marks, links or layout. */
  kind: 'added' | 'removed' | 'changed' | 'restyled'
  block: BlockKind
  place: string
  runs: Run[]
}

export type RichTextChange = { blocks: BlockChange[]; omitted: number }

const shownAtMost = 400

/** At most 400 changed blocks in reading order; `omitted` says how many more there are. */
export function compareRichText(
  before: RichText | undefined,
  after: RichText | undefined,
  { nameOf, budget }: { nameOf: NameOf; budget: Budget },
): RichTextChange {
  const changes: BlockChange[] = []
  let omitted = 0
  for (const { old, now } of changedStretches(blocksOf(before, nameOf), blocksOf(after, nameOf), budget)) {
    for (const pair of paired(old, now)) {
      if (changes.length < shownAtMost) changes.push(toChange(pair, budget))
      else omitted += 1
    }
  }
  return { blocks: changes, omitted }
}

type Changed = { old: Block[]; now: Block[] }

/** Neighbouring blocks that went and came, between blocks that stayed. */
function changedStretches(old: Block[], now: Block[], budget: Budget): Changed[] {
  const signatures = (blocks: Block[]) => blocks.map(({ signature }) => signature)
  const aligned = alignedWithin(signatures(old), signatures(now), budget)
  if (!aligned) return [{ old, now }]
  const stretches: Changed[] = []
  let [atOld, atNow] = [0, 0]
  let open: Changed | null = null
  for (const { kind, words } of aligned) {
    if (kind === 'same') open = null
    else if (!open) stretches.push((open = { old: [], now: [] }))
    if (kind === 'removed') open?.old.push(...old.slice(atOld, atOld + words.length))
    if (kind === 'added') open?.now.push(...now.slice(atNow, atNow + words.length))
    if (kind !== 'added') atOld += words.length
    if (kind !== 'removed') atNow += words.length
  }
  return stretches
}

type Pair = { old?: Block; now?: Block }

/** How far ahead a changed block looks for what it became, and how alike the two must be (0 to 1). */
const reach = 8
const alike = 0.4

/** Each new block beside the old one it came from, where one is alike; the others alone, in reading order. */
function paired(old: Block[], now: Block[]): Pair[] {
  const bags = old.map(bagOf)
  const pairs: Pair[] = []
  let from = 0
  for (const block of now) {
    const bag = bagOf(block)
    let best = { index: -1, likeness: alike }
    for (let index = from; index < Math.min(old.length, from + reach); index += 1) {
      const likeness = old[index]?.kind === block.kind ? likenessOf(bags[index], bag) : 0
      if (likeness >= best.likeness && (best.index < 0 || likeness > best.likeness))
        best = { index, likeness }
    }
    if (best.index >= 0) {
      pairs.push(...old.slice(from, best.index).map((gone) => ({ old: gone })))
      pairs.push({ old: old[best.index], now: block })
      from = best.index + 1
    } else pairs.push({ now: block })
  }
  return [...pairs, ...old.slice(from).map((gone) => ({ old: gone }))]
}

const bagOf = ({ text }: Block): Set<string> => new Set(text.split(/\s+/u))

/** Dice's measure over the words of both. */
function likenessOf(a: Set<string> | undefined, b: Set<string>): number {
  if (!a) return 0
  let shared = 0
  for (const word of a) if (b.has(word)) shared += 1
  return (2 * shared) / (a.size + b.size)
}

function toChange({ old, now }: Pair, budget: Budget): BlockChange {
  const { kind: block, place } = (now ?? old) as Block
  if (!old || !now) {
    const kind = now ? 'added' : 'removed'
    const text = (now ?? old)?.text ?? ''
    return { kind, block, place, runs: text ? [{ kind, text }] : [] }
  }
  if (old.text === now.text)
    return { kind: 'restyled', block, place, runs: now.text ? [{ kind: 'same', text: now.text }] : [] }
  return { kind: 'changed', block, place, runs: compareWords(old.text, now.text, budget) }
}
