/** What a receipt says in one sentence. Pure. */
import { formatClock, formatDay, formatMoment, formatSeconds, localDay } from '#domain/dates.ts'
import type { PublicState } from '#domain/item-truth.ts'
import { publicStateNames } from '../../workflow/words.ts'
import type { PublicationAnswer } from './workflow-api.ts'

type Given = Pick<PublicationAnswer, 'editionNumber' | 'liveAt' | 'seenAt' | 'millis'>

const unseenIsLateAfter = 60_000

/**
 * Seen through the web server: `Bản đăng 3 trên Cổng từ 10:42:07, sau 0,3 giây (23/05/2011).` Until then it
 * says that the files are written and the web server has not answered with them yet.
 */
export function receiptSentence(
  { editionNumber, liveAt, seenAt, millis }: Given,
  publicState: PublicState,
  now: string,
): string {
  const isLive = publicState === 'live'
  const what = isLive ? `Bản đăng ${editionNumber ?? ''}`.trim() : publicStateNames[publicState]
  if (!liveAt) return `${what}.`
  if (seenAt) {
    const took = (millis ?? 0) + Math.max(0, Date.parse(seenAt) - Date.parse(liveAt))
    const day = formatDay(localDay(seenAt))
    return `${what}${isLive ? '' : ','} trên Cổng từ ${formatClock(seenAt)}, sau ${formatSeconds(took)} (${day}).`
  }
  const written = `${what}${isLive ? '' : ','} đã ghi ra lúc ${formatMoment(liveAt)}`
  return Date.parse(now) - Date.parse(liveAt) > unseenIsLateAfter
    ? `${written}, nhưng máy chủ web chưa trả lời đúng nội dung mới. Hãy báo quản trị.`
    : `${written}, đang chờ máy chủ web trả lời.`
}
