/** Sessions as their owners see them: when, from where, with what. Written by `accounts/sessions.ts`. */
import { label, ledger } from './ledgers.ts'

export const signIns = ledger({
  slug: 'sign-ins',
  labels: { singular: 'Phiên đăng nhập', plural: 'Phiên đăng nhập' },
  columns: ['user', 'startedAt', 'lastSeenAt', 'endedAt'],
  isHidden: true,
  indexes: [{ fields: ['user', 'startedAt'] }],
  fields: [
    label('sid', 'Mã phiên', { unique: true, index: true }),
    label('user', 'Mã tài khoản'),
    label('startedAt', 'Bắt đầu lúc'),
    label('lastSeenAt', 'Thấy lần cuối lúc'),
    label('endedAt', 'Kết thúc lúc'),
    label('endReason', 'Vì sao'),
    label('address', 'Địa chỉ mạng'),
    label('browser', 'Trình duyệt'),
  ],
})
