/** The audit's daily anchors, as they were mailed and published. Written by `jobs/audit-anchors.ts`. */
import { label, ledger, moment } from './ledgers.ts'

export const auditAnchors = ledger({
  slug: 'audit-anchors',
  labels: { singular: 'Mốc nhật ký', plural: 'Mốc nhật ký' },
  title: 'day',
  columns: ['day', 'number', 'seal', 'events', 'toldAt'],
  fields: [
    // Unique, so that of two runners only one anchors a day.
    label('day', 'Ngày', { unique: true, index: true }),
    { name: 'number', type: 'number', label: 'Số của sự kiện cuối' },
    label('seal', 'Dấu niêm'),
    { name: 'events', type: 'number', label: 'Số sự kiện từ mốc trước' },
    { name: 'editions', type: 'number', label: 'Số bản đăng đã có' },
    moment('at', 'Ghi lúc'),
    moment('toldAt', 'Gửi thư lúc'),
  ],
})
