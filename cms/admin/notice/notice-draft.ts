/** The notice form's fields as typed, and what they mean. Times are those of Vietnam, to the minute. */
import { toVietnamMoment } from '#domain/dates.ts'
import type { Notice, NoticeLevel } from '#domain/notice.ts'

export type NoticeDraft = {
  level: NoticeLevel
  text: string
  linkText: string
  linkUrl: string
  /** `2025-07-01T10:00`, as a browser's field holds it; empty: now. */
  startsAt: string
  /** Empty: until it is taken away. */
  endsAt: string
}

/** When to take which level: the field's own help. */
export const levelAdvice: Record<NoticeLevel, string> = {
  info: 'Điều nên biết: lịch nghỉ, đổi giờ làm việc.',
  warning: 'Có thể ảnh hưởng tới việc của người đọc: bảo trì, tạm dừng một dịch vụ.',
  serious: 'Cần chú ý ngay: giả mạo, lừa đảo, gián đoạn lớn.',
  emergency: 'Nguy hiểm tới người và tài sản: bão, lũ, dịch bệnh.',
}

export const draftOf = (notice: Notice | null): NoticeDraft => ({
  level: notice?.level ?? 'info',
  text: notice?.text ?? '',
  linkText: notice?.link?.text ?? '',
  linkUrl: notice?.link?.url ?? '',
  startsAt: notice ? onClock(notice.startsAt) : '',
  endsAt: notice?.endsAt ? onClock(notice.endsAt) : '',
})

const onClock = (moment: string): string => toVietnamMoment(moment).slice(0, 16)

/** What the endpoint (and `readNotice`) is given. */
export function inputOf({ level, text, linkText, linkUrl, startsAt, endsAt }: NoticeDraft) {
  const hasLink = linkText.trim() !== '' || linkUrl.trim() !== ''
  return {
    level,
    text,
    ...(hasLink ? { link: { text: linkText, url: linkUrl.trim() } } : {}),
    ...(startsAt ? { startsAt: inVietnam(startsAt) } : {}),
    ...(endsAt ? { endsAt: inVietnam(endsAt) } : {}),
  }
}

/** Some browsers add seconds. */
const inVietnam = (local: string): string => `${local.slice(0, 16)}:00+07:00`
