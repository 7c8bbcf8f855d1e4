/** The site-wide notice that stands at the minute which the tree shows. */
import type { DatabaseSync } from 'node:sqlite'
import type { NoticeLevel } from '#domain/notice.ts'
import { noticeWords } from '#domain/notice.ts'
import { readMeta } from './meta.ts'
import { statement } from './statements.ts'
import type { NoticeView } from './views.ts'

type Row = { id: string; level: NoticeLevel; text: string; link_url: string | null; link_text: string | null }

const standing = `SELECT id, level, text, link_url, link_text FROM notices
  WHERE starts_at <= :minute AND (ends_at IS NULL OR ends_at > :minute)
  ORDER BY CASE level WHEN 'emergency' THEN 0 WHEN 'serious' THEN 1 WHEN 'warning' THEN 2 ELSE 3 END, id LIMIT 1`

const standingRow = (db: DatabaseSync, minute: string): Row | undefined =>
  statement(db, standing).get({ minute }) as Row | undefined

/** Names the notice of a minute (ISO 8601 UTC), so that two minutes can be compared; `null`: none stands. */
export const noticeAt = (db: DatabaseSync, minute: string): string | null =>
  standingRow(db, minute)?.id ?? null

/** Pages never ask the clock: `as_of_minute` is turned by the publisher, so that equal rows give equal bytes. */
export function readNotice(db: DatabaseSync): NoticeView | null {
  const row = standingRow(db, readMeta(db, 'as_of_minute') ?? '')
  if (!row) return null
  const { level, text, link_url: url, link_text: words } = row
  return {
    level,
    word: noticeWords[level],
    text,
    ...(url ? { link: { path: url, title: words ?? url } } : {}),
  }
}
