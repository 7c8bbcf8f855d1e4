/** Pages that stand whatever is public. Those with a list may be absent (404) while it is empty. */
import { routes } from '#domain/routes.ts'
import { lists } from './lists.ts'

export const fixedPages: readonly { path: string; list?: string }[] = [
  { path: routes.home },
  { path: routes.notFound },
  { path: routes.robots },
  { path: routes.sitemapIndex },
  { path: routes.newsFront, list: lists.news() },
  { path: routes.newsFeed, list: lists.news() },
  { path: routes.documentsFront, list: lists.documents() },
  { path: routes.documentsFeed, list: lists.documents() },
  { path: routes.agenciesFront, list: lists.agencies() },
]

/** Home, the section fronts and 404: pages that must not wait when what surrounds every page changes. */
export const frontPages: readonly string[] = fixedPages
  .map(({ path }) => path)
  .filter((path) => path.endsWith('/') || path.endsWith('.html'))

/** Addresses that stand without being a page of the tree: rendered when asked for. */
export const answeredPages: readonly string[] = [routes.search]
