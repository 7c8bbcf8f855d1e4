/**
 * The read side of the read model: answers every question of the site and the web server, keeps nothing
 * between calls, and knows no rule of its own. The connection stays the caller's.
 */
import type { DatabaseSync } from 'node:sqlite'
import { openCards } from './cards.ts'
import { readAuditLog } from './read-anchors.ts'
import { readAgencies } from './read-agencies.ts'
import { readDocuments } from './read-documents.ts'
import { readFeeds } from './read-feeds.ts'
import { readHistory } from './read-history.ts'
import { readNotice } from './read-notice.ts'
import { readNews } from './read-news.ts'
import { readSearch } from './read-search.ts'
import { readSettings } from './read-settings.ts'
import { readTopics } from './read-topics.ts'
import { openRows } from './rows.ts'
import type { Reader } from './views.ts'

type Options = {
  /** Gives `YYYY-MM-DD` in Vietnam: the day on which the force of documents is told. */
  today: () => string
  /** The connection reads one snapshot until it closes: what every page asks is asked once. */
  isFrozen?: boolean
}

export function openReader(db: DatabaseSync, { today, isFrozen = false }: Options): Reader {
  const rows = openRows(db, { isFrozen })
  const cards = openCards(rows, today)
  const feeds = readFeeds(rows)
  const notice = () => readNotice(db)
  const settings = readSettings(rows)
  return {
    ...readNews(rows, cards),
    ...readTopics(rows, cards),
    ...readDocuments(rows, cards),
    ...readAgencies(rows, cards, today),
    ...readHistory(rows),
    ...readSearch(rows, cards),
    ...feeds,
    ...readAuditLog(db),
    sections: isFrozen ? once(feeds.sections) : feeds.sections,
    menu: isFrozen ? onceFor(settings.menu) : settings.menu,
    footer: isFrozen ? onceFor(settings.footer) : settings.footer,
    homeBlocks: settings.homeBlocks,
    notice: isFrozen ? once(notice) : notice,
    ...(isFrozen ? { kept: new Map<string, string>() } : {}),
  }
}

function once<T>(ask: () => T): () => T {
  let answer: { value: T } | null = null
  return () => (answer ??= { value: ask() }).value
}

/** Once for each province pack, of which there is one. */
function onceFor<P extends object, T>(ask: (pack: P) => T): (pack: P) => T {
  const answers = new Map<P, T>()
  return (pack) => {
    const known = answers.get(pack)
    if (known !== undefined) return known
    const answer = ask(pack)
    answers.set(pack, answer)
    return answer
  }
}
