/**
 * The queue of outgoing mail. A row is written in the transaction of what it tells, so that nothing is told that
 * was rolled back and nothing waits for a mail server (cms/decisions/017).
 */
import { createHash } from 'node:crypto'
import type { Payload, PayloadRequest } from 'payload'
import type { MailLine } from '#domain/mail-body.ts'
import { isMailAddress, mailDomain } from '#domain/mail-address.ts'
import { nextDigest } from '#domain/mail-delivery.ts'
import type { Addressee, MailEvent } from '#domain/mail-events.ts'
import type { MailWords } from '#domain/mail-words.ts'
import { createMany, newId } from '../database/many-rows.ts'
import { env } from '../env.ts'

/** `account`: Payload's own mails, such as a new password. */
export type MailKind = MailEvent | 'digest' | 'account'

export const mailKindNames: Record<MailKind, string> = {
  submitted: 'Chờ duyệt',
  returned: 'Bị trả lại',
  scheduled: 'Hẹn giờ đăng',
  unscheduled: 'Bỏ hẹn giờ',
  live: 'Đã lên Cổng',
  'handed-over': 'Bàn giao',
  withdrawn: 'Rút, chuyển, gỡ bỏ',
  emergency: 'Đăng khẩn',
  reminder: 'Nhắc duyệt',
  overdue: 'Quá hạn duyệt',
  escalated: 'Quá hạn duyệt đã lâu',
  unreviewed: 'Quá hạn rà soát bài đăng khẩn',
  alarm: 'Báo động',
  anchors: 'Mốc nhật ký',
  digest: 'Tổng hợp',
  account: 'Tài khoản',
}

/** `digest`: waits for its person's next digest. `gathered`: went into one. */
export type MailState = 'waiting' | 'digest' | 'sent' | 'failed' | 'gathered' | 'cancelled'

export const mailStateNames: Record<MailState, string> = {
  waiting: 'Đang chờ gửi',
  digest: 'Chờ thư tổng hợp',
  sent: 'Đã gửi',
  failed: 'Không gửi được',
  gathered: 'Đã vào thư tổng hợp',
  cancelled: 'Không gửi nữa',
}

export type MailRow = {
  id: string
  /** The same for the same thing told to the same address, whoever asks again. */
  key: string
  /** What is told, whoever to: the key without its recipient. */
  event: string
  kind: MailKind
  /** One plain address. */
  to: string
  person?: string | null
  subject: string
  /** `null` once the mail is dealt with. */
  body?: MailLine[] | null
  state: MailState
  collection?: string | null
  item?: string | null
  messageId: string
  /** ISO 8601 UTC, as all moments here. */
  queuedAt: string
  nextTryAt: string
  tries: number
  refusals: number
  lastError?: string | null
  sentAt?: string | null
  /** Id of the digest that carries it. */
  digest?: string | null
}

export type NewMail = {
  event: string
  kind: MailKind
  addressee: Addressee
  words: MailWords
  collection?: string | undefined
  item?: string | undefined
  at: string
}

/** Stable, so that a mail delivered twice is recognised as one (RFC 5322, 3.6.4). */
export const messageIdOf = (key: string): string =>
  `<${createHash('sha256').update(key).digest('hex').slice(0, 40)}@${mailDomain(env.MAIL_FROM)}>`

/** The row as it begins. @throws TypeError for an address that is not plain. */
export function mailRow(payload: Payload, { addressee, words, at, ...mail }: NewMail): MailRow {
  const { address, person, when } = addressee
  if (!isMailAddress(address)) throw new TypeError('not a plain mail address')
  const key = `${mail.event}/${person ?? address.toLowerCase()}`
  return {
    id: newId(payload),
    ...mail,
    key,
    to: address,
    person,
    subject: words.subject,
    body: words.lines,
    state: when === 'digest' ? 'digest' : 'waiting',
    messageId: messageIdOf(key),
    queuedAt: at,
    nextTryAt: when === 'digest' ? nextDigest(at) : at,
    tries: 0,
    refusals: 0,
  }
}

/** Puts mails into the queue, in the transaction of `req`. */
export async function queueMails(
  payload: Payload,
  mails: readonly NewMail[],
  req: PayloadRequest,
): Promise<void> {
  if (mails.length === 0) return
  await createMany(
    payload,
    'mails',
    mails.map((mail) => mailRow(payload, mail)),
    req,
  )
}

/** Leaves out what was queued before. Two writers at once meet at the unique key, and the later one starts again. */
export async function queueMailsOnce(
  payload: Payload,
  mails: readonly NewMail[],
  req: PayloadRequest,
): Promise<void> {
  const rows = mails.map((mail) => mailRow(payload, mail))
  const { docs } = await payload.db.find<MailRow>({
    collection: 'mails',
    where: { key: { in: rows.map(({ key }) => key) } },
    limit: rows.length,
    pagination: false,
    req,
  })
  const known = new Set(docs.map(({ key }) => key))
  await queueMails(
    payload,
    mails.filter((_, index) => !known.has(rows[index]?.key ?? '')),
    req,
  )
}
