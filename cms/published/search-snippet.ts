/** Marks what was found in a title and cuts a snippet from a text. The answer is safe HTML: escaped, `<mark>` only. */
import { exact, fold } from '#domain/fold.ts'
import { escapeHtml } from '#domain/escape-html.ts'
import { isMarked, type SearchQuery, type Word } from './search-query.ts'

type Span = { start: number; end: number }
type TextWord = Span & Word

const snippetLength = 240
const leadIn = 60
/** Longer texts are searched for a snippet in their first part only. */
const searchedLength = 40_000

export function markedTitle(title: string, query: SearchQuery): string {
  return marked(title, foundSpans(title, query))
}

/** The stretch with the most different words of the query; the beginning when only the title matched. */
export function snippet(fullText: string, query: SearchQuery): string {
  const text = fullText.slice(0, searchedLength).replace(/\s+/g, ' ')
  const spans = foundSpans(text, query)
  const start = startOf(text, richest(spans, text))
  const end = endOf(text, start)
  const inside = spans
    .filter((span) => span.start >= start && span.end <= end)
    .map((span) => ({ start: span.start - start, end: span.end - start }))
  const isCutAfter = end < text.length || fullText.length > searchedLength
  return `${start > 0 ? '… ' : ''}${marked(text.slice(start, end), inside)}${isCutAfter ? ' …' : ''}`
}

/** Where the query's words stand, in order, overlaps dropped. */
function foundSpans(text: string, query: SearchQuery): Span[] {
  const words = textWords(text)
  const needles = query.terms.flatMap(({ words: typed, isPhrase, also }) => [
    ...(isPhrase ? [typed] : typed.map((word) => [word])),
    ...(also ? [also] : []),
  ])
  const spans = needles.flatMap((needle) => needleSpans(words, needle))
  spans.sort((a, b) => a.start - b.start || b.end - a.end)
  let covered = 0
  return spans.filter((span) => {
    const isFree = span.start >= covered
    if (isFree) covered = span.end
    return isFree
  })
}

/** With its marks where the text has it so, else in any spelling. */
function needleSpans(words: TextWord[], needle: Word[]): Span[] {
  const places = (same: (a: Word, b: Word) => boolean): Span[] =>
    words.flatMap((word, at) => {
      const last = words[at + needle.length - 1]
      const isHere = last && needle.every((wanted, index) => same(words[at + index] as Word, wanted))
      return isHere ? [{ start: word.start, end: last.end }] : []
    })
  const strict = needle.some(isMarked) ? places((a, b) => a.exact === b.exact) : []
  return strict.length > 0
    ? strict
    : places((a, b) => a.folded === b.folded || withoutZeros(a) === withoutZeros(b))
}

const withoutZeros = ({ folded }: Word): string => folded.replace(/^0+(?=\d)/, '')

function textWords(text: string): TextWord[] {
  const known = new Map<string, Word>()
  const read = (word: string): Word => {
    const found = known.get(word) ?? { exact: exact(word), folded: fold(word) }
    known.set(word, found)
    return found
  }
  return [...text.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
    ...read(match[0]),
  }))
}

function richest(spans: Span[], text: string): number {
  let best = { start: 0, different: 0 }
  for (const [index, { start }] of spans.entries()) {
    const inside = new Set<string>()
    for (let at = index; at < spans.length; at += 1) {
      const span = spans[at] as Span
      if (span.end > start + snippetLength - leadIn) break
      inside.add(fold(text.slice(span.start, span.end)))
    }
    if (inside.size > best.different) best = { start, different: inside.size }
  }
  return best.start
}

/** A little before the first hit, at the beginning of a word. */
function startOf(text: string, hit: number): number {
  if (hit <= leadIn) return 0
  const space = text.indexOf(' ', hit - leadIn)
  return space === -1 || space >= hit ? hit : space + 1
}

function endOf(text: string, start: number): number {
  if (text.length - start <= snippetLength) return text.length
  const space = text.lastIndexOf(' ', start + snippetLength)
  return space > start ? space : start + snippetLength
}

/** Words found side by side share one mark. */
function marked(text: string, spans: Span[]): string {
  const joined: Span[] = []
  for (const span of spans) {
    const before = joined.at(-1)
    if (before && text.slice(before.end, span.start) === ' ') before.end = span.end
    else joined.push({ ...span })
  }
  let html = ''
  let at = 0
  for (const { start, end } of joined) {
    html += `${escapeHtml(text.slice(at, start))}<mark>${escapeHtml(text.slice(start, end))}</mark>`
    at = end
  }
  return html + escapeHtml(text.slice(at))
}
