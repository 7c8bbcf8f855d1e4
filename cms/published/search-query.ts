/**
 * What somebody typed into the search field, read as words. Any text is a query; none is an error.
 *
 * A word with tone marks means that spelling, a word without them any spelling. Abbreviations are widened
 * in both directions unless the words stand in quotation marks, which also make them a phrase.
 */
import { exact, fold } from '#domain/fold.ts'
import { synonyms } from './synonyms.ts'

export const maxQueryLength = 200
export const maxQueryWords = 12

/** One word: lower case as typed, and folded. */
export type Word = { exact: string; folded: string }

/** Words that belong together, and another way to say them. */
export type Term = { words: Word[]; isPhrase: boolean; also?: Word[] }

export type SearchQuery = {
  /** Cleaned: NFC, single spaces, at most 200 characters. */
  text: string
  /** All must be found. */
  terms: Term[]
  /** Somebody who types marks means them: then words in a row are compared with their marks. */
  hasMarks: boolean
  widened: { from: string; to: string }[]
}

const wordPattern = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu

export function parseSearchQuery(input: string): SearchQuery {
  const text = [
    ...input
      .normalize('NFC')
      .replace(/[\s\p{Cc}\p{Cf}]+/gu, ' ')
      .trim(),
  ]
    .slice(0, maxQueryLength)
    .join('')
    .trim()
  const query: SearchQuery = { text, terms: [], hasMarks: false, widened: [] }
  let room = maxQueryWords
  for (const { part, isQuoted } of partsOf(text)) {
    const words = wordsOf(part).slice(0, room)
    room -= words.length
    if (words.length === 0) continue
    if (isQuoted) query.terms.push({ words, isPhrase: true })
    else widen(words, query)
  }
  query.hasMarks = query.terms.some(({ words }) => words.some(isMarked))
  return query
}

/** Words of a text as the index sees them. */
export const wordsOf = (text: string): Word[] =>
  (exact(text).match(wordPattern) ?? []).map((word) => ({ exact: word, folded: fold(word) }))

export const isMarked = (word: Word): boolean => word.exact !== word.folded

/** Text inside and outside quotation marks; a mark that is never closed is no mark. */
function* partsOf(text: string): Generator<{ part: string; isQuoted: boolean }> {
  for (const [, quoted, curly, plain] of text.matchAll(/"([^"]*)"|“([^”]*)”|([^"“]+|["“])/g)) {
    yield { part: quoted ?? curly ?? plain ?? '', isQuoted: plain === undefined }
  }
}

/** Both forms of every abbreviation by their folded words, longest first. */
const forms = synonyms
  .flatMap(({ short, long }) => [
    { words: wordsOf(short), also: long, isShort: true },
    { words: wordsOf(long), also: short, isShort: false },
  ])
  .map((form) => ({ ...form, alsoWords: wordsOf(form.also) }))
  .sort((a, b) => b.words.length - a.words.length)

/** Adds the words as terms: an abbreviation (or what it stands for) becomes one term, every other word its own. */
function widen(words: Word[], query: SearchQuery): void {
  for (let at = 0; at < words.length;) {
    const form = forms.find((entry) => startsWith(words, at, entry.words))
    const taken = words.slice(at, at + (form?.words.length ?? 1))
    at += taken.length
    if (!form) {
      query.terms.push({ words: taken, isPhrase: false })
      continue
    }
    query.terms.push({ words: taken, isPhrase: form.isShort, also: form.alsoWords })
    const from = taken.map((word) => word.exact).join(' ')
    if (!query.widened.some((entry) => entry.from === from)) query.widened.push({ from, to: form.also })
  }
}

/** Marks decide only when they were typed: `uy ban` and `uỷ ban` are both `Ủy ban`, `Ứng` is not `ung`. */
function startsWith(words: Word[], at: number, form: Word[]): boolean {
  return form.every((word, index) => words[at + index]?.folded === word.folded)
}
