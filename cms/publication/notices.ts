/**
 * The site-wide notice in the read model. What it says, and its coming and going at their minutes, shows on
 * the home page and the section fronts at once and follows everywhere else at low priority.
 */
import type { Notice, NoticeLevel } from '#domain/notice.ts'
import { readMeta, writeMeta } from '#published/open.ts'
import { noticeAt } from '#published/read-notice.ts'
import { transaction } from '#published/write.ts'
import type { ReadModel } from './apply.ts'
import { askRelease } from './ask-release.ts'
import type { Release } from './releases.ts'

/** ISO 8601 UTC, cut to its minute: the grain at which notices come and go. */
export const minuteOf = (nowIso: string): string => `${nowIso.slice(0, 16)}:00.000Z`

/** Puts the rows of the notice, nothing else. */
export function putNotice({ db }: ReadModel, notice: Notice | null): void {
  db.exec('DELETE FROM notices')
  if (!notice) return
  const { id, level, text, link, startsAt, endsAt } = notice
  db.prepare(
    'INSERT INTO notices (id, level, text, link_url, link_text, starts_at, ends_at) VALUES (?, ?, ?, ?, ?, ?, ?)',
  ).run(id, level, text, link?.url ?? null, link?.text ?? null, minuteOf(startsAt), endsAt ?? null)
}

/** The notice that another release has; `null` when it has none or cannot be read. */
export const keptNotice = (release: Release | null): Notice | null =>
  askRelease(
    release,
    (db) => {
      const row = db.prepare('SELECT * FROM notices LIMIT 1').get() as NoticeRow | undefined
      return row ? noticeOf(row) : null
    },
    null,
  )

type NoticeRow = Record<'id' | 'text' | 'starts_at', string> &
  Record<'link_url' | 'link_text' | 'ends_at', string | null> & { level: NoticeLevel }

const noticeOf = (row: NoticeRow): Notice => ({
  id: row.id,
  level: row.level,
  text: row.text,
  startsAt: row.starts_at,
  ...(row.ends_at ? { endsAt: row.ends_at } : {}),
  ...(row.link_url ? { link: { url: row.link_url, text: row.link_text ?? '' } } : {}),
})

/** @returns how many routes became stale; 0 when readers see no difference. */
export function changeNotice(model: ReadModel, notice: Notice | null, nowIso: string): number {
  return transaction(model.db, () => {
    const before = shownNow(model)
    putNotice(model, notice)
    writeMeta(model.db, 'as_of_minute', minuteOf(nowIso))
    return before === shownNow(model) ? 0 : model.queue.markEveryPage()
  })
}

/** The minute that pages show goes on when a notice begins or ends. @returns how many routes became stale. */
export function turnClock(model: ReadModel, nowIso: string): number {
  const { db } = model
  const minute = minuteOf(nowIso)
  if (noticeAt(db, readMeta(db, 'as_of_minute') ?? '') === noticeAt(db, minute)) return 0
  return transaction(db, () => {
    writeMeta(db, 'as_of_minute', minute)
    return model.queue.markEveryPage()
  })
}

/** The notice and its words as readers see them, as one comparable text. */
function shownNow({ db }: ReadModel): string {
  const id = noticeAt(db, readMeta(db, 'as_of_minute') ?? '')
  const row =
    id === null
      ? null
      : db.prepare('SELECT level, text, link_url, link_text FROM notices WHERE id = ?').get(id)
  return JSON.stringify(row ?? null)
}
