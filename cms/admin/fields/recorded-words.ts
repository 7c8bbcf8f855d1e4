/** What ledgers store, in the words of people. What is not known is shown as it is: a ledger hides nothing. */
import { auditActionName } from '#domain/audit-actions.ts'
import { isPublicCollection } from '#domain/collections.ts'
import { formatClock, formatDay, isMoment, localDay } from '#domain/dates.ts'
import { publicStateNames, roleNames, stateNames } from '../../workflow/words.ts'
import { collectionNames } from '../dashboard/collection-names.ts'

const named = (names: Readonly<Record<string, string>>, word: string): string =>
  Object.hasOwn(names, word) ? (names[word] ?? word) : word

const text = (value: unknown): string => (typeof value === 'string' ? value : '')

/** To the second, in Asia/Ho_Chi_Minh. */
export function momentWords(value: unknown): string {
  const moment = value instanceof Date ? value.toISOString() : text(value)
  return isMoment(moment) ? `${formatDay(localDay(moment))}, ${formatClock(moment)}` : moment
}

/** `draft/live` → `Đang soạn · Đang trên Cổng`; `moderator` → `Ban biên tập`. */
export function stateWords(value: unknown): string {
  const [state = '', publicState] = text(value).split('/')
  if (publicState === undefined) return named(roleNames, state)
  return `${named(stateNames, state)} · ${named(publicStateNames, publicState)}`
}

export const kindWords = (value: unknown): string => {
  const kind = text(value)
  return isPublicCollection(kind) ? collectionNames[kind] : named(otherKinds, kind)
}

const otherKinds = {
  users: 'Tài khoản',
  notices: 'Thông báo toàn Cổng',
  pauses: 'Tạm dừng đăng',
  publications: 'Lượt đăng',
  media: 'Ảnh',
  files: 'Tệp',
  'audit-events': 'Nhật ký',
}

export const stepWords = (value: unknown): string => auditActionName(text(value))

/** A record for reading: moments in it, however deep, as people in Vietnam read them. */
export const recordWords = (value: unknown): string =>
  JSON.stringify(
    value,
    (_name, inner: unknown) => (typeof inner === 'string' && isMoment(inner) ? momentWords(inner) : inner),
    2,
  )
