/** Each time a person held all publication: who, when, why, and who let it go again. Written by `workflow/pause.ts`. */
import { label, ledger, moment } from './ledgers.ts'

export const pauses = ledger({
  slug: 'pauses',
  labels: { singular: 'Lần tạm dừng đăng', plural: 'Tạm dừng đăng' },
  columns: ['pausedAt', 'pausedByName', 'reason', 'endedAt', 'endedByName'],
  fields: [
    // Unique, so that of two people who press at once only one row can come to be.
    { name: 'number', type: 'number', label: 'Lần thứ', unique: true, index: true },
    label('reason', 'Lý do'),
    moment('pausedAt', 'Dừng lúc'),
    label('pausedBy', 'Mã người dừng'),
    label('pausedByName', 'Người dừng'),
    moment('endedAt', 'Chạy lại lúc'),
    label('endedBy', 'Mã người cho chạy lại'),
    label('endedByName', 'Người cho chạy lại'),
  ],
})
