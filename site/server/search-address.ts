import { routes } from '#domain/routes.ts'

const longestQuery = 200
const lastPage = 50

function cleanQuery(text: string): string {
  const oneLine = text
    .normalize('NFC')
    .replace(/[\p{Cc}\s]+/gu, ' ')
    .trim()
  return [...oneLine].slice(0, longestQuery).join('').trim()
}

function cleanPage(text: string): number {
  return /^\d{1,6}$/.test(text) ? Math.min(Math.max(Number(text), 1), lastPage) : 1
}

/**
 * The search that the site is asked for: known parameters only, the first of each, within limits. Deep
 * pages and long queries cost the most and serve nobody.
 */
export function searchAddress(query: string): string {
  const given = new URLSearchParams(query)
  const asked = new URLSearchParams({ q: cleanQuery(given.get('q') ?? '') })
  const kind = given.get('loai') ?? ''
  if (/^[a-z-]{1,20}$/.test(kind)) asked.set('loai', kind)
  const page = cleanPage(given.get('trang') ?? '')
  if (page > 1) asked.set('trang', String(page))
  return `${routes.search}?${asked}`
}
