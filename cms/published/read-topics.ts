/** Topics and their months. */
import { itemPath, routes } from '#domain/routes.ts'
import { archiveOf, isMonth, neighboursOf } from './archives.ts'
import type { Cards } from './cards.ts'
import { lists } from './lists.ts'
import type { Rows } from './rows.ts'
import type { Reader } from './views.ts'

export function readTopics(rows: Rows, cards: Cards): Pick<Reader, 'topicPage' | 'topicMonth'> {
  const months = (id: string) => `${lists.topicNews(id)}/`
  const monthPath = (slug: string) => (year: string, month: string) => routes.topicMonth(slug, year, month)

  return {
    topicPage(slug, language = 'vi') {
      const row = rows.atPath('topics', itemPath({ collection: 'topics', slug, language }))
      if (!row) return null
      const id = idOf(row.ref)
      const archive = archiveOf(rows, months(id), monthPath(slug))
      return {
        id,
        path: row.path,
        name: row.content.name,
        ...(row.content.summary ? { summary: row.content.summary } : {}),
        language: row.language,
        latest: rows.newest('news', lists.topicNews(id), 20).map(cards.newsCard),
        ...(archive ? { archive } : {}),
        edition: row.edition,
      }
    },

    topicMonth(slug, year, month) {
      const row = isMonth(year, month) ? rows.atPath('topics', routes.topic(slug)) : null
      if (!row || row.edition.withdrawn) return null
      const id = idOf(row.ref)
      const items = rows.newest('news', lists.topicNewsMonth(id, year, month)).map(cards.newsCard)
      const archive = archiveOf(rows, months(id), monthPath(slug), year)
      if (items.length === 0 || !archive) return null
      return {
        topic: { path: row.path, title: row.title },
        items,
        archive,
        neighbours: neighboursOf(rows, months(id), monthPath(slug), year, month),
      }
    },
  }
}

const idOf = (ref: string): string => ref.slice(ref.indexOf('/') + 1)
