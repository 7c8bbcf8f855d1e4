import { routes } from '#domain/routes.ts'
import type { SearchKind } from '#published/views.ts'

/** The kinds of things that search finds: their name on screen and their word in `?loai=`. */
export const searchKinds: Record<SearchKind, { name: string; word: string }> = {
  news: { name: 'Tin tức', word: 'tin-tuc' },
  documents: { name: 'Văn bản', word: 'van-ban' },
  agencies: { name: 'Cơ quan', word: 'co-quan' },
  topics: { name: 'Chuyên mục', word: 'chuyen-muc' },
}

export type SearchInput = { query: string; kind?: SearchKind; page: number }

const longestQuery = 200

/** What was asked in an address; whatever is not understood is left out, so that no address is an error. */
export function readSearch(parameters: URLSearchParams): SearchInput {
  const query = (parameters.get('q') ?? '')
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\s]+/gu, ' ')
    .trim()
    .slice(0, longestQuery)
    .toWellFormed()
  const kind = (Object.keys(searchKinds) as SearchKind[]).find(
    (name) => searchKinds[name].word === parameters.get('loai'),
  )
  const page = /^[1-9]\d{0,3}$/.test(parameters.get('trang') ?? '') ? Number(parameters.get('trang')) : 1
  return { query, kind, page }
}

/** Address of a search: the same search always has the same address. */
export function searchPath({
  query,
  kind,
  page,
}: {
  query: string
  kind?: SearchKind
  page?: number
}): string {
  const parameters = new URLSearchParams({ q: query })
  if (kind) parameters.set('loai', searchKinds[kind].word)
  if (page && page > 1) parameters.set('trang', String(page))
  return `${routes.search}?${parameters}`
}

/** The same question with `word` in quotation marks, which make search take it as typed. */
export function withExactWord(query: string, word: string): string {
  const at = query.toLowerCase().indexOf(word.toLowerCase())
  if (at === -1) return query
  const end = at + word.length
  return `${query.slice(0, at)}"${query.slice(at, end)}"${query.slice(end)}`
}
