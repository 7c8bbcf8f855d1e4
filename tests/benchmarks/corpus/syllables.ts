/**
 * Vietnamese syllables made from onset, rhyme and tone by the rules of spelling: several thousand of them, the
 * common parts often and the rare ones seldom, so that their frequencies fall as in real text.
 */
import type { Random } from './random.ts'

/** From common to rare. */
const onsets = 't c th đ n l h ch v b nh m kh ng tr ph d gi s x qu r g p'.split(' ').concat('')

/** The part before the vowel that carries the tone, that vowel, the part after it; from common to rare. */
const rhymes = `
.a. .ô.ng .a.n .i. i.ê.n .a.i ư.ơ.ng .a.ng .ô. .ơ.i .ê. .o. .ư. .u. .o.ng .â.n .a.m .a.o .ơ. i.ê.u .â.y
.i.nh .ă.ng .a.nh .a.y .i.n .u.ng .ư.ng .ă.n i.ê.t .a.t .o.n .a.c .ô.i .o.i u.ô.c ư.ơ.c .ê.n .â.m .ă.m
.a.ch .â.t .ă.t .ô.n u.y.ê.n .o.a .i.a .i.ch .â.p .ơ.n .a.p .ê.u .u.n .o.c .ô.c .â.u .u.i .ư.a .u.a i.ê.c
i.ê.m i.ê.p .ê.nh .e. .e.o .e.n .ơ.m .ơ.p .a.u .o.m .ô.m .u.c .ư.c .u.t .ă.c .â.c .ă.p .i.m .i.u .i.t .ê.t
.ê.ch .o.t .ô.t .ơ.t .u.m .o.p .ô.p .u.p .ê.m .ê.p .e.m .e.t .e.p .ư.u .ư.i .i.p .â.ng ư.ơ.i ư.ơ.u ư.ơ.n
ư.ơ.m ư.ơ.t u.ô.n u.ô.ng u.ô.i u.ô.t u.ô.m o.a.n o.a.ng o.a.i o.a.t o.a.ch o.ă.n u.â.n u.â.t u.y. u.y.nh u.ê.
`
  .trim()
  .split(/\s+/)
  .map((written) => {
    const parts = written.split('.')
    // `u.y.ê.n`: two letters before the vowel.
    return parts.length === 4
      ? { before: `${parts[0] ?? ''}${parts[1] ?? ''}`, vowel: parts[2] ?? '', after: parts[3] ?? '' }
      : { before: parts[0] ?? '', vowel: parts[1] ?? '', after: parts[2] ?? '' }
  })

const [level, falling, rising, dipping, broken, heavy] = [
  '',
  '\u0300',
  '\u0301',
  '\u0309',
  '\u0303',
  '\u0323',
]
const openTones = [level, rising, falling, heavy, dipping, broken]
/** Syllables that end in a stop have two tones. */
const stoppedTones = [rising, heavy]

type Rhyme = (typeof rhymes)[number]
const isFront = ({ before, vowel }: Rhyme): boolean => /^[ieêy]/.test(before || vowel)

/** The onset as it is written before this rhyme; `null` where the two do not meet. */
function written(onset: string, rhyme: Rhyme): string | null {
  const isRounded = /^[uo]/.test(rhyme.before)
  if (onset === 'qu') return isRounded || /[uoôơư]/.test(rhyme.before || rhyme.vowel) ? null : 'qu'
  if (onset === 'gi') return isFront(rhyme) || isRounded ? null : 'gi'
  if (onset === 'p' || (isRounded && /^(ph|b|m|v|g|r)$/.test(onset))) return null
  if (onset === '' && rhyme.before.startsWith('i')) return null
  if (!isFront(rhyme)) return onset
  return { c: 'k', g: 'gh', ng: 'ngh' }[onset] ?? onset
}

/** All syllables, from common to rare. */
export const syllables: readonly string[] = onsets
  .flatMap((onset, onsetRank) =>
    rhymes.flatMap((rhyme, rhymeRank) => {
      const start = written(onset, rhyme)
      if (start === null) return []
      const tones = /(c|ch|p|t)$/.test(rhyme.after) ? stoppedTones : openTones
      return tones.map((tone, toneRank) => ({
        text: `${start}${rhyme.before}${rhyme.vowel}${tone}${rhyme.after}`.normalize('NFC'),
        rank: (onsetRank + 2) * (rhymeRank + 4) * (toneRank + 2),
      }))
    }),
  )
  .sort((a, b) => a.rank - b.rank)
  .map(({ text }) => text)

/** Draws from `values`, the one at rank r about as often as 1 / (r + 2.7) (Zipf and Mandelbrot). */
export function zipf<T>(values: readonly T[]): (random: Random) => T {
  let sum = 0
  const upTo = values.map((_, rank) => (sum += 1 / (rank + 2.7)))
  return (random) => {
    const point = random.next() * sum
    let [low, high] = [0, upTo.length - 1]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((upTo[middle] ?? 0) < point) low = middle + 1
      else high = middle
    }
    return values[low] as T
  }
}
