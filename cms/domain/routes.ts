/**
 * Every public address, in one place (ARCHITECTURE, Addresses). Pure and total: the same input always
 * gives the same path, always with leading and (for pages) trailing slash.
 */
import { hasAddress, type AddressedCollection, type PublicCollection } from './collections.ts'

export const routes = {
  home: '/',
  newsFront: '/tin-tuc/',
  newsMonth: (year: string, month: string) => `/tin-tuc/${year}/${month}/`,
  topic: (slug: string) => `/tin-tuc/chuyen-muc/${slug}/`,
  topicMonth: (slug: string, year: string, month: string) => `/tin-tuc/chuyen-muc/${slug}/${year}/${month}/`,
  news: (slug: string) => `/tin-tuc/${slug}/`,
  documentsFront: '/van-ban/',
  documentsYear: (year: string) => `/van-ban/${year}/`,
  document: (year: string, slug: string) => `/van-ban/${year}/${slug}/`,
  agenciesFront: '/co-quan/',
  agency: (slug: string) => `/co-quan/${slug}/`,
  /** What hangs below an item's own address `/tin-tuc/…/`. */
  history: (itemPath: string) => `${itemPath}lich-su/`,
  historyEdition: (itemPath: string, number: number) => `${itemPath}lich-su/${number}/`,
  search: '/tim-kiem/',
  file: (sha256: string, name: string) => `/tep/${sha256.slice(0, 16)}/${name}`,
  newsFeed: '/rss.xml',
  documentsFeed: '/van-ban/rss.xml',
  topicFeed: (slug: string) => `/tin-tuc/chuyen-muc/${slug}/rss.xml`,
  sitemapIndex: '/sitemap.xml',
  sitemapMonth: (year: string, month: string) => `/sitemap/${year}-${month}.xml`,
  openData: '/du-lieu-mo/',
  auditLog: '/du-lieu-mo/nhat-ky/',
  auditLogYear: (year: string) => `/du-lieu-mo/nhat-ky/${year}/`,
  auditLogCsv: (year: string) => `/du-lieu-mo/nhat-ky/${year}.csv`,
  robots: '/robots.txt',
  notFound: '/404.html',
} as const

/** Slugs that would collide with an archive or a fixed page: four-digit years and `chuyen-muc`. */
export const isReservedSlug = (slug: string): boolean =>
  /^\d{4}$/.test(slug) || slug === 'chuyen-muc' || slug === 'rss-xml'

type Addressing<C extends PublicCollection> = {
  collection: C
  slug: string
  language: string
  issuedOn?: string
}

/**
 * Own address of an item; `null` for settings, which have none. English items live below `/en`. A document's
 * year is its year of issue.
 */
export function itemPath(input: Addressing<AddressedCollection>): string
export function itemPath(input: Addressing<PublicCollection>): string | null
export function itemPath(input: Addressing<PublicCollection>): string | null {
  const { collection, slug } = input
  if (!hasAddress(collection)) return null
  const prefix = input.language === 'en' ? '/en' : ''
  switch (collection) {
    case 'news':
      return prefix + routes.news(slug)
    case 'documents':
      return prefix + routes.document((input.issuedOn ?? '').slice(0, 4), slug)
    case 'agencies':
      return prefix + routes.agency(slug)
    case 'topics':
      return prefix + routes.topic(slug)
  }
}

/** The number of an edition as an address names it; `null` for any other text. */
export const readEditionNumber = (text: string | null): number | null =>
  text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null

/** The item whose history an address is, and the edition it asks for; `null` for every other address. */
export function historyAddress(path: string): { itemPath: string; edition?: number } | null {
  const [, itemPath, below] = /^(\/.+\/)lich-su\/(?:([^/]+)\/)?$/.exec(path) ?? []
  if (!itemPath) return null
  if (below === undefined) return { itemPath }
  const edition = readEditionNumber(below)
  return edition === null ? null : { itemPath, edition }
}
