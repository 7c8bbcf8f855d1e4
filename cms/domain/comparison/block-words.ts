import type { BlockKind } from './blocks.ts'
import type { BlockChange } from './rich-text.ts'

const blockNames: Record<BlockKind, string> = {
  paragraph: 'Đoạn văn',
  heading: 'Đề mục',
  quote: 'Trích dẫn',
  item: 'Mục danh sách',
  cell: 'Ô bảng',
  picture: 'Ảnh',
  rule: 'Đường kẻ',
}

const happened: Record<BlockChange['kind'], string> = {
  added: 'thêm',
  removed: 'bỏ',
  changed: 'sửa',
  restyled: 'đổi định dạng hoặc liên kết',
}

/** What happened to a block and where, as reviewers and readers are told it: `Đoạn văn, sửa · trong “Giải pháp”`. */
export const placeOf = ({ kind, block, place }: BlockChange): string =>
  [`${blockNames[block]}, ${happened[kind]}`, place && block !== 'heading' ? `trong “${place}”` : '']
    .filter(Boolean)
    .join(' · ')
