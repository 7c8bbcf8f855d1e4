/**
 * Names of the lists in the read model, one function each. A list is a set of live items in order;
 * pages, feeds and the home page are drawn from lists, and a change to an item touches the pages of
 * the lists it stands in (before and after).
 */
export const lists = {
  /** Every live news item; also the source of the home page and the main feed. */
  news: () => 'news',
  newsMonth: (year: string, month: string) => `news/${year}/${month}`,
  topicNews: (topicId: string) => `topic/${topicId}`,
  topicNewsMonth: (topicId: string, year: string, month: string) => `topic/${topicId}/${year}/${month}`,
  documents: () => 'documents',
  documentsYear: (year: string) => `documents/${year}`,
  agencies: () => 'agencies',
  topics: () => 'topics',
  agencyNews: (agencyId: string) => `agency/${agencyId}/news`,
  agencyDocuments: (agencyId: string) => `agency/${agencyId}/documents`,
  /** The one live item of a part of the site's settings. */
  settings: (kind: string) => `settings/${kind}`,
  /** Every page of a month, newest change first: the monthly sitemap. Its sort key is the time of that change. */
  sitemapMonth: (year: string, month: string) => `sitemap/${year}/${month}`,
} as const
