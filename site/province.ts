/**
 * The province pack: everything that changes when another province runs this portal.
 * Its drawing and colours lie beside it in `province/` (emblem, horizon, accent.css).
 */
export const province = {
  name: 'Tỉnh Quảng Ninh',
  portalLabel: 'Cổng thông tin điện tử',
  portalName: 'Cổng thông tin điện tử tỉnh Quảng Ninh',
  description: 'Tin tức, văn bản chỉ đạo điều hành và danh bạ cơ quan của tỉnh Quảng Ninh.',
  owner: 'Ủy ban nhân dân tỉnh Quảng Ninh',
  responsible: 'Ban biên tập, Văn phòng Ủy ban nhân dân tỉnh',
  address: 'Phường Hồng Hà, thành phố Hạ Long, tỉnh Quảng Ninh',
  phone: '033 000 0000',
  email: 'banbientap@quangninh.example',
  /** Where official texts are dated when they name no place of their own. */
  capitalLine: 'Quảng Ninh',
  legalLine: 'Cổng trình diễn: nội dung mẫu, không phải văn bản hay tin thật. Khi dẫn lại xin ghi rõ nguồn.',
  searchExamples: '“chi thi 08”, “lịch tàu Cô Tô”, “525/QĐ-UBND”',
} as const
