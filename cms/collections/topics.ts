import { longText, text } from '../fields/text.ts'
import { moderatedCollection } from '../workflow/moderated-collection.ts'

/** Topics of news (chuyên mục) and fields of documents (lĩnh vực). */
export const topics = moderatedCollection({
  slug: 'topics',
  labels: { singular: 'Chuyên mục', plural: 'Chuyên mục' },
  columns: ['name'],
  description: 'Chuyên mục của tin và lĩnh vực của văn bản.',
  fields: [
    text({ name: 'name', label: 'Tên', maxLength: 120, required: true }),
    longText({ name: 'summary', label: 'Nói về điều gì', maxLength: 300 }),
  ],
})
