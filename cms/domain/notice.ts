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
  const link = isAbsent(given.link) ? undefined : linkOf(given.link)
  if (link === null)
    wrong('link', 'bad-link', 'Liên kết cần có chữ và một địa chỉ bắt đầu bằng / hoặc https://.')

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

function linkOf(value: unknown): { url: string; text: string } | null {
  const { url, text, ...rest } = (typeof value === 'object' && value !== null ? value : {}) as Record<
    string,
    unknown
  >
  const words = plainText(text)
  if (Object.keys(rest).length > 0 || typeof url !== 'string') return null
  if (!words || words.length > longestNoticeLink || !isSafeAddress(url)) return null
  return { url, text: words }
}
