/** Alarms from their beginning to their end, and whether the web office was told. Written by `jobs/incidents.ts`. */
import { label, ledger, moment, record } from './ledgers.ts'

export const incidents = ledger({
  slug: 'incidents',
  labels: { singular: 'Sự cố', plural: 'Sự cố' },
  title: 'text',
  columns: ['openedAt', 'text', 'endedAt', 'toldAt'],
  indexes: [{ fields: ['kind', 'number'], unique: true }],
  fields: [
    label('kind', 'Loại'),
    { name: 'number', type: 'number', label: 'Lần thứ' },
    { name: 'isOpen', type: 'checkbox', label: 'Đang diễn ra', index: true },
    label('text', 'Nội dung'),
    { name: 'count', type: 'number', label: 'Số lượng' },
    record('details', 'Chi tiết'),
    moment('openedAt', 'Bắt đầu lúc', { index: true }),
    moment('endedAt', 'Hết lúc'),
    moment('toldAt', 'Đã báo bắt đầu lúc'),
    moment('toldEndAt', 'Đã báo hết lúc'),
  ],
})
