/** Which moderator is reading which submitted item, a row for each item. Written by `workflow/claims.ts`. */
import { label, ledger, moment } from './ledgers.ts'

export const claims = ledger({
  slug: 'claims',
  labels: { singular: 'Nhận duyệt', plural: 'Nhận duyệt' },
  columns: ['key', 'byName', 'at'],
  isHidden: true,
  fields: [
    // Unique: of moderators who press at once, one takes it.
    label('key', 'Mục', { unique: true, index: true }),
    label('by', 'Mã người nhận'),
    label('byName', 'Người nhận'),
    moment('at', 'Nhận lúc'),
    moment('submittedAt', 'Lần gửi duyệt'),
  ],
})
