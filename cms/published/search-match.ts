/**
 * A query as FTS5 expressions, strictest first: an item counts in the first one that finds it. Every word is
 * quoted, so that nothing typed is ever read as syntax.
 */
import { numberQueryKey } from '#domain/document-number.ts'
import { normalNumberWords } from './search-document.ts'
import { isMarked, type SearchQuery, type Term, type Word } from './search-query.ts'

type Columns = { exact: string; folded: string }

const title: Columns = { exact: '{exact_title}', folded: '{folded_title}' }
const anywhere: Columns = { exact: '{exact_title exact_text}', folded: '{folded_title folded_text}' }

/** How far apart words may stand to count as "near each other". */
const nearness = 8

/**
 * The document with this number; then the phrase, the words close together and the words as they were typed;
 * then the same in any spelling, because hoà is also hòa and marks are mistyped.
 */
export function matchTiers(query: SearchQuery): string[] {
  const asTyped = (columns: Columns) =>
    query.terms.map((term) => termMatch(term, columns, false)).join(' AND ')
  const { hasMarks } = query
  const tiers = [
    numberMatch(query),
    phraseMatch(query, title, !hasMarks),
    asTyped(title),
    phraseMatch(query, anywhere, !hasMarks),
    nearMatch(query, !hasMarks),
    asTyped(anywhere),
    phraseMatch(query, title, true),
    phraseMatch(query, anywhere, true),
    nearMatch(query, true),
    everythingMatch(query),
  ]
  return [...new Set(tiers.filter((tier) => tier !== null))]
}

/** Everything that any tier can find: what totals and facets count. */
export function everythingMatch(query: SearchQuery): string {
  const words = query.terms.map((term) => termMatch(term, anywhere, true)).join(' AND ')
  const number = numberMatch(query)
  return number ? `(${number}) OR (${words})` : words
}

/** Words in one row; abbreviations as typed or all written out. */
function phraseMatch({ terms }: SearchQuery, columns: Columns, isFolded: boolean): string | null {
  const typed = terms.flatMap(({ words }) => words)
  if (typed.length < 2) return null
  const other = terms.flatMap(({ words, also }) => also ?? words)
  const phrases = new Set([typed, other].map((words) => phrase(words, isFolded)))
  return `${isFolded ? columns.folded : columns.exact} : (${[...phrases].join(' OR ')})`
}

function nearMatch({ terms }: SearchQuery, isFolded: boolean): string | null {
  if (terms.length < 2) return null
  const parts = terms.map(({ words }) => phrase(words, isFolded))
  return `${isFolded ? anywhere.folded : anywhere.exact} : NEAR(${parts.join(' ')}, ${nearness})`
}

function termMatch({ words, isPhrase, also }: Term, columns: Columns, isFolded: boolean): string {
  const ways = isPhrase
    ? [inColumn(words, columns, isFolded)]
    : [words.map((word) => inColumn([word], columns, isFolded)).join(' AND ')]
  if (also) ways.push(`${columns.folded} : ${phrase(also, true)}`)
  if (!isPhrase && columns === anywhere) ways.push(...numberWays(words))
  return `(${ways.map((way) => `(${way})`).join(' OR ')})`
}

/** A row of words with marks is looked for with them, one without in any spelling. */
function inColumn(words: Word[], columns: Columns, isFolded: boolean): string {
  const asMarked = !isFolded && words.some(isMarked)
  return `${asMarked ? columns.exact : columns.folded} : ${phrase(words, !asMarked)}`
}

/** `08` also finds the document numbered 8, and `8` a text that says 08. */
function numberWays([word, ...others]: Word[]): string[] {
  if (!word || others.length > 0 || !/^\d+$/.test(word.folded)) return []
  const inTexts = /^\d$/.test(word.folded) ? [`${anywhere.folded} : ${quoted(`0${word.folded}`)}`] : []
  return [`number_keys : ${quoted(normalNumberWords(word.folded))}`, ...inTexts]
}

/** The query as the number of a document: `08/ct-ubnd`, `8 ct ubnd`, `chỉ thị số 08`. */
function numberMatch({ text }: SearchQuery): string | null {
  const words = normalNumberWords(text.replace(/(?<!\p{L})(?:số|so|văn bản|van ban)(?!\p{L})/giu, ' '))
  if (!/(?:^| )\d/.test(words)) return null
  const key = numberQueryKey(text)
  const whole = key && /[a-z]/.test(key) ? ` OR ${quoted(key)}*` : ''
  return `number_keys : (${quoted(words)}${whole})`
}

const phrase = (words: Word[], isFolded: boolean): string =>
  quoted(words.map((word) => (isFolded ? word.folded : word.exact)).join(' '))

const quoted = (words: string): string => `"${words.replaceAll('"', ' ')}"`
