import { documentKinds } from '#domain/file-kinds.ts'
import { text } from '../fields/text.ts'
import { uploadCollection } from '../uploads/upload-collection.ts'

/** As Payload sees many an Office file by its bytes alone; which of them may come in, `prepareUpload` has decided by then. */
const containers = ['application/zip', 'application/x-cfb']

/** Files to download. Signed PDFs are kept byte for byte. */
export const files = uploadCollection({
  slug: 'files',
  holds: 'documents',
  labels: { singular: 'Tệp', plural: 'Tệp' },
  title: 'title',
  mimeTypes: [...documentKinds.map(({ mimeType }) => mimeType), ...containers],
  fields: [
    text({
      name: 'title',
      label: 'Tên tệp hiện ra',
      maxLength: 300,
      required: true,
      description: 'Ví dụ: Bản ký số Chỉ thị 08/CT-UBND.',
    }),
  ],
})
