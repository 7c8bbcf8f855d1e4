import { documentFamilyNames, documentTypes } from '#domain/document-types.ts'
import { documentRelationTypes } from '#domain/document-relations.ts'
import { day } from '../fields/day.ts'
import { system } from '../fields/system.ts'
import { richText } from '../fields/rich-text.ts'
import { longText, text } from '../fields/text.ts'
import { moderatedCollection } from '../workflow/moderated-collection.ts'

const families = Object.entries(documentFamilyNames).map(([value, label]) => ({ value, label }))
const types = documentTypes.map(({ abbreviation, name }) => ({
  value: abbreviation,
  label: `${name} (${abbreviation})`,
}))
const relations = Object.entries(documentRelationTypes).map(([value, { act }]) => ({
  value,
  label: `Văn bản này ${act}`,
}))

/** Numbered documents of any family, with the metadata of NĐ 43/2011 Điều 10.1.e and of vbpl.vn (reference/domain 6.4). */
export const documents = moderatedCollection({
  slug: 'documents',
  labels: { singular: 'Văn bản', plural: 'Văn bản' },
  columns: ['number', 'abstract', 'issuedOn'],
  description:
    'Văn bản chỉ đạo điều hành, văn bản quy phạm pháp luật và văn bản khác. Tệp ký số giữ nguyên, bản chữ đặt bên cạnh.',
  fields: [
    {
      type: 'row',
      fields: [
        { name: 'family', type: 'select', label: 'Nhóm văn bản', options: families, admin: { width: '50%' } },
        {
          name: 'type',
          type: 'select',
          label: 'Loại văn bản',
          index: true,
          options: types,
          admin: { width: '50%' },
        },
      ],
    },
    {
      type: 'row',
      fields: [
        text({
          name: 'number',
          label: 'Số, ký hiệu',
          maxLength: 80,
          description: 'Ghi như trên văn bản, ví dụ 08/CT-UBND.',
          admin: { width: '50%' },
        }),
        {
          name: 'issuer',
          type: 'relationship',
          relationTo: 'agencies',
          label: 'Cơ quan ban hành',
          index: true,
          admin: { width: '50%' },
        },
      ],
    },
    longText({
      name: 'abstract',
      label: 'Trích yếu',
      maxLength: 1000,
      description: 'Nguyên văn trích yếu, không kèm tên loại.',
    }),
    {
      type: 'row',
      fields: [
        day({ name: 'issuedOn', label: 'Ngày ban hành' }),
        day({ name: 'effectiveFrom', label: 'Ngày có hiệu lực', description: 'Để trống: từ ngày ký.' }),
        day({ name: 'effectiveTo', label: 'Ngày hết hiệu lực' }),
      ],
    },
    {
      type: 'row',
      fields: [
        text({ name: 'signer', label: 'Người ký', maxLength: 120, admin: { width: '33%' } }),
        text({
          name: 'signerCapacity',
          label: 'Quyền hạn, chức vụ người ký',
          maxLength: 200,
          description: 'Ví dụ: KT. CHỦ TỊCH, PHÓ CHỦ TỊCH',
          admin: { width: '34%' },
        }),
        text({ name: 'place', label: 'Nơi ban hành', maxLength: 120, admin: { width: '33%' } }),
      ],
    },
    { name: 'files', type: 'upload', relationTo: 'files', hasMany: true, label: 'Tệp văn bản' },
    richText({ name: 'body', label: 'Bản chữ để đọc' }),
    system({ name: 'numberKey', type: 'text', index: true, label: 'Khóa số, ký hiệu' }),
    {
      name: 'fields',
      type: 'relationship',
      relationTo: 'topics',
      hasMany: true,
      label: 'Lĩnh vực',
      admin: { position: 'sidebar' },
    },
    {
      name: 'relations',
      type: 'array',
      label: 'Quan hệ với văn bản khác',
      labels: { singular: 'quan hệ', plural: 'quan hệ' },
      maxRows: 200,
      admin: {
        description: 'Ghi việc văn bản NÀY làm với văn bản kia. Chiều ngược lại Cổng tự hiện ở văn bản kia.',
      },
      fields: [
        { name: 'type', type: 'select', label: 'Việc làm', required: true, options: relations },
        {
          name: 'target',
          type: 'relationship',
          relationTo: 'documents',
          label: 'Văn bản kia (đã có trên Cổng)',
          admin: { components: { Field: '/cms/admin/fields/LiveItemsField.tsx#LiveItemsField' } },
        },
        text({
          name: 'targetText',
          label: 'Hoặc ghi tên văn bản kia',
          maxLength: 300,
          description: 'Khi văn bản kia chưa có trên Cổng.',
        }),
        {
          name: 'extent',
          type: 'select',
          label: 'Phạm vi',
          options: [
            { value: 'whole', label: 'Toàn bộ' },
            { value: 'part', label: 'Một phần' },
          ],
        },
        text({ name: 'provision', label: 'Điều, khoản', maxLength: 200 }),
      ],
    },
  ],
})
