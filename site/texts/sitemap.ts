import { xml, xmlResponse } from './xml.ts'

type Entry = { path: string; lastmod: string }

const answer = (
  root: 'sitemapindex' | 'urlset',
  child: 'sitemap' | 'url',
  entries: Entry[],
  publicUrl: string,
) => {
  const line = ({ path, lastmod }: Entry) =>
    `<${child}><loc>${xml(publicUrl + path)}</loc><lastmod>${xml(lastmod)}</lastmod></${child}>`
  const body = [
    `<${root} xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">`,
    ...entries.map(line),
    `</${root}>`,
  ].join('\n')
  return xmlResponse(body, 'application/xml')
}

/** The index of monthly sitemaps. */
export const sitemapIndexResponse = (sitemaps: Entry[], publicUrl: string): Response =>
  answer('sitemapindex', 'sitemap', sitemaps, publicUrl)

/** The pages of one month. */
export const sitemapResponse = (pages: Entry[], publicUrl: string): Response =>
  answer('urlset', 'url', pages, publicUrl)
