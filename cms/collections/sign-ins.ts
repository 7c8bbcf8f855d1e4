/** Sessions as their owners see them: when, from where, with what. Written by `accounts/sessions.ts`. */
import { label, ledger, moment } from './ledgers.ts'

export const signIns = ledger({
  slug: 'sign-ins',
  labels: { singular: 'Phiên đăng nhập', plural: 'Phiên đăng nhập' },
  columns: ['user', 'startedAt', 'lastSeenAt', 'endedAt'],
  isHidden: true,
  indexes: [{ fields: ['user', 'startedAt'] }],
  fields: [
    label('sid', 'Mã phiên', { unique: true, index: true }),
    label('user', 'Mã tài khoản'),
    moment('startedAt', 'Bắt đầu lúc'),
    moment('lastSeenAt', 'Thấy lần cuối lúc'),
    moment('endedAt', 'Kết thúc lúc'),
    label('endReason', 'Vì sao'),
    label('address', 'Địa chỉ mạng'),
    label('browser', 'Trình duyệt'),
  ],
})
