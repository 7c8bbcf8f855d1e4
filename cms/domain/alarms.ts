/**
 * What counts as an alarm, as rules over counted facts (ARCHITECTURE, Publication): a change that waits or is
 * not seen for more than a minute, an audit event not sealed in that time, a page that cannot be made, a
 * verification that found something wrong, mail that does not get out. Pure: who counts and who is told stands elsewhere.
 */
export const alarmKinds = ['waiting', 'unseen', 'unsealed', 'verification', 'unsent', 'refused'] as const
export type AlarmKind = (typeof alarmKinds)[number]

/** A minute: people are promised seconds, and a restart of a process takes less than half of it. */
export const lateAfterMs = 60_000

/** What is older than this moment is late. Moments are ISO 8601 UTC. */
export const lateBefore = (now: string): string => new Date(Date.parse(now) - lateAfterMs).toISOString()

export type Late = { count: number; /** The oldest, when there is one. */ since: string | null }

export type Facts = {
  now: string
  /** All publication is held by a person, or was until less than a minute ago. */
  hold: { isHeld: boolean; endedAt: string | null }
  waiting: Late
  unseen: Late
  unsealed: Late
  /** The latest verification that found something wrong, until one finds nothing. */
  verification: { at: string; problems: number; text: string } | null
  /** Mails that wait for longer than `mailLateAfterMs`. */
  unsent: Late
  /** Mails given up within the last day. */
  refused: Late
}

export type Alarm = { kind: AlarmKind; count: number; since: string; text: string }

/** The alarms that hold now, the most urgent first. */
export function alarmsOf(facts: Facts): Alarm[] {
  const { now, hold, waiting, unseen, unsealed, verification, unsent, refused } = facts
  const isExcused = hold.isHeld || (hold.endedAt !== null && hold.endedAt > lateBefore(now))
  return [
    ...(isExcused
      ? []
      : late('waiting', waiting, (count) => `${count} thay đổi đã duyệt chưa lên Cổng sau một phút`)),
    ...late(
      'unseen',
      unseen,
      (count) => `${count} thay đổi đã ghi ra nhưng máy chủ web chưa trả lời đúng nội dung mới sau một phút`,
    ),
    ...late('unsealed', unsealed, (count) => `${count} sự kiện nhật ký chưa được niêm sau một phút`),
    ...(verification
      ? [
          {
            kind: 'verification' as const,
            count: verification.problems,
            since: verification.at,
            text: verification.text,
          },
        ]
      : []),
    ...late('unsent', unsent, (count) => `${count} thư chờ gửi quá 15 phút`),
    ...late('refused', refused, (count) => `${count} thư không gửi được trong một ngày qua`),
  ]
}

const late = (kind: AlarmKind, { count, since }: Late, text: (count: number) => string): Alarm[] =>
  count > 0 && since !== null ? [{ kind, count, since, text: text(count) }] : []

/** What the office can do about an alarm. */
export const alarmAdvice: Record<AlarmKind, string> = {
  waiting:
    'Hãy xem lý do ở trang “Việc của tôi”; nếu không có lỗi nào được nêu, kiểm tra tiến trình biên tập còn chạy không.',
  unseen: 'Hãy kiểm tra máy chủ web của Cổng có đang chạy không và có đọc đúng thư mục công khai không.',
  unsealed: 'Hãy kiểm tra tiến trình biên tập còn chạy không; sau đó chạy: npm run portal -- audit verify',
  verification:
    'Những chỗ sai đã được tự sửa nếu sửa được. Hãy xem danh sách rồi chạy: npm run portal -- verify',
  unsent:
    'Hãy kiểm tra máy chủ thư (SMTP_URL); lý do từng thư ở Sổ › Thư đi. Thư sẽ tự gửi lại, không cần làm gì thêm.',
  refused:
    'Máy chủ thư không nhận: thường là địa chỉ không còn. Xem lý do ở Sổ › Thư đi, rồi sửa địa chỉ của tài khoản.',
}
