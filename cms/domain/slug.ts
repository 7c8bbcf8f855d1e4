/**
 * The last part of an address, from a Vietnamese title (ARCHITECTURE, Addresses; reference/domain 8.4).
 * Payload's own slugs drop every accented letter, and common libraries write đ as `dj`.
 */
import { documentTypeName } from './document-types.ts'
import { cleanDocumentNumber } from './document-number.ts'
import { fold } from './fold.ts'
import { isReservedSlug } from './routes.ts'

export const maxSlugLength = 96

const fallbackSlug = 'muc'

/** `Chỉ thị số 08/CT-UBND` → `chi-thi-so-08-ct-ubnd`; cut between words; never empty (then `muc`). */
export function slugify(text: string, maxLength = maxSlugLength): string {
  const slug = fold(text)
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
  return cutBetweenWords(slug, maxLength) || fallbackSlug
}

/** Lower-case ASCII words joined by single hyphens, at most 96 characters, not a year or another reserved word. */
export const isValidSlug = (slug: string): boolean =>
  slug.length <= maxSlugLength && /^[a-z0-9]+(-[a-z0-9]+)*$/.test(slug) && !isReservedSlug(slug)

/** The `number`th candidate for a slug (1 is the slug itself), for callers that must ask a database each time. */
export function numberedSlug(slug: string, number: number): string {
  if (number <= 1) return slug
  const suffix = `-${number}`
  return cutBetweenWords(slug, maxSlugLength - suffix.length) + suffix
}

/**
 * Slug of a document: name of its type and its number folded, then the issuer's slug unless the provincial
 * People's Committee issued it: `chi-thi-08-ct-ubnd`, `quyet-dinh-59-qd-sct-so-cong-thuong`.
 * Without a number (thư công) its abstract stands in.
 */
export function documentSlug(document: {
  type: string
  number?: string
  abstract?: string
  issuer?: { kind?: string; slug?: string }
}): string {
  const number = cleanDocumentNumber(document.number ?? '')
  const what = /\d/.test(number) ? number : (document.abstract ?? '')
  const issuer = document.issuer?.kind === 'ubnd-tinh' ? '' : (document.issuer?.slug ?? '')
  const tail = issuer ? `-${issuer}` : ''
  const room = Math.max(maxSlugLength - tail.length, maxSlugLength / 2)
  const head = slugify(`${documentTypeName(document.type)} ${what}`, room)
  return cutBetweenWords(head + tail, maxSlugLength)
}

function cutBetweenWords(slug: string, maxLength: number): string {
  if (slug.length <= maxLength) return slug
  const boundary = slug.lastIndexOf('-', maxLength)
  return slug.slice(0, boundary > 0 ? boundary : maxLength).replace(/-+$/, '')
}
