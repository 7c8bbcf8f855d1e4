/** Every site-wide notice that was set or taken away, and by whom. Written by `workflow/notice.ts`; the last row counts. */
import { noticeLevels, noticeWords } from '#domain/notice.ts'
import { noticeEndpoints } from '../workflow/notice-endpoints.ts'
import { label, ledger, moment } from './ledgers.ts'

export const notices = ledger({
  slug: 'notices',
  labels: { singular: 'Thông báo toàn Cổng', plural: 'Thông báo toàn Cổng' },
  title: 'text',
  columns: ['at', 'action', 'level', 'text', 'byName', 'startsAt', 'endsAt'],
  endpoints: noticeEndpoints,
  fields: [
    // Unique, so that of two people who press at once only one row can come to be.
    { name: 'number', type: 'number', label: 'Lần thứ', unique: true, index: true },
    {
      name: 'action',
      type: 'select',
      label: 'Việc',
      options: [
        { value: 'set', label: 'Đặt thông báo' },
        { value: 'clear', label: 'Gỡ thông báo' },
      ],
    },
    {
      name: 'level',
      type: 'select',
      label: 'Mức',
      options: noticeLevels.map((value) => ({ value, label: noticeWords[value] })),
    },
    label('text', 'Nội dung'),
    label('linkUrl', 'Địa chỉ liên kết'),
    label('linkText', 'Chữ liên kết'),
    moment('startsAt', 'Từ lúc'),
    moment('endsAt', 'Đến lúc'),
    moment('at', 'Lúc'),
    label('by', 'Mã người làm'),
    label('byName', 'Người làm'),
  ],
})
