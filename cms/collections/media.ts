import { imageKinds } from '#domain/file-kinds.ts'
import { text } from '../fields/text.ts'
import { uploadCollection } from '../uploads/upload-collection.ts'

/** Pictures. The alternative text is part of the picture, so it is written once; readiness asks for it. */
export const media = uploadCollection({
  slug: 'media',
  holds: 'pictures',
  labels: { singular: 'Ảnh', plural: 'Ảnh' },
  title: 'alt',
  mimeTypes: [...new Set(imageKinds.map(({ mimeType }) => mimeType))],
  fields: [
    text({
      name: 'alt',
      label: 'Mô tả ảnh',
      maxLength: 300,
      required: true,
      description: 'Nói điều ảnh cho thấy, cho người không nhìn được ảnh.',
    }),
    text({ name: 'caption', label: 'Chú thích', maxLength: 500 }),
    text({ name: 'credit', label: 'Nguồn ảnh', maxLength: 200 }),
  ],
})
