/** Home, news front, months and articles. */
import { localDay } from '#domain/dates.ts'
import { routes } from '#domain/routes.ts'
import { archiveOf, isMonth, neighboursOf } from './archives.ts'
import type { Cards } from './cards.ts'
import { fileViews } from './file-views.ts'
import { lists } from './lists.ts'
import { richTextHtml } from './rich-text-html.ts'
import type { Rows } from './rows.ts'
import type { NewsCard, Reader } from './views.ts'

const monthLists = 'news/'
/** The home page shows the lead story, five beside it and six below; among the six newest the lead is one with a picture. */
const homeNews = 12
const homeDocuments = 8

export function readNews(
  rows: Rows,
  cards: Cards,
): Pick<Reader, 'home' | 'newsFront' | 'newsMonth' | 'newsPage'> {
  const newest = (list: string, limit?: number): NewsCard[] =>
    rows.newest('news', list, limit).map(cards.newsCard)

  return {
    home() {
      const latest = newest(lists.news(), homeNews)
      const lead = latest.slice(0, 6).find(({ image }) => image) ?? latest[0] ?? null
      return {
        lead,
        news: latest.filter((card) => card !== lead),
        documents: rows.newest('documents', lists.documents(), homeDocuments).map(cards.documentCard),
      }
    },

    newsFront: () => ({
      latest: newest(lists.news(), 20),
      archive: archiveOf(rows, monthLists, routes.newsMonth),
      topics: rows.inOrder('topics', lists.topics()).map(({ path, title }) => ({ path, title })),
    }),

    newsMonth(year, month) {
      if (!isMonth(year, month)) return null
      const items = newest(lists.newsMonth(year, month))
      const archive = archiveOf(rows, monthLists, routes.newsMonth, year)
      if (items.length === 0 || !archive) return null
      return { items, archive, neighbours: neighboursOf(rows, monthLists, routes.newsMonth, year, month) }
    },

    newsPage(path) {
      const row = rows.atPath('news', path)
      if (!row) return null
      const { language, publicDate, content, files, edition } = row
      const day = localDay(publicDate)
      const resolve = (ref: string) => rows.link(ref, day)
      const agency = rows.link(content.agency, day)
      return {
        ...cards.newsCard(row),
        language,
        body: richTextHtml(content.body, { files, resolve }).html,
        ...(agency ? { agency } : {}),
        ...(content.source ? { source: content.source } : {}),
        ...(content.author ? { author: content.author } : {}),
        attachments: edition.withdrawn ? [] : fileViews(content.attachments, files),
        documents: (content.aboutDocuments ?? [])
          .map((ref) => rows.briefly('documents', ref))
          .filter((document) => document !== null)
          .map(cards.documentCard),
        edition,
      }
    },
  }
}
