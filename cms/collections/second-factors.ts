/** Second factors: the sealed secret, the last spent step, what is left of the recovery codes. Read by nobody. */
import { label, ledger } from './ledgers.ts'

export const secondFactors = ledger({
  slug: 'second-factors',
  labels: { singular: 'Xác thực hai bước', plural: 'Xác thực hai bước' },
  columns: ['user', 'confirmedAt'],
  isHidden: true,
  fields: [
    label('user', 'Mã tài khoản', { unique: true, index: true }),
    label('secret', 'Khóa'),
    label('confirmedAt', 'Bật lúc'),
    { name: 'lastStep', type: 'number', label: 'Bước đã dùng' },
    { name: 'revision', type: 'number', label: 'Lần đổi' },
    { name: 'recoveryHashes', type: 'json', label: 'Mã khôi phục' },
  ],
})
