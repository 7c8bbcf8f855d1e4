import { formatMoment } from '#domain/dates.ts'
import { noticePhase, type Notice } from '#domain/notice.ts'

/** `từ 01/07/2025, 10:00 đến 02/07/2025, 00:00`; without an end: until it is taken away. */
export const noticeTimes = ({ startsAt, endsAt }: Pick<Notice, 'startsAt' | 'endsAt'>): string =>
  `từ ${formatMoment(startsAt)} ${endsAt ? `đến ${formatMoment(endsAt)}` : 'đến khi gỡ'}`

/** Whether readers see it now, in one sentence. */
export function noticeStanding(notice: Notice | null, now: string): string {
  if (!notice) return 'Hiện không có thông báo nào trên Cổng.'
  const times = noticeTimes(notice)
  switch (noticePhase(notice, now)) {
    case 'standing':
      return `Người đọc đang thấy thông báo này ở mọi trang, ${times}.`
    case 'coming':
      return `Chưa hiện. Người đọc sẽ thấy thông báo này ${times}.`
    case 'past':
      return `Hiện không có thông báo nào trên Cổng. Thông báo gần nhất đã hết giờ, ${times}.`
  }
}
