/**
 * What pages are told: the contract between the read model and the site. Everything here is already
 * decided (names valid on the date, force of a document, targets that are live), so that components
 * hold no rules. Paths are site-relative (`/tin-tuc/…/`); dates are `YYYY-MM-DD` or ISO 8601 UTC.
 */
import type { Anchor } from '#domain/anchors.ts'
import type { FieldChange } from '#domain/comparison/comparison.ts'
import type { SectionName } from '#domain/sections.ts'
import type { FooterWords, LinkColumn, SiteLink } from '#domain/site-settings.ts'

export type Link = { path: string; title: string }

export type ImageView = {
  /** `/tep/…` */
  src: string
  width: number
  height: number
  alt: string
  caption?: string
  credit?: string
  sources: { src: string; width: number }[]
}

export type FileView = {
  path: string
  name: string
  title: string
  kind: string
  size: number
  sha256: string
}

export type NewsCard = {
  path: string
  title: string
  lead?: string
  /** ISO 8601 UTC: the item's public date. */
  date: string
  topics: Link[]
  image?: ImageView
}

/** The force of a document on a day, in the words of vbpl.vn (reference/domain 6.5). */
export type ForceView = {
  status: 'not-yet' | 'in-force' | 'partly-expired' | 'expired' | 'unknown'
  /** The exact words of the law: `Còn hiệu lực`. */
  label: string
  from?: string
  /** True when `from` was not stated and the day of issue stands in ("từ ngày ký"). */
  isFromIssue?: boolean
  to?: string
  /** The document that replaces, repeals or amends this one. */
  by?: Link & { verb: string }
}

export type DocumentCard = {
  path: string
  /** Issuer's name as it was on the day of issue. */
  issuer: string
  number?: string
  /** `Chỉ thị` */
  typeName: string
  abstract: string
  issuedOn: string
  force: ForceView
}

/** How one edition stands: shown in the aside, in print and in banners. */
export type EditionView = {
  number: number
  firstLiveAt: string
  lastLiveAt: string
  /** The last change that was more than a minor one. */
  lastMajorAt: string
  /** How much this edition changed, in words: `sửa nhỏ`. */
  changeKind: string
  changeNote?: string
  /** Newest first; empty for most items. */
  corrections: { at: string; note: string }[]
  withdrawn?: { at: string; note: string }
  /** Where its earlier editions are told; absent while there are none. */
  historyPath?: string
}

/** One edition in the public history of an item. */
export type PublicEditionView = {
  number: number
  /** ISO 8601 UTC: when it first went live. */
  liveAt: string
  /** How much it changed, in words: `sửa nhỏ`. */
  changeKind: string
  changeNote?: string
  marks: { kind: 'withdrawn' | 'restored'; at: string; note?: string }[]
  /** Its words are no longer public, and why. */
  hidden?: { at: string; note: string }
  /** The page that tells what it changed against the one before; absent for the first. */
  path?: string
}

/** An item in short, at the head of its history. */
type OfItem = {
  /** The item's own page. */
  item: Link & { language: string }
  section: 'news' | 'documents' | 'agencies'
  edition: EditionView
  historyPath: string
}

/** Newest first, two or more. */
export type HistoryPage = OfItem & { editions: PublicEditionView[] }

export type FieldDifference = FieldChange & { label: string }

export type ComparisonPage = OfItem & {
  /** Present when this is what one edition changed against the one before it, which has an address of its own. */
  path?: string
  before: PublicEditionView
  after: PublicEditionView
  /** What the item was called in the later of the two; absent while that one is hidden. */
  title?: string
  /** `null` when one of the two is hidden. Empty: nothing that readers see is different. */
  changes: FieldDifference[] | null
  /** Steps between neighbours. */
  previous?: Link
}

export type NewsPage = NewsCard & {
  language: string
  /** Sanitised HTML. */
  body: string
  agency?: Link
  source?: string
  author?: string
  attachments: FileView[]
  documents: DocumentCard[]
  edition: EditionView
}

export type RelationGroup = { heading: string; entries: { title: string; path?: string; detail?: string }[] }

export type DocumentPage = DocumentCard & {
  language: string
  title: string
  issuerPath?: string
  place?: string
  /** Ids for the table of contents are on the h2/h3 of `body`. */
  body: string
  contents: { id: string; text: string }[]
  signer?: string
  signerCapacity?: string
  effectiveFrom?: string
  effectiveTo?: string
  fields: Link[]
  files: FileView[]
  relations: RelationGroup[]
  news: Link[]
  edition: EditionView
}

export type AgencyNode = Link & { shortName?: string; children: AgencyNode[]; formerly?: string }

export type AgencyPage = {
  path: string
  name: string
  shortName?: string
  language: string
  kindName: string
  summary?: string
  body: string
  parent?: Link
  children: Link[]
  successor?: Link
  validFrom?: string
  validTo?: string
  formerNames: { name: string; validFrom?: string; validTo?: string }[]
  address?: string
  phone?: string
  email?: string
  news: NewsCard[]
  documents: DocumentCard[]
  edition: EditionView
}

/** Twelve cells of a year of an archive; a month without items has no path. */
export type MonthCell = { year: string; month: string; path?: string }
export type Archive = { year: string; months: MonthCell[]; years: { year: string; path: string }[] }
export type Neighbours = { previous?: Link; next?: Link }

export type TopicPage = {
  id: string
  path: string
  name: string
  summary?: string
  language: string
  latest: NewsCard[]
  archive?: Archive
  edition: EditionView
}

export type SearchKind = 'news' | 'documents' | 'agencies' | 'topics'
export type SearchHit = {
  kind: SearchKind
  path: string
  title: string
  date?: string
  number?: string
  /** Safe HTML: escaped text with `<mark>` only. */
  titleHtml: string
  snippetHtml: string
  force?: ForceView
}
export type SearchResult = {
  query: string
  total: number
  page: number
  pages: number
  hits: SearchHit[]
  facets: { kind: SearchKind; count: number }[]
  kind?: SearchKind
  /** Abbreviations that were widened: `cntt` → `công nghệ thông tin`. */
  widened: { from: string; to: string }[]
}

export type ClosedAddress = {
  status: 301 | 410
  path: string
  target?: string
  title?: string
  note?: string
  at: string
}

export type FeedEntry = {
  path: string
  title: string
  summary?: string
  date: string
  updated: string
  id: string
}

/** The site-wide notice. `path` of its link may also be an `https://` address. */
export type NoticeView = {
  level: 'info' | 'warning' | 'serious' | 'emergency'
  /** The word of the level, shown beside its shape. */
  word: string
  text: string
  link?: Link
}

/** A link of the menu, the footer or the home page. `path` may also be an `https://` address. */
export type MenuEntry = Link & { section?: SectionName }

/** Words of the province pack, used where the settings are silent. */
export type FooterOfPack = Required<Omit<FooterWords, 'columns'>> & { columns: readonly LinkColumn[] }
export type HomeOfPack = { tasks: readonly SiteLink[] }

export type FooterView = Required<Omit<FooterWords, 'columns'>> & {
  columns: { title: string; links: MenuEntry[] }[]
}

export type HomeBlocks = { introduction?: string; tasks: MenuEntry[] }

/** Every question the site and the web server may ask. Each answers `null` (or an empty list) when nothing is public there. */
export type Reader = {
  home(): { lead: NewsCard | null; news: NewsCard[]; documents: DocumentCard[] }
  newsFront(): { latest: NewsCard[]; archive: Archive | null; topics: Link[] }
  newsMonth(
    year: string,
    month: string,
  ): { items: NewsCard[]; archive: Archive; neighbours: Neighbours } | null
  newsPage(path: string): NewsPage | null
  topicPage(slug: string, language?: string): TopicPage | null
  topicMonth(
    slug: string,
    year: string,
    month: string,
  ): { topic: Link; items: NewsCard[]; archive: Archive; neighbours: Neighbours } | null
  documentsFront(): { latest: DocumentCard[]; years: { year: string; path: string }[] }
  documentsYear(year: string): { items: DocumentCard[]; years: { year: string; path: string }[] } | null
  documentPage(path: string): DocumentPage | null
  agencyTree(): AgencyNode[]
  agencyPage(slug: string, language?: string): AgencyPage | null
  /** The public editions of the item at a path; `null` when it has fewer than two. */
  history(itemPath: string): HistoryPage | null
  /** What edition `to` says otherwise than `from`, the edition before it when not given; `null` unless both were public. */
  comparison(itemPath: string, to: number, from?: number): ComparisonPage | null
  search(input: { query: string; kind?: SearchKind; page?: number; pageSize?: number }): SearchResult
  closedAddress(path: string): ClosedAddress | null
  feed(
    list: 'news' | 'documents' | { topic: string },
  ): { title: string; path: string; entries: FeedEntry[] } | null
  sitemapIndex(): { path: string; lastmod: string }[]
  sitemapMonth(year: string, month: string): { path: string; lastmod: string }[] | null
  /** The site-wide notice that stands now, for every page. */
  notice(): NoticeView | null
  /** Sections that exist. */
  sections(): Record<SectionName, boolean>
  /** The menu of every page: links whose target stands. */
  menu(ofPack: readonly SiteLink[]): MenuEntry[]
  footer(ofPack: FooterOfPack): FooterView
  homeBlocks(ofPack: HomeOfPack): HomeBlocks
  /** The latest daily anchors of the audit, newest first, and the years that have some. */
  auditLog(): { days: Anchor[]; years: { year: string; path: string }[] } | null
  auditLogYear(year: string): { days: Anchor[]; years: { year: string; path: string }[] } | null
  /** HTML that many pages of one snapshot share, by name; absent where what is read may change underneath. */
  kept?: Map<string, string>
}

/** Handed to the built site with every request, as `Astro.locals.portal`. It is the site's only door. */
export type Portal = {
  reader: Reader
  /** Origin of public addresses, without trailing slash. */
  publicUrl: string
  /** Set when a 410 page is asked for. */
  gone?: ClosedAddress
  /** The page is shown to its reviewers, and says so. */
  isPreview?: boolean
}

/** The built site: one function, made by site/adapter.ts, default file `site/dist/server/entry.mjs`. */
export type RenderSite = (request: Request, portal: Portal) => Promise<Response>

/** The same for files of the public tree, optional: a page may come as its bare text, which answers 200. */
export type DrawSite = (request: Request, portal: Portal) => Promise<Response | string>
