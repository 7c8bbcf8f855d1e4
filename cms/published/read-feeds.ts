/** Feeds, sitemaps, closed addresses and the sections that exist. */
import { routes } from '#domain/routes.ts'
import { isMonth, monthsOf, yearsOf } from './archives.ts'
import { lists } from './lists.ts'
import type { BriefRow, Rows } from './rows.ts'
import type { ClosedAddress, FeedEntry, Reader } from './views.ts'

const feedLength = 20
const sitemaps = 'sitemap/'

export function readFeeds(rows: Rows): Pick<
  Reader,
  'feed' | 'sitemapIndex' | 'sitemapMonth' | 'closedAddress'
> & {
  sections(): ReturnType<Reader['sections']>
} {
  return {
    feed(list) {
      if (list === 'news') return newsFeed(rows, 'Tin tức', routes.newsFront, lists.news())
      if (list === 'documents') {
        const entries = rows.newest('documents', lists.documents(), feedLength).map(documentEntry)
        return { title: 'Văn bản', path: routes.documentsFront, entries }
      }
      const topic = rows.atPath('topics', routes.topic(list.topic))
      if (!topic || topic.edition.withdrawn) return null
      return newsFeed(rows, topic.title, topic.path, lists.topicNews(topic.ref.slice('topics/'.length)))
    },

    sitemapIndex: () =>
      yearsOf(rows, sitemaps).flatMap((year) =>
        monthsOf(rows, sitemaps, year)
          .map((month) => ({
            path: routes.sitemapMonth(year, month),
            lastmod: rows.newestSort(lists.sitemapMonth(year, month)),
          }))
          .toReversed(),
      ),

    sitemapMonth(year, month) {
      if (!isMonth(year, month)) return null
      const found = rows.all(
        `SELECT path, sort AS lastmod FROM list_entries JOIN items USING (ref)
         WHERE list = ? ORDER BY sort DESC, ref`,
        lists.sitemapMonth(year, month),
      )
      return found.length === 0
        ? null
        : found.map((row) => ({ path: String(row.path), lastmod: String(row.lastmod) }))
    },

    closedAddress(path) {
      const row = rows.first('SELECT * FROM closed_addresses WHERE path = ?', path)
      if (!row) return null
      const { status, target, title, note, at } = row as ClosedAddress
      return {
        status,
        path,
        ...(target ? { target } : {}),
        ...(title ? { title } : {}),
        ...(note ? { note } : {}),
        at,
      }
    },

    sections: () => ({
      news: !rows.isEmpty(lists.news()),
      documents: !rows.isEmpty(lists.documents()),
      agencies: !rows.isEmpty(lists.agencies()),
    }),
  }
}

function newsFeed(rows: Rows, title: string, path: string, list: string) {
  return { title, path, entries: rows.newest('news', list, feedLength).map(newsEntry) }
}

const newsEntry = ({ ref, path, title, publicDate, lastLiveAt, content }: BriefRow<'news'>): FeedEntry => ({
  path,
  title,
  ...(content.lead ? { summary: content.lead } : {}),
  date: publicDate,
  updated: lastLiveAt,
  id: ref,
})

const documentEntry = ({
  ref,
  path,
  title,
  publicDate,
  lastLiveAt,
  content,
}: BriefRow<'documents'>): FeedEntry => ({
  path,
  title,
  summary: content.abstract,
  date: publicDate,
  updated: lastLiveAt,
  id: ref,
})
