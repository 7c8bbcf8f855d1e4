/** The items of the small province of read-model-fixture.ts. */
import { createHash } from 'node:crypto'
import type { ChangeKind } from '#domain/change-kinds.ts'
import type { PublicEditionRow } from '#published/item-rows.ts'
import type { Correction } from '#domain/item-truth.ts'
import type { AddressedCollection } from '#domain/collections.ts'
import type { PublicContent, StoredFile, UploadSnapshot } from '#domain/content.ts'
import {
  bold,
  heading,
  link,
  list,
  paragraph,
  quote,
  richText,
  table,
  tableCell,
  tableRow,
} from './rich-text-builders.ts'

export type SeedItem = {
  collection: AddressedCollection
  id: string
  content: PublicContent
  /** ISO 8601 UTC */
  publicDate: string
  state?: 'live' | 'withdrawn'
  edition?: number
  firstLiveAt?: string
  lastLiveAt?: string
  lastMajorAt?: string
  changeKind?: ChangeKind
  changeNote?: string
  corrections?: Correction[]
  withdrawn?: { at: string; note: string }
  /** Rows of its public history, the present edition last. */
  history?: PublicEditionRow[]
  files?: StoredFile[]
}

export const sha = (name: string): string => createHash('sha256').update(name).digest('hex')

const snapshot = (name: string, words: Partial<UploadSnapshot> = {}): UploadSnapshot => ({
  sha256: sha(name),
  name,
  ...words,
})
const picture = (name: string): StoredFile => ({
  sha256: sha(name),
  mimeType: 'image/jpeg',
  size: 184_320,
  width: 1600,
  height: 1067,
  variants: [480, 960].map((width) => ({
    width,
    height: Math.round((width * 1067) / 1600),
    sha256: sha(`${name} ${width}`),
    size: width * 60,
  })),
})
const pdf = (name: string, size: number): StoredFile => ({
  sha256: sha(name),
  mimeType: 'application/pdf',
  size,
})
const docx = (name: string, size: number): StoredFile => ({
  sha256: sha(name),
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  size,
})
const vi = (slug: string): { slug: string; language: 'vi' } => ({ slug, language: 'vi' })

const agencies: SeedItem[] = [
  {
    collection: 'agencies',
    id: 'ubnd',
    publicDate: '2010-01-04T01:00:00.000Z',
    content: {
      ...vi('ubnd-tinh'),
      name: 'Ủy ban nhân dân tỉnh Quảng Ninh',
      shortName: 'UBND tỉnh',
      kind: 'ubnd-tinh',
      summary: 'Cơ quan hành chính nhà nước ở tỉnh, chỉ đạo và điều hành các sở, ban, ngành và địa phương.',
      address: 'Đường Nguyễn Văn Cừ, thành phố Hạ Long',
      phone: '033 3835 000',
      email: 'ubnd@quangninh.example',
    },
  },
  {
    collection: 'agencies',
    id: 'stttt',
    publicDate: '2010-01-04T01:05:00.000Z',
    edition: 2,
    lastLiveAt: '2010-06-01T02:00:00.000Z',
    changeNote: 'Cập nhật địa chỉ trụ sở.',
    content: {
      ...vi('so-thong-tin-va-truyen-thong'),
      name: 'Sở Thông tin và Truyền thông',
      shortName: 'Sở TT&TT',
      kind: 'so',
      parent: 'agencies/ubnd',
      validFrom: '2008-04-01',
      formerNames: [
        {
          name: 'Sở Bưu chính, Viễn thông',
          shortName: 'Sở BCVT',
          validFrom: '2004-07-01',
          validTo: '2008-03-31',
        },
      ],
      summary:
        'Tham mưu, giúp UBND tỉnh quản lý nhà nước về báo chí, bưu chính, viễn thông và công nghệ thông tin.',
      body: richText(
        heading('h2', 'Chức năng'),
        paragraph('Quản lý nhà nước về công nghệ thông tin, điện tử; an toàn thông tin trên địa bàn tỉnh.'),
        heading('h2', 'Nhiệm vụ'),
        list(
          'number',
          ['Trình UBND tỉnh kế hoạch ứng dụng công nghệ thông tin hằng năm.'],
          ['Hướng dẫn, kiểm tra việc thực hiện.'],
        ),
      ),
      address: 'Số 117 đường Nguyễn Văn Cừ, thành phố Hạ Long',
      phone: '033 3634 000',
      email: 'stttt@quangninh.example',
    },
  },
  {
    collection: 'agencies',
    id: 'ttcntt',
    publicDate: '2010-02-01T01:00:00.000Z',
    content: {
      ...vi('trung-tam-cong-nghe-thong-tin-va-truyen-thong'),
      name: 'Trung tâm Công nghệ thông tin và Truyền thông',
      shortName: 'Trung tâm CNTT&TT',
      kind: 'don-vi-su-nghiep',
      parent: 'agencies/stttt',
      summary: 'Vận hành Trung tâm tích hợp dữ liệu và Cổng thông tin điện tử của tỉnh.',
    },
  },
  {
    collection: 'agencies',
    id: 'vpubnd',
    publicDate: '2010-01-04T01:10:00.000Z',
    content: {
      ...vi('van-phong-ubnd-tinh'),
      name: 'Văn phòng Ủy ban nhân dân tỉnh',
      shortName: 'Văn phòng UBND tỉnh',
      kind: 'van-phong',
      parent: 'agencies/ubnd',
      summary:
        'Giúp UBND tỉnh điều hành công việc hằng ngày; Ban biên tập Cổng thông tin điện tử đặt tại đây.',
      phone: '033 3835 111',
    },
  },
]

const topics: SeedItem[] = [
  [
    'cntt',
    'cong-nghe-thong-tin',
    'Công nghệ thông tin',
    'Ứng dụng công nghệ thông tin trong cơ quan Nhà nước.',
  ],
  ['cchc', 'cai-cach-hanh-chinh', 'Cải cách hành chính', 'Thủ tục, một cửa và dịch vụ công.'],
  ['gtvt', 'giao-thong', 'Giao thông', 'Đường sá, an toàn giao thông.'],
].map(([id = '', slug = '', name = '', summary = '']) => ({
  collection: 'topics',
  id,
  publicDate: '2010-01-05T01:00:00.000Z',
  content: { ...vi(slug), name, summary },
}))

const documents: SeedItem[] = [
  {
    collection: 'documents',
    id: 'ct08',
    publicDate: '2011-05-12T02:30:00.000Z',
    edition: 2,
    lastLiveAt: '2011-05-16T03:00:00.000Z',
    changeNote: 'Bổ sung toàn văn dạng chữ bên cạnh bản ký.',
    content: {
      ...vi('chi-thi-08-ct-ubnd'),
      family: 'directive',
      type: 'CT',
      number: '08/CT-UBND',
      issuer: 'agencies/ubnd',
      issuedOn: '2011-05-11',
      place: 'Quảng Ninh',
      abstract:
        'Về việc đẩy mạnh ứng dụng công nghệ thông tin trong hoạt động của các cơ quan Nhà nước trên địa bàn tỉnh',
      signer: 'Nguyễn Văn Khuể',
      signerCapacity: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
      fields: ['topics/cntt', 'topics/cchc'],
      body: richText(
        paragraph(
          'Máy tính và mạng đã quen thuộc ở nhiều cơ quan của tỉnh, nhưng mỗi nơi làm một cách và dữ liệu chưa nối với nhau.',
        ),
        heading('h2', '1. Trách nhiệm của người đứng đầu'),
        paragraph(
          'Người đứng đầu mỗi cơ quan ',
          bold('trực tiếp chỉ đạo'),
          ' việc đưa máy tính vào công việc của đơn vị mình.',
        ),
        heading('h2', '2. Dịch vụ công trực tuyến'),
        list(
          'bullet',
          ['Đến năm 2015, phần lớn dịch vụ công cơ bản đạt mức độ 3.'],
          ['Đăng đủ thông tin mà Điều 28 Luật Công nghệ thông tin yêu cầu.'],
        ),
        heading('h3', '2.1. Lộ trình'),
        table(
          tableRow(tableCell(1, 'Năm'), tableCell(1, 'Số dịch vụ mức độ 3')),
          tableRow(tableCell(2, '2012'), tableCell(0, '12')),
          tableRow(tableCell(2, '2015'), tableCell(0, '60')),
        ),
        heading('h2', '3. Tổ chức thực hiện'),
        paragraph('Sở Thông tin và Truyền thông đôn đốc, tổng hợp, báo cáo UBND tỉnh.'),
      ),
      files: [snapshot('chi-thi-08-ct-ubnd.signed.pdf', { title: 'Chỉ thị 08/CT-UBND, bản ký số' })],
      relations: [
        { type: 'replaces', target: 'documents/ct05', extent: 'whole' },
        { type: 'based-on', targetText: 'Luật Công nghệ thông tin số 67/2006/QH11' },
      ],
    },
    files: [pdf('chi-thi-08-ct-ubnd.signed.pdf', 412_300)],
  },
  {
    collection: 'documents',
    id: 'ct05',
    publicDate: '2010-01-06T02:00:00.000Z',
    content: {
      ...vi('chi-thi-05-ct-ubnd'),
      family: 'directive',
      type: 'CT',
      number: '05/CT-UBND',
      issuer: 'agencies/ubnd',
      issuedOn: '2008-04-02',
      abstract: 'Về việc tăng cường sử dụng hệ thống thư điện tử trong hoạt động của cơ quan Nhà nước',
      signer: 'Trần Thị Ượng',
      signerCapacity: 'CHỦ TỊCH',
      effectiveFrom: '2008-04-10',
      fields: ['topics/cntt'],
    },
  },
  {
    collection: 'documents',
    id: 'qd1215',
    publicDate: '2011-04-21T04:00:00.000Z',
    content: {
      ...vi('quyet-dinh-1215-qd-ubnd'),
      family: 'other',
      type: 'QĐ',
      number: '1215/QĐ-UBND',
      issuer: 'agencies/ubnd',
      issuedOn: '2011-04-20',
      abstract: 'Về việc phê duyệt Kế hoạch ứng dụng công nghệ thông tin năm 2011',
      effectiveFrom: '2011-07-01',
      fields: ['topics/cntt'],
      files: [
        snapshot('quyet-dinh-1215.pdf', { title: 'Quyết định 1215/QĐ-UBND' }),
        snapshot('phu-luc-1215.docx', { title: 'Phụ lục kinh phí' }),
      ],
      relations: [{ type: 'amends', target: 'documents/qd2187', extent: 'part', provision: 'Điều 4' }],
    },
    files: [pdf('quyet-dinh-1215.pdf', 230_100), docx('phu-luc-1215.docx', 48_200)],
  },
  {
    collection: 'documents',
    id: 'kh12',
    publicDate: '2011-05-31T01:15:00.000Z',
    content: {
      ...vi('ke-hoach-12-kh-stttt-so-thong-tin-va-truyen-thong'),
      family: 'directive',
      type: 'KH',
      number: '12/KH-STTTT',
      issuer: 'agencies/stttt',
      issuedOn: '2011-05-30',
      abstract: 'Triển khai Chỉ thị số 08/CT-UBND của Ủy ban nhân dân tỉnh',
      fields: ['topics/cntt', 'topics/chua-dang'],
      relations: [
        { type: 'based-on', target: 'documents/ct08' },
        { type: 'based-on', target: 'documents/chua-dang' },
      ],
    },
  },
  {
    collection: 'documents',
    id: 'qd2187',
    publicDate: '2010-01-06T02:30:00.000Z',
    content: {
      ...vi('quyet-dinh-2187-qd-sbcvt-so-thong-tin-va-truyen-thong'),
      family: 'other',
      type: 'QĐ',
      number: '2187/QĐ-SBCVT',
      issuer: 'agencies/stttt',
      issuedOn: '2007-09-14',
      abstract: 'Ban hành Quy chế quản lý đại lý Internet công cộng',
      fields: ['topics/cntt'],
    },
  },
]

const news: SeedItem[] = [
  {
    collection: 'news',
    id: 'day-manh',
    publicDate: '2011-05-23T07:53:59.000Z',
    edition: 2,
    lastLiveAt: '2011-05-24T02:10:00.000Z',
    changeKind: 'correction',
    changeNote: 'Sửa số liệu dịch vụ công ở đoạn ba.',
    corrections: [{ at: '2011-05-24T02:10:00.000Z', note: 'Sửa số liệu dịch vụ công ở đoạn ba.' }],
    content: {
      ...vi('co-quan-nha-nuoc-day-manh-ung-dung-cntt'),
      title: 'Quảng Ninh: Cơ quan nhà nước đẩy mạnh ứng dụng CNTT',
      lead: 'Chỉ thị số 08/CT-UBND giao việc cho người đứng đầu từng cơ quan.',
      body: richText(
        paragraph(
          'Theo chỉ thị, nơi nào cũng phải đưa CNTT vào công việc hằng ngày chứ không chỉ mua sắm thiết bị.',
        ),
        heading('h2', 'Người đứng đầu trực tiếp chỉ đạo'),
        paragraph(
          'Giám đốc các sở phải ',
          bold('trực tiếp chỉ đạo và điều hành'),
          ' việc này; xem ',
          link('https://vanban.example/luat-67-2006', 'Luật Công nghệ thông tin'),
          '.',
        ),
        quote('Văn bản điện tử thay dần văn bản giấy.'),
        paragraph('Mục tiêu năm 2015: phần lớn dịch vụ công cơ bản ở mức độ 3.'),
      ),
      agency: 'agencies/ubnd',
      topics: ['topics/cntt', 'topics/cchc'],
      source: 'Cổng TTĐT tỉnh Quảng Ninh',
      author: 'Đỗ Thị Ễnh',
      image: snapshot('hoi-nghi-cntt.jpg', {
        alt: 'Cán bộ Trung tâm tích hợp dữ liệu làm việc bên dãy máy chủ',
        caption: 'Trung tâm tích hợp dữ liệu của tỉnh.',
        credit: 'Ảnh: Đỗ Thị Ễnh',
      }),
      attachments: [snapshot('chi-thi-08-ct-ubnd.signed.pdf', { title: 'Chỉ thị 08/CT-UBND' })],
      aboutDocuments: ['documents/ct08'],
    },
    files: [picture('hoi-nghi-cntt.jpg'), pdf('chi-thi-08-ct-ubnd.signed.pdf', 412_300)],
  },
  {
    collection: 'news',
    id: 'truyen-hinh',
    publicDate: '2011-05-26T02:00:00.000Z',
    content: {
      ...vi('khai-truong-he-thong-hoi-nghi-truyen-hinh'),
      title: 'Khai trương hệ thống hội nghị truyền hình trực tuyến đến 14 huyện',
      lead: 'Hệ thống giúp giảm số cuộc họp phải đi lại, phục vụ chỉ đạo, điều hành.',
      body: richText(paragraph('Mười bốn điểm cầu cấp huyện được nối với Văn phòng UBND tỉnh.')),
      agency: 'agencies/stttt',
      topics: ['topics/cntt', 'topics/chua-dang'],
    },
  },
  {
    collection: 'news',
    id: 'mot-cua',
    publicDate: '2011-04-12T03:20:00.000Z',
    content: {
      ...vi('uong-bi-mo-rong-mot-cua-dien-tu'),
      title: 'Uông Bí mở rộng một cửa điện tử cho 12 thủ tục hành chính',
      lead: 'Người dân tra cứu được tình trạng hồ sơ qua mạng.',
      body: richText(paragraph('Thời gian giải quyết hồ sơ giảm trung bình 3 ngày so với năm 2010.')),
      agency: 'agencies/vpubnd',
      topics: ['topics/cchc'],
    },
  },
  {
    collection: 'news',
    id: 'duong-334',
    publicDate: '2011-03-08T01:40:00.000Z',
    content: {
      ...vi('nang-cap-duong-tinh-334'),
      title: 'Nâng cấp đường tỉnh 334 qua huyện Vân Đồn',
      lead: 'Tuyến đường dài 18 km được mở rộng mặt đường lên 12 m.',
      body: richText(paragraph('Trong thời gian thi công, xe tải đi theo đường tránh.')),
      agency: 'agencies/ubnd',
      topics: ['topics/gtvt'],
      image: snapshot('duong-334.jpg', { alt: 'Máy lu trên mặt đường tỉnh 334' }),
    },
    files: [picture('duong-334.jpg')],
  },
  {
    collection: 'news',
    id: 'duong-huy',
    publicDate: '2010-12-31T17:30:00.000Z',
    content: {
      ...vi('xa-duong-huy-don-nam-moi'),
      title: 'Xã Dương Huy đón năm mới trong nhà văn hóa xây từ góp công của dân',
      lead: 'Công trình do ông Dương Văn Khuể đứng ra vận động.',
      body: richText(paragraph('Dương Huy là xã miền núi của thị xã Cẩm Phả.')),
    },
  },
  {
    collection: 'news',
    id: 'lich-cat-dien',
    publicDate: '2011-05-10T02:00:00.000Z',
    state: 'withdrawn',
    withdrawn: {
      at: '2011-05-11T08:00:00.000Z',
      note: 'Lịch đăng nhầm tháng; lịch đúng do Điện lực Quảng Ninh công bố.',
    },
    content: {
      ...vi('lich-ngung-cap-dien-thang-5'),
      title: 'Lịch ngừng cấp điện tháng 5',
      lead: 'Thông báo của ngành điện.',
      body: richText(paragraph('Khu vực Bãi Cháy ngừng cấp điện từ 7 giờ đến 11 giờ.')),
      agency: 'agencies/ubnd',
      topics: ['topics/cchc'],
      aboutDocuments: ['documents/ct08'],
    },
  },
]

export const seedItems: SeedItem[] = [...agencies, ...topics, ...documents, ...news]

export type SeedClosedAddress = {
  path: string
  ref: string
  status: 301 | 410
  target?: string
  title?: string
  note?: string
  at: string
}

export const closedAddresses: SeedClosedAddress[] = [
  {
    path: '/tin-tuc/ung-dung-cntt/',
    ref: 'news/day-manh',
    status: 301,
    target: '/tin-tuc/co-quan-nha-nuoc-day-manh-ung-dung-cntt/',
    at: '2011-05-24T02:10:00.000Z',
  },
  {
    path: '/tin-tuc/danh-sach-ho-ngheo/',
    ref: 'news/ho-ngheo',
    status: 410,
    title: 'Danh sách hộ nghèo năm 2011',
    note: 'Bài có dữ liệu cá nhân nên đã được gỡ.',
    at: '2011-06-01T03:00:00.000Z',
  },
]
