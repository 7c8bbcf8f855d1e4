import type { BlockKind } from '#domain/comparison/blocks.ts'
import type { BlockChange } from '#domain/comparison/rich-text.ts'
import type { PublicEditionView } from '#published/views.ts'

const numberOf = (text: string | null): number | null =>
  text && /^[1-9]\d{0,8}$/.test(text) ? Number(text) : null

/** The two editions asked for in an address, the older first; no pair when they are the same or unreadable. */
export function readPair(parameters: URLSearchParams): {
  isAsked: boolean
  pair?: { from: number; to: number }
} {
  const isAsked = parameters.has('tu') || parameters.has('den')
  const [from, to] = [numberOf(parameters.get('tu')), numberOf(parameters.get('den'))]
  if (from === null || to === null || from === to) return { isAsked }
  return { isAsked, pair: { from: Math.min(from, to), to: Math.max(from, to) } }
}

export const editionName = ({ number }: Pick<PublicEditionView, 'number'>): string => `Bản đăng ${number}`

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

/** `Đoạn văn, sửa · trong “Giải pháp”` */
export const placeOf = ({ kind, block, place }: BlockChange): string =>
  [`${blockNames[block]}, ${happened[kind]}`, place && block !== 'heading' ? `trong “${place}”` : '']
    .filter(Boolean)
    .join(' · ')
