/**
 * Places where an old export lost the space, or the whole line break, after a full stop: `…địa bàn tỉnh.Ứng
 * dụng…`. Sometimes two sentences, sometimes a paragraph and the caption of its picture; a person decides.
 */

/** Abbreviations that a name may follow without a space: `Tp.Hạ Long`. Up to three capitals need no entry. */
const abbreviations = new Set([
  'tp',
  'tx',
  'tt',
  'ths',
  'ts',
  'gs',
  'pgs',
  'bs',
  'ks',
  'ds',
  'cn',
  'q',
  'h',
  'x',
  'đ',
  'st',
  'tr',
  'no',
])

const glue = /(?<=[\p{Ll}\p{N})”"’]|\p{Lu}\p{Lu})[.!?…]+[”"’)]?(?=[“"‘(]?\p{Lu})/gu

/** Offsets at which a glued sentence begins; empty when the paragraph is in order. Web addresses are left alone. */
export function gluedAt(paragraph: string): number[] {
  return [...paragraph.matchAll(glue)].flatMap((match) => {
    const isAbbreviation =
      match[0] === '.' && isAbbreviated(paragraph.slice(Math.max(0, match.index - 12), match.index))
    return isAbbreviation ? [] : [match.index + match[0].length]
  })
}

/**
 * The words that may be a caption glued to the end of a paragraph, or `null`: after the last glue stands one
 * sentence, of at most 60 words without a full stop (as captions are written), of at most 40 with one.
 */
export function gluedCaption(paragraph: string): string | null {
  const at = gluedAt(paragraph).at(-1)
  if (at === undefined) return null
  const tail = paragraph.slice(at).trim()
  if (/[.!?…]\s/.test(tail)) return null
  const most = /[.!?…:;][”"’)]?$/.test(tail) ? 40 : 60
  return tail.split(/\s+/).length <= most ? tail : null
}

function isAbbreviated(before: string): boolean {
  const word = /[\p{L}\p{N}]+$/u.exec(before)?.[0] ?? ''
  return abbreviations.has(word.toLowerCase()) || /^\p{Lu}{1,3}$/u.test(word)
}
