/**
 * The read side of the read model: answers every question of the site and the web server, keeps nothing
 * between calls, and knows no rule of its own. The connection stays the caller's.
 */
import type { DatabaseSync } from 'node:sqlite'
import { openCards } from './cards.ts'
import { hasAnchors, readAuditLog } from './read-anchors.ts'
import { readAgencies } from './read-agencies.ts'
import { readDocuments } from './read-documents.ts'
import { readFeeds } from './read-feeds.ts'
import { readNotice } from './read-notice.ts'
import { readNews } from './read-news.ts'
import { readSearch } from './read-search.ts'
import { readTopics } from './read-topics.ts'
import { openRows } from './rows.ts'
import type { Reader } from './views.ts'

/** `today` gives `YYYY-MM-DD` in Vietnam: the day on which the force of documents is told. */
export function openReader(db: DatabaseSync, options: { today: () => string }): Reader {
  const rows = openRows(db)
  const cards = openCards(rows, options.today)
  const feeds = readFeeds(rows)
  return {
    ...readNews(rows, cards),
    ...readTopics(rows, cards),
    ...readDocuments(rows, cards),
    ...readAgencies(rows, cards, options.today),
    ...readSearch(rows, cards),
    ...feeds,
    ...readAuditLog(db),
    notice: () => readNotice(db),
    sections: () => ({ ...feeds.sections(), openData: hasAnchors(db) }),
  }
}
