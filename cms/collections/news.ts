import { richText } from '../fields/rich-text.ts'
import { moment } from '../fields/moment.ts'
import { longText, text } from '../fields/text.ts'
import { moderatedCollection } from '../workflow/moderated-collection.ts'

/** Articles of the portal. Facts of the legacy article are kept apart: source, author, original time, caption (on the picture). */
export const news = moderatedCollection({
  slug: 'news',
  labels: { singular: 'Tin', plural: 'Tin tức' },
  columns: ['title', 'agency'],
  description: 'Tin của Cổng. Lưu là lưu bản đang soạn; chỉ bản được Ban biên tập duyệt mới lên Cổng.',
  fields: [
    text({ name: 'title', label: 'Tiêu đề', maxLength: 300, required: true }),
    longText({
      name: 'lead',
      label: 'Tóm tắt (sapô)',
      maxLength: 1000,
      description: 'Một đến hai câu, nói điều chính của tin.',
    }),
    {
      name: 'image',
      type: 'upload',
      relationTo: 'media',
      label: 'Ảnh chính',
      admin: { description: 'Chú thích và nguồn ảnh ghi ở ảnh, không ghi vào bài.' },
    },
    richText({ name: 'body', label: 'Nội dung' }),
    { name: 'attachments', type: 'upload', relationTo: 'files', hasMany: true, label: 'Tệp kèm' },
    {
      name: 'aboutDocuments',
      type: 'relationship',
      relationTo: 'documents',
      hasMany: true,
      label: 'Văn bản nói trong bài',
      admin: { components: { Field: '/cms/admin/fields/LiveItemsField.tsx#LiveItemsField' } },
    },
    {
      name: 'agency',
      type: 'relationship',
      relationTo: 'agencies',
      label: 'Cơ quan cung cấp',
      index: true,
      admin: { position: 'sidebar' },
    },
    {
      name: 'topics',
      type: 'relationship',
      relationTo: 'topics',
      hasMany: true,
      label: 'Chuyên mục',
      admin: { position: 'sidebar' },
    },
    {
      type: 'row',
      fields: [
        text({
          name: 'source',
          label: 'Nguồn',
          maxLength: 200,
          description: 'Ví dụ: Cổng TTĐT tỉnh Quảng Ninh.',
        }),
        text({ name: 'author', label: 'Tác giả', maxLength: 200 }),
      ],
    },
    moment({
      name: 'originallyPublishedAt',
      label: 'Thời gian đăng gốc',
      description: 'Chỉ điền cho tin đã đăng ở nơi khác trước đây. Để trống thì lấy giờ lên Cổng.',
    }),
  ],
})
