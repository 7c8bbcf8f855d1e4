import { agencyKinds } from '#domain/agency-kinds.ts'
import { day } from '../fields/day.ts'
import { richText } from '../fields/rich-text.ts'
import { longText, text } from '../fields/text.ts'
import { moderatedCollection } from '../workflow/moderated-collection.ts'

const kinds = agencyKinds.map(({ kind, name }) => ({ value: kind, label: name }))

/** Agencies as a tree, with names valid from and to a day and a successor (Law 01/2026/QH16 Điều 31.1). */
export const agencies = moderatedCollection({
  slug: 'agencies',
  labels: { singular: 'Cơ quan', plural: 'Cơ quan, đơn vị' },
  columns: ['name', 'kind'],
  description: 'Cơ quan, đơn vị và tên gọi theo thời gian. Văn bản cũ hiện tên của thời điểm ban hành.',
  fields: [
    {
      type: 'row',
      fields: [
        text({ name: 'name', label: 'Tên đầy đủ', maxLength: 200, required: true, admin: { width: '66%' } }),
        text({ name: 'shortName', label: 'Tên viết tắt', maxLength: 60, admin: { width: '34%' } }),
      ],
    },
    {
      type: 'row',
      fields: [
        { name: 'kind', type: 'select', label: 'Loại cơ quan', options: kinds, admin: { width: '50%' } },
        {
          name: 'parent',
          type: 'relationship',
          relationTo: 'agencies',
          label: 'Cơ quan cấp trên',
          admin: { width: '50%' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        day({ name: 'validFrom', label: 'Tên có từ ngày' }),
        day({ name: 'validTo', label: 'Đến ngày' }),
      ],
    },
    { name: 'successor', type: 'relationship', relationTo: 'agencies', label: 'Cơ quan kế thừa' },
    {
      name: 'formerNames',
      type: 'array',
      label: 'Tên trước đây',
      labels: { singular: 'tên cũ', plural: 'tên cũ' },
      maxRows: 50,
      fields: [
        text({ name: 'name', label: 'Tên', maxLength: 200, required: true }),
        text({ name: 'shortName', label: 'Viết tắt', maxLength: 60 }),
        {
          type: 'row',
          fields: [day({ name: 'validFrom', label: 'Từ ngày' }), day({ name: 'validTo', label: 'Đến ngày' })],
        },
      ],
    },
    longText({ name: 'summary', label: 'Chức năng trong một câu', maxLength: 500 }),
    richText({ name: 'body', label: 'Chức năng, nhiệm vụ, quyền hạn' }),
    {
      type: 'row',
      fields: [
        text({ name: 'address', label: 'Địa chỉ trụ sở', maxLength: 300 }),
        text({ name: 'phone', label: 'Điện thoại công vụ', maxLength: 60 }),
        text({ name: 'email', label: 'Thư điện tử công vụ', maxLength: 120 }),
      ],
    },
  ],
})
