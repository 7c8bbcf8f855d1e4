/**
 * The queue of outgoing mail, one row for each address: written with the step it tells of, sent by `jobs/mail`.
 * The office sees who was told what and when; the words themselves are for the recipient only.
 */
import type { Field } from 'payload'
import { kind, label, ledger, moment } from './ledgers.ts'
import { mailKindNames, mailStateNames } from '../workflow/mail-queue.ts'

const options = (names: Record<string, string>) =>
  Object.entries(names).map(([value, name]) => ({ value, label: name }))

const body: Field = {
  name: 'body',
  type: 'json',
  label: 'Nội dung',
  // A mail may hold the link that sets a new password.
  access: { read: () => false },
  admin: { hidden: true, disableListColumn: true, disableListFilter: true },
}

export const mails = ledger({
  slug: 'mails',
  labels: { singular: 'Thư đi', plural: 'Thư đi' },
  title: 'subject',
  columns: ['subject', 'to', 'state', 'tries', 'queuedAt', 'lastError'],
  indexes: [{ fields: ['state', 'nextTryAt'] }, { fields: ['state', 'queuedAt'] }],
  fields: [
    // Unique: the same thing is told to the same person once, whoever asks again.
    label('key', 'Khóa chống gửi trùng', { unique: true, index: true }),
    label('event', 'Sự việc', { index: true }),
    { name: 'kind', type: 'select', label: 'Loại thư', options: options(mailKindNames) },
    label('to', 'Người nhận'),
    label('person', 'Mã tài khoản', { index: true }),
    label('subject', 'Tiêu đề thư'),
    body,
    { name: 'state', type: 'select', label: 'Trạng thái', options: options(mailStateNames) },
    kind('collection', 'Loại mục'),
    label('item', 'Mục', { index: true }),
    label('messageId', 'Message-ID'),
    moment('queuedAt', 'Xếp hàng lúc'),
    moment('nextTryAt', 'Gửi hoặc thử lại lúc'),
    { name: 'tries', type: 'number', label: 'Số lần thử' },
    { name: 'refusals', type: 'number', label: 'Số lần bị từ chối' },
    label('lastError', 'Lỗi gần nhất'),
    moment('sentAt', 'Gửi xong lúc'),
    label('digest', 'Đi cùng thư tổng hợp'),
  ],
})
