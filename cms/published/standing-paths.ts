/**
 * Whether something public stands at an address of ours, told from the rows alone: links of the menu, the
 * footer and the home page are shown while it does. What is not known here counts as absent.
 */
import { routes } from '#domain/routes.ts'
import { lists } from './lists.ts'
import { answeredPages, fixedPages } from './fixed-pages.ts'
import type { Rows } from './rows.ts'

/** The page of an address: without query and fragment. */
export const pageOf = (address: string): string => address.replace(/[?#].*$/s, '')

/** Where a link to `address` leads now: there, or to where its item has moved; `null`: nothing is public there. */
export function standingAddress(rows: Rows, address: string): string | null {
  const path = pageOf(address)
  if (stands(rows, path)) return address
  const moved = rows.first(
    `SELECT path FROM items WHERE state = 'live' AND ref IN (SELECT ref FROM closed_addresses WHERE path = ?)`,
    path,
  )
  return moved ? (moved.path as string | null) : null
}

function stands(rows: Rows, path: string): boolean {
  const fixed = fixedPages.find((page) => page.path === path)
  if (fixed) return fixed.list === undefined || !rows.isEmpty(fixed.list)
  if (answeredPages.includes(path)) return true
  if (path === routes.openData || path === routes.auditLog)
    return rows.first('SELECT 1 FROM anchors LIMIT 1') !== undefined
  if (rows.first(`SELECT 1 FROM items WHERE path = ? AND state = 'live'`, path)) return true
  const list = listOf(rows, path)
  return list !== null && !rows.isEmpty(list)
}

/** The list without which a page of an archive does not stand. */
function listOf(rows: Rows, path: string): string | null {
  const [, year, month] = /^\/tin-tuc\/(\d{4})\/(\d\d)\/$/.exec(path) ?? []
  if (year && month) return lists.newsMonth(year, month)
  const [, documentsYear] = /^\/van-ban\/(\d{4})\/$/.exec(path) ?? []
  if (documentsYear) return lists.documentsYear(documentsYear)
  const [, topicPath, below] = /^(\/tin-tuc\/chuyen-muc\/[^/]+\/)(rss\.xml|\d{4}\/\d\d\/)$/.exec(path) ?? []
  if (!topicPath || !below) return null
  const topic = rows.first(
    `SELECT ref FROM items WHERE path = ? AND collection = 'topics' AND state = 'live'`,
    topicPath,
  )
  if (!topic) return null
  const list = lists.topicNews(String(topic.ref).slice('topics/'.length))
  return below === 'rss.xml' ? list : `${list}/${below.slice(0, -1)}`
}
