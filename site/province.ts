/**
 * The province pack: everything that changes when another province runs this portal. Menu, footer and home
 * are what stands until the web office publishes settings of its own, and wherever those are silent.
 * Its drawing and colours lie beside it in `province/` (emblem, horizon, accent.css).
 */
import { routes } from '#domain/routes.ts'
import type { FooterOfPack, HomeOfPack } from '#published/views.ts'
import type { SiteLink } from '#domain/site-settings.ts'

export const province = {
  name: 'Tỉnh Quảng Ninh',
  portalLabel: 'Cổng thông tin điện tử',
  portalName: 'Cổng thông tin điện tử tỉnh Quảng Ninh',
  description: 'Tin tức, văn bản chỉ đạo điều hành và danh bạ cơ quan của tỉnh Quảng Ninh.',
  owner: 'Ủy ban nhân dân tỉnh Quảng Ninh',
  responsible: 'Ban biên tập, Văn phòng Ủy ban nhân dân tỉnh',
  /** Where official texts are dated when they name no place of their own. */
  capitalLine: 'Quảng Ninh',
  searchExamples: '“chi thi 08”, “lịch tàu Cô Tô”, “525/QĐ-UBND”',
} as const

export const menuOfPack: readonly SiteLink[] = [
  { section: 'news' },
  { section: 'documents' },
  { section: 'agencies' },
]

export const footerOfPack: FooterOfPack = {
  owner: province.owner,
  responsible: province.responsible,
  address: 'Phường Hồng Hà, thành phố Hạ Long, tỉnh Quảng Ninh',
  phone: '033 000 0000',
  email: 'banbientap@quangninh.example',
  columns: [
    {
      title: 'Tra cứu',
      links: [
        { title: 'Tìm kiếm', address: routes.search },
        { title: 'Tin tức theo tháng', section: 'news' },
        { title: 'Văn bản theo năm', section: 'documents' },
        { title: 'Danh bạ cơ quan', section: 'agencies' },
        { title: 'Dữ liệu mở', address: routes.openData },
      ],
    },
    {
      title: 'Theo dõi',
      links: [
        { title: 'Nguồn tin RSS', address: routes.newsFeed },
        { title: 'Văn bản mới qua RSS', address: routes.documentsFeed },
      ],
    },
  ],
  legalLine: 'Cổng trình diễn: nội dung mẫu, không phải văn bản hay tin thật. Khi dẫn lại xin ghi rõ nguồn.',
}

export const homeOfPack: HomeOfPack = {
  tasks: [
    { title: 'Văn bản chỉ đạo, điều hành', section: 'documents' },
    { title: 'Tin theo tháng và chuyên mục', section: 'news' },
    { title: 'Danh bạ cơ quan, đơn vị', section: 'agencies' },
  ],
}
