/**
 * What mails say: Vietnamese, for each event a subject and a body of lines. Texts of people (titles, reasons,
 * names) come in as they are; `mail-body.ts` makes them harmless.
 */
import type { PublicCollection } from './collections.ts'
import { formatClock, formatDay, formatMoment, formatSeconds, localDay } from './dates.ts'
import { oneLine, type MailLine } from './mail-body.ts'

/** Beside the sender's address. */
export const senderName = 'Cổng thông tin điện tử'

export type MailWords = { subject: string; lines: MailLine[] }

/** One item of each kind in the middle of a sentence. */
const kinds: Record<PublicCollection, string> = {
  news: 'tin',
  documents: 'văn bản',
  agencies: 'trang cơ quan',
  topics: 'chuyên mục',
  settings: 'phần của Cổng',
}

export type ItemFacts = {
  collection: PublicCollection
  title: string
  agency?: string | undefined
  /** Address of the item in the admin. */
  adminUrl: string
}
export type StepFacts = ItemFacts & {
  /** Name of who took the step. */
  who: string
  /** ISO 8601 UTC, as all moments here. */
  at: string
  note?: string | undefined
}

const subject = (what: string, title: string): string => `[Cổng] ${what}: ${oneLine(title, 140)}`
const named = ({ collection, title, agency }: ItemFacts): string =>
  `${kinds[collection]} “${title}”${agency ? ` (${agency})` : ''}`
const begun = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1)
const inAdmin = ({ adminUrl }: ItemFacts): MailLine => ({ text: 'Mở trong trang biên tập', link: adminUrl })
const reason = (label: string, note: string | undefined): MailLine[] => (note ? [label, { quote: note }] : [])

export const submittedWords = (facts: StepFacts & { dueAt: string }): MailWords => ({
  subject: subject('Chờ duyệt', facts.title),
  lines: [
    `${facts.who} gửi duyệt ${named(facts)} lúc ${formatMoment(facts.at)}.`,
    `Hãy duyệt, hoặc trả lại kèm lý do, trước ${formatMoment(facts.dueAt)}.`,
    inAdmin(facts),
  ],
})

/** A return without single reasons is one about the whole, with its note as text. */
function reasonLines({
  note,
  reasons = [],
}: {
  note?: string | undefined
  reasons?: readonly ReasonFacts[]
}) {
  return reasons
    .filter(({ field, text }) => field !== undefined || text !== note)
    .flatMap(({ field, text }): MailLine[] => [`${field ?? 'Cả bài'}:`, { quote: text }])
}

/** What has to be mended, by what its form calls the field; `field` absent: the item as a whole. */
export type ReasonFacts = { field?: string | undefined; text: string }

export const returnedWords = (facts: StepFacts & { reasons?: readonly ReasonFacts[] }): MailWords => ({
  subject: subject('Bị trả lại', facts.title),
  lines: [
    `${facts.who} trả lại ${named(facts)} lúc ${formatMoment(facts.at)}.`,
    ...reason('Lý do:', facts.note),
    ...reasonLines(facts),
    'Hãy sửa rồi gửi duyệt lại.',
    inAdmin(facts),
  ],
})

export const scheduledWords = (facts: StepFacts & { scheduledAt: string }): MailWords => ({
  subject: subject(`Đã duyệt, hẹn đăng ${formatMoment(facts.scheduledAt)}`, facts.title),
  lines: [
    `${facts.who} đã duyệt ${named(facts)} lúc ${formatMoment(facts.at)}.`,
    `Bài sẽ tự lên Cổng lúc ${formatMoment(facts.scheduledAt)} (giờ Việt Nam).`,
    inAdmin(facts),
  ],
})

export const unscheduledWords = (facts: StepFacts): MailWords => ({
  subject: subject('Đã bỏ hẹn đăng', facts.title),
  lines: [
    `${facts.who} đã bỏ hẹn đăng ${named(facts)} lúc ${formatMoment(facts.at)}.`,
    'Bài trở về bản đang soạn; muốn đăng phải gửi duyệt lại.',
    inAdmin(facts),
  ],
})

/** Of everything that one person gets from another on one day: an account is handed over item by item. */
export const handedOverWords = (facts: {
  who: string
  /** Name of who held it; absent: nobody did. */
  from?: string | undefined
  at: string
  note?: string | undefined
  adminUrl: string
}): MailWords => ({
  subject: subject('Bàn giao', facts.from ? `việc của ${facts.from}` : 'bài đang soạn'),
  lines: [
    `${facts.who} bàn giao cho bạn bài đang soạn${facts.from ? ` của ${facts.from}` : ''}, từ ${formatMoment(facts.at)}.`,
    ...reason('Ghi chú:', facts.note),
    'Từ nay bạn phụ trách: thư báo trả lại, hẹn giờ và lên Cổng gửi đến bạn. Hãy mở trang Việc của tôi để xem.',
    { text: 'Mở trang biên tập', link: facts.adminUrl },
  ],
})

const ended = {
  withdraw: { what: 'Đã rút khỏi Cổng', did: 'rút khỏi Cổng' },
  redirect: { what: 'Đã chuyển địa chỉ', did: 'chuyển địa chỉ của' },
  remove: { what: 'Đã gỡ bỏ', did: 'gỡ bỏ hẳn khỏi Cổng' },
} as const
export type EndingAction = keyof typeof ended

export const withdrawnWords = (facts: StepFacts & { action: EndingAction }): MailWords => ({
  subject: subject(ended[facts.action].what, facts.title),
  lines: [
    `${facts.who} đã ${ended[facts.action].did} ${named(facts)} lúc ${formatMoment(facts.at)}.`,
    ...reason('Lý do (công khai):', facts.note),
    inAdmin(facts),
  ],
})

export const emergencyWords = (facts: StepFacts): MailWords => ({
  subject: subject('Đăng khẩn, cần rà soát', facts.title),
  lines: [
    `${facts.who} đăng khẩn ${named(facts)} lúc ${formatMoment(facts.at)}, chưa có người thứ hai duyệt.`,
    ...reason('Lý do đăng khẩn:', facts.note),
    'Hãy rà soát ngay: xác nhận đã rà soát, hoặc rút khỏi Cổng.',
    inAdmin(facts),
  ],
})

export type Receipt = {
  /** When the public address answered with the new bytes; `null`: written out, not confirmed yet. */
  seenAt: string | null
  liveAt: string
  /** From the approval, or the scheduled time, to `liveAt`. */
  millis: number
  publicUrl?: string | undefined
}

const arrived = {
  approve: { what: 'Đã duyệt và lên Cổng', did: 'đã được duyệt' },
  schedule: { what: 'Đã lên Cổng đúng hẹn', did: 'đã được duyệt' },
  restore: { what: 'Đã trở lại Cổng', did: 'được đưa trở lại' },
  'emergency-publish': { what: 'Đã đăng khẩn', did: 'được đăng khẩn' },
} as const
export type LiveAction = keyof typeof arrived

/** With the receipt: `trên Cổng từ 10:42:07, sau 0,3 giây`. */
export const liveWords = (facts: ItemFacts & Receipt & { action: LiveAction }): MailWords => ({
  subject: subject(arrived[facts.action].what, facts.title),
  lines: [
    `${begun(named(facts))} ${arrived[facts.action].did}, ${receiptOf(facts)}`,
    ...(facts.publicUrl ? [{ text: 'Xem trên Cổng', link: facts.publicUrl }] : []),
    inAdmin(facts),
  ],
})

function receiptOf({ seenAt, liveAt, millis }: Receipt): string {
  if (!seenAt) return `đã ghi ra lúc ${formatMoment(liveAt)}, nhưng máy chủ web chưa xác nhận.`
  const took = millis + Math.max(0, Date.parse(seenAt) - Date.parse(liveAt))
  return `trên Cổng từ ${formatClock(seenAt)}, sau ${formatSeconds(took)} (${formatDay(localDay(seenAt))}).`
}

export type WaitingFacts = ItemFacts & {
  submittedAt: string
  dueAt: string
  /** Name of the moderator whose claim holds. */
  claimedBy?: string | undefined
}

const sinceWhen = (facts: WaitingFacts): string =>
  `${begun(named(facts))} gửi duyệt lúc ${formatMoment(facts.submittedAt)}, hạn xử lý ${formatMoment(facts.dueAt)}`
const whose = ({ claimedBy }: WaitingFacts): string =>
  claimedBy ? `${claimedBy} đang nhận duyệt.` : 'Chưa ai nhận duyệt.'

export const reminderWords = (facts: WaitingFacts): MailWords => ({
  subject: subject('Nhắc duyệt', facts.title),
  lines: [`${sinceWhen(facts)}, đã qua một nửa thời gian. ${whose(facts)}`, inAdmin(facts)],
})

export const overdueWords = (facts: WaitingFacts): MailWords => ({
  subject: subject('Quá hạn duyệt', facts.title),
  lines: [`${sinceWhen(facts)}, đến nay chưa ai duyệt hoặc trả lại. ${whose(facts)}`, inAdmin(facts)],
})

/** To those above the reviewers. */
export const escalatedWords = (facts: WaitingFacts): MailWords => ({
  subject: subject('Quá hạn duyệt đã lâu', facts.title),
  lines: [
    `${sinceWhen(facts)}, đến nay vẫn chưa ai duyệt hoặc trả lại. ${whose(facts)}`,
    'Hãy phân công người duyệt, hoặc nhập người thay nếu có người vắng.',
    inAdmin(facts),
  ],
})

export const unreviewedWords = (facts: ItemFacts & { approvedAt: string; dueAt: string }): MailWords => ({
  subject: subject('Đăng khẩn, quá hạn rà soát', facts.title),
  lines: [
    `${begun(named(facts))} được đăng khẩn lúc ${formatMoment(facts.approvedAt)}, phải được người thứ hai rà soát trước ${formatMoment(facts.dueAt)}, đến nay chưa ai làm.`,
    'Hãy đọc lại bản đang trên Cổng rồi xác nhận đã rà soát, hoặc rút khỏi Cổng.',
    inAdmin(facts),
  ],
})

/** One morning's mail out of those that would have come singly. `at`: the hour it is for. */
export const digestWords = (at: string, parts: readonly MailWords[]): MailWords => ({
  subject: `[Cổng] Tổng hợp ${formatDay(localDay(at))}: ${parts.length} việc`,
  lines: parts.flatMap((part): MailLine[] => [
    { heading: part.subject.replace(/^\[Cổng\] /, '') },
    ...part.lines,
  ]),
})
