/** The public history of one article of the small province: two editions, one hidden, and the present one. */
import { canonicalContent } from '#domain/content-hash.ts'
import type { NewsContent } from '#domain/content.ts'
import type { PublicEditionRow } from '#published/item-rows.ts'
import type { SeedItem } from './read-model-items.ts'
import { paragraph, richText } from './rich-text-builders.ts'

const edition = (number: number, live_at: string, words: Partial<PublicEditionRow>): PublicEditionRow => ({
  number,
  live_at,
  change_kind: 'minor',
  change_note: null,
  marks: '[]',
  hidden_at: null,
  hidden_note: null,
  content: null,
  ...words,
})

export function withHistory(item: SeedItem): SeedItem {
  if (item.id !== 'day-manh') return item
  const content = item.content as NewsContent
  const first = {
    ...content,
    title: 'Quảng Ninh: Cơ quan nhà nước dùng CNTT',
    body: richText(paragraph('Mục tiêu năm 2012: phần lớn dịch vụ công cơ bản ở mức độ 3 <b>.')),
    topics: ['topics/cntt', 'topics/chua-dang'],
    attachments: [],
  }
  return {
    ...item,
    edition: 4,
    history: [
      edition(1, '2011-05-23T07:53:59.000Z', {
        change_kind: 'major',
        content: canonicalContent(first),
        marks: JSON.stringify([
          { kind: 'withdrawn', at: '2011-05-23T09:00:00.000Z', note: 'Soát lại số liệu' },
          { kind: 'restored', at: '2011-05-23T10:00:00.000Z' },
        ]),
      }),
      edition(2, '2011-05-23T11:00:00.000Z', {
        hidden_at: '2011-05-24T03:00:00.000Z',
        hidden_note: 'Lần này lộ dữ liệu cá nhân.',
      }),
      edition(4, '2011-05-24T02:10:00.000Z', {
        change_kind: 'correction',
        change_note: 'Sửa số liệu dịch vụ công ở đoạn ba.',
        content: canonicalContent(content),
      }),
    ],
  }
}
