/**
 * The site-wide notice: one line of plain text with at most one link, at one of four levels, for a time. It is
 * the only public text outside the editions (ARCHITECTURE, three kinds of truth); its audit event stands for them.
 */
import { isMoment, toUtc } from './dates.ts'
import { isSafeAddress } from './safe-address.ts'

export const noticeLevels = ['info', 'warning', 'serious', 'emergency'] as const
export type NoticeLevel = (typeof noticeLevels)[number]

/** What readers see before the text; a level is always a shape and a word, never a colour alone. */
export const noticeWords: Record<NoticeLevel, string> = {
  info: 'Thông báo',
  warning: 'Lưu ý',
  serious: 'Cảnh báo',
  emergency: 'Khẩn cấp',
}

export type Notice = {
  id: string
  level: NoticeLevel
  text: string
  link?: { url: string; text: string }
  /** ISO 8601 UTC. */
  startsAt: string
  /** ISO 8601 UTC; absent: until it is taken away. */
  endsAt?: string
}

export type NoticeProblem = { field: string; code: string; message: string }

export const longestNotice = 400
export const longestNoticeLink = 120

/** Where a notice is in its time: to come, shown to readers, or over. `now`: ISO 8601 UTC. */
export function noticePhase({ startsAt, endsAt }: Omit<Notice, 'id'>, now: string): NoticePhase {
  if (startsAt > now) return 'coming'
  return endsAt !== undefined && endsAt <= now ? 'past' : 'standing'
}

export type NoticePhase = 'coming' | 'standing' | 'past'

/** A notice without its id from what a person sent; every fault at once. */
export function readNotice(
  input: unknown,
  now: string,
): { notice: Omit<Notice, 'id'> | null; problems: NoticeProblem[] } {
  const given = (typeof input === 'object' && input !== null ? input : {}) as Record<string, unknown>
  const problems: NoticeProblem[] = []
  const wrong = (field: string, code: string, message: string) => void problems.push({ field, code, message })

  const known = ['level', 'text', 'link', 'startsAt', 'endsAt']
  for (const field of Object.keys(given)) {
    if (!known.includes(field)) wrong(field, 'unknown-field', `Không có trường “${field}”.`)
  }
  const level = noticeLevels.find((name) => name === given.level)
  if (!level) wrong('level', 'bad-level', `Mức phải là một trong: ${noticeLevels.join(', ')}.`)
  const text = plainText(given.text)
  if (!text) wrong('text', 'missing', 'Hãy ghi nội dung thông báo.')
  else if (text.length > longestNotice) wrong('text', 'too-long', `Nội dung dài quá ${longestNotice} ký tự.`)
  const startsAt = momentOf(given.startsAt) ?? (isAbsent(given.startsAt) ? toUtc(now) : null)
  if (!startsAt) wrong('startsAt', 'bad-time', 'Giờ bắt đầu không hợp lệ.')
  const endsAt = momentOf(given.endsAt)
  if (!endsAt && !isAbsent(given.endsAt)) wrong('endsAt', 'bad-time', 'Giờ kết thúc không hợp lệ.')
  if (endsAt && endsAt <= toUtc(now)) wrong('endsAt', 'in-the-past', 'Giờ kết thúc đã qua.')
  else if (endsAt && startsAt && endsAt <= startsAt)
    wrong('endsAt', 'before-start', 'Giờ kết thúc phải sau giờ bắt đầu.')
  const link = isAbsent(given.link) ? undefined : readLink(given.link, wrong)

  if (problems.length > 0 || !level || !startsAt) return { notice: null, problems }
  return {
    notice: { level, text, startsAt, ...(link ? { link } : {}), ...(endsAt ? { endsAt } : {}) },
    problems: [],
  }
}

const isAbsent = (value: unknown): boolean => value === undefined || value === null || value === ''

/** NFC, one line, no control characters. */
const plainText = (value: unknown): string =>
  typeof value === 'string'
    ? value
        .normalize('NFC')
        .replace(/[\s\p{Cc}]+/gu, ' ')
        .trim()
    : ''

const momentOf = (value: unknown): string | null => (isMoment(value) ? toUtc(value) : null)

type Wrong = (field: string, code: string, message: string) => void

/** The words and the address are told apart, so that each stands wrong at its own field. */
function readLink(value: unknown, wrong: Wrong): { url: string; text: string } | undefined {
  const { url, text, ...rest } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >
  for (const field of Object.keys(rest))
    wrong(`link.${field}`, 'unknown-field', `Không có trường “link.${field}”.`)
  const words = plainText(text)
  if (!words) wrong('link.text', 'bad-link', 'Liên kết chưa có chữ. Hãy ghi chữ người đọc sẽ bấm.')
  else if (words.length > longestNoticeLink)
    wrong('link.text', 'too-long', `Chữ của liên kết dài quá ${longestNoticeLink} ký tự.`)
  if (typeof url === 'string' && isSafeAddress(url)) return { url, text: words }
  wrong(
    'link.url',
    'bad-link',
    'Liên kết cần một địa chỉ bắt đầu bằng / (trang của Cổng) hoặc https:// (trang ngoài).',
  )
  return undefined
}
