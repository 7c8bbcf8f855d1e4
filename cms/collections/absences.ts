/** Moderators' days away and who stands in. Written by `workflow/absences.ts`. */
import { absenceEndpoints } from '../workflow/absence-endpoints.ts'
import { label, ledger, moment } from './ledgers.ts'

export const absences = ledger({
  slug: 'absences',
  labels: { singular: 'Kỳ vắng mặt', plural: 'Vắng mặt' },
  columns: ['personName', 'deputyName', 'from', 'to', 'endedAt', 'setByName'],
  endpoints: absenceEndpoints,
  fields: [
    // Unique, so that two entered at once do not miss each other.
    { name: 'number', type: 'number', label: 'Lần thứ', unique: true, index: true },
    label('person', 'Mã người vắng'),
    label('personName', 'Người vắng'),
    label('deputy', 'Mã người thay'),
    label('deputyName', 'Người thay'),
    label('from', 'Từ ngày'),
    label('to', 'Đến hết ngày', { index: true }),
    moment('setAt', 'Nhập lúc'),
    label('setBy', 'Mã người nhập'),
    label('setByName', 'Người nhập'),
    moment('endedAt', 'Kết thúc sớm lúc'),
    label('endedBy', 'Mã người kết thúc'),
  ],
})
