import type { PublicCollection } from '#domain/collections.ts'

/** One item of each kind, as lists of mixed kinds call it. */
export const collectionNames: Record<PublicCollection, string> = {
  news: 'Tin',
  documents: 'Văn bản',
  agencies: 'Cơ quan',
  topics: 'Chuyên mục',
  settings: 'Phần chung của Cổng',
}
