import type { SettingsPlan } from '../plan.ts'

/** Menu, footer and home page of the demonstration. The English page is not there, so its link waits unseen. */
export const settings: readonly SettingsPlan[] = [
  {
    kind: 'menu',
    links: [
      { section: 'news' },
      { title: 'Chỉ đạo, điều hành', item: 'topics/cddh' },
      { section: 'documents' },
      { title: 'Cải cách hành chính', item: 'topics/cchc' },
      { title: 'Du lịch', item: 'topics/vanhoa' },
      { section: 'agencies' },
    ],
  },
  {
    kind: 'footer',
    words: {
      owner: 'Ủy ban nhân dân tỉnh Quảng Ninh',
      responsible: 'Ban biên tập, Văn phòng Ủy ban nhân dân tỉnh',
      phone: '033 3835 111',
    },
    columns: [
      {
        title: 'Tra cứu',
        links: [
          { title: 'Tìm kiếm', address: '/tim-kiem/' },
          { title: 'Tin tức theo tháng', section: 'news' },
          { title: 'Văn bản theo năm', section: 'documents' },
          { title: 'Danh bạ cơ quan', section: 'agencies' },
        ],
      },
      {
        title: 'Hỗ trợ',
        links: [
          { title: 'Văn phòng UBND tỉnh', item: 'agencies/vpubnd' },
          { title: 'Nguồn tin RSS', address: '/rss.xml' },
          { title: 'Văn bản mới qua RSS', address: '/van-ban/rss.xml' },
          { title: 'English', address: '/en/co-quan/ubnd-tinh/' },
        ],
      },
    ],
  },
  {
    kind: 'home',
    words: {
      introduction:
        'Tin, văn bản chỉ đạo điều hành và đầu mối của các cơ quan trong tỉnh, do Ban biên tập duyệt trước khi đăng.',
    },
    links: [
      { title: 'Văn bản chỉ đạo, điều hành', section: 'documents' },
      { title: 'Danh bạ cơ quan, cán bộ', section: 'agencies' },
      { title: 'Chỉ thị 08 về công nghệ thông tin', item: 'documents/ct08' },
      { title: 'Lịch tàu ra Cô Tô', item: 'news/tau-co-to' },
      { title: 'Nộp hồ sơ ở bộ phận một cửa', item: 'news/mot-cua' },
      { title: 'Tin theo tháng và chuyên mục', section: 'news' },
    ],
  },
]
