/**
 * The site-wide notice, outside the normal workflow because it cannot wait for a second person: one moderator
 * sets or takes it away, and the audit says who. The last row of the `notices` ledger is what counts.
 */
import type { Payload, PayloadRequest } from 'payload'
import type { AuditAction } from '#domain/audit-actions.ts'
import type { Notice, NoticeLevel } from '#domain/notice.ts'
import { noticeWords } from '#domain/notice.ts'
import type { Person } from '../access/person.ts'
import { PortalError } from '../errors.ts'
import { announceCommit } from './after-commit.ts'
import { recordAudit } from './audit.ts'
import { inTransaction } from './transaction.ts'

type NoticeRow = {
  id: string
  number: number
  action: 'set' | 'clear'
  level?: NoticeLevel | null
  text?: string | null
  linkUrl?: string | null
  linkText?: string | null
  startsAt?: string | null
  endsAt?: string | null
}

async function lastRow(payload: Payload, req?: PayloadRequest): Promise<NoticeRow | null> {
  const { docs } = await payload.db.find<NoticeRow>({
    collection: 'notices',
    sort: '-number',
    limit: 1,
    pagination: false,
    ...(req ? { req } : {}),
  })
  return docs[0] ?? null
}

const noticeOf = (row: NoticeRow | null): Notice | null =>
  row?.action === 'set' && row.level && row.startsAt
    ? {
        id: String(row.number),
        level: row.level,
        text: row.text ?? '',
        startsAt: row.startsAt,
        ...(row.endsAt ? { endsAt: row.endsAt } : {}),
        ...(row.linkUrl ? { link: { url: row.linkUrl, text: row.linkText ?? '' } } : {}),
      }
    : null

/** The notice as it was last set, its time past or to come; `null` when it was taken away or never set. */
export const currentNotice = async (payload: Payload): Promise<Notice | null> =>
  noticeOf(await lastRow(payload))

/** One line of the ledger: what was done, when and by whom. */
export type NoticeChange = {
  number: number
  /** ISO 8601 UTC. */
  at: string
  byName: string
  /** `null`: it was taken away. */
  notice: Notice | null
}

/** The latest changes, newest first. */
export async function noticeChanges(payload: Payload, limit: number): Promise<NoticeChange[]> {
  const { docs } = await payload.db.find<NoticeRow & { at: string; byName?: string | null }>({
    collection: 'notices',
    sort: '-number',
    limit,
    pagination: false,
  })
  return docs.map((row) => ({
    number: row.number,
    at: row.at,
    byName: row.byName ?? '',
    notice: noticeOf(row),
  }))
}

type Act = { payload: Payload; user: PayloadRequest['user']; person: Person; name: string; now?: () => Date }

/** Replaces whatever notice there was. */
export async function setNotice({ notice, ...act }: Act & { notice: Omit<Notice, 'id'> }): Promise<Notice> {
  const { link, ...words } = notice
  return append(act, () => ({
    data: { ...words, action: 'set', linkUrl: link?.url, linkText: link?.text },
    audit: { action: 'set-notice', title: notice.text, note: noticeNote(notice) },
  })) as Promise<Notice>
}

/** @throws PortalError `wrong-state` when there is none. */
export async function clearNotice(act: Act): Promise<void> {
  await append(act, (last) => {
    const notice = noticeOf(last)
    if (!notice) throw new PortalError('wrong-state', { message: 'Hiện không có thông báo nào để gỡ.' })
    return { data: { action: 'clear' }, audit: { action: 'clear-notice', title: notice.text } }
  })
}

const noticeNote = ({ level, link, startsAt, endsAt }: Omit<Notice, 'id'>): string =>
  [noticeWords[level], link?.url, `từ ${startsAt}`, endsAt && `đến ${endsAt}`].filter(Boolean).join('; ')

async function append(
  { payload, user, person, name, now = () => new Date() }: Act,
  make: (last: NoticeRow | null) => {
    data: Partial<NoticeRow>
    audit: { action: AuditAction; title: string; note?: string }
  },
): Promise<Notice | null> {
  const row = await inTransaction({ payload, user }, async (req) => {
    const last = await lastRow(payload, req)
    const { data, audit } = make(last)
    const at = now().toISOString()
    const made = { ...data, number: (last?.number ?? 0) + 1 }
    await payload.db.create({
      collection: 'notices',
      data: { ...made, at, by: person.id, byName: name },
      req,
    })
    await recordAudit(
      payload,
      { ...audit, actor: person.id, actorEmail: person.email, collection: 'notices', at },
      req,
    )
    return made
  })
  announceCommit()
  return noticeOf(row as NoticeRow)
}
