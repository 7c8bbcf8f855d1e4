import type { FeedEntry } from '#published/views.ts'
import { province } from '../province.ts'
import { xml, xmlResponse } from './xml.ts'

type Feed = { title: string; path: string; entries: FeedEntry[] }

const rfc822 = (date: string): string => new Date(date).toUTCString()

/**
 * A list as RSS 2.0. `selfPath` is the feed's own address, `feed.path` the page it belongs to. The feed is as old as
 * its newest change, never as the moment of rendering. The guid outlives a change of address.
 */
export function feedResponse(feed: Feed, selfPath: string, publicUrl: string): Response {
  const newest = feed.entries
    .map((entry) => entry.updated)
    .sort()
    .at(-1)
  const item = (entry: FeedEntry) =>
    [
      '<item>',
      `<title>${xml(entry.title)}</title>`,
      `<link>${xml(publicUrl + entry.path)}</link>`,
      `<guid isPermaLink="false">${xml(entry.id)}</guid>`,
      `<pubDate>${rfc822(entry.date)}</pubDate>`,
      entry.summary ? `<description>${xml(entry.summary)}</description>` : '',
      '</item>',
    ].join('')

  return xmlResponse(
    [
      '<rss version="2.0" xmlns:atom="http://www.w3.org/2005/Atom"><channel>',
      `<title>${xml(`${feed.title} | ${province.portalName}`)}</title>`,
      `<link>${xml(publicUrl + feed.path)}</link>`,
      `<description>${xml(`${feed.title} trên ${province.portalName}`)}</description>`,
      '<language>vi</language>',
      newest ? `<lastBuildDate>${rfc822(newest)}</lastBuildDate>` : '',
      `<atom:link href="${xml(publicUrl + selfPath)}" rel="self" type="application/rss+xml"/>`,
      ...feed.entries.map(item),
      '</channel></rss>',
    ]
      .filter(Boolean)
      .join('\n'),
    'application/rss+xml',
  )
}
