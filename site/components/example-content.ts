/** Invented content for the examples: the test words of design §3 and the lengths that break layouts. */
import type { Run } from '#domain/comparison/words.ts'
import type {
  DocumentCard,
  DocumentPage,
  EditionView,
  FieldDifference,
  FileView,
  ForceView,
  ImageView,
  NewsCard,
  PublicEditionView,
} from '#published/views.ts'

export const replacing = { path: '/van-ban/2011/chi-thi-08-ct-ubnd/', title: 'Chỉ thị 08/CT-UBND' }

export const forces: Record<string, ForceView> = {
  'còn hiệu lực': { status: 'in-force', label: 'Còn hiệu lực', from: '2011-05-11', isFromIssue: true },
  'chưa có hiệu lực': { status: 'not-yet', label: 'Chưa có hiệu lực', from: '2011-07-01' },
  'hết hiệu lực một phần': {
    status: 'partly-expired',
    label: 'Hết hiệu lực một phần',
    from: '2010-05-08',
    by: { ...replacing, verb: 'Được sửa đổi, bổ sung bởi' },
  },
  'hết hiệu lực toàn bộ': {
    status: 'expired',
    label: 'Hết hiệu lực toàn bộ',
    from: '2007-09-04',
    to: '2011-05-11',
    by: { ...replacing, verb: 'Bị thay thế bởi' },
  },
  'ngưng hiệu lực': { status: 'expired', label: 'Ngưng hiệu lực', from: '2007-09-04', to: '2011-05-11' },
  'chưa xác định': { status: 'unknown', label: 'Chưa xác định' },
}

export const edition: EditionView = {
  number: 2,
  firstLiveAt: '2011-05-23T07:53:00.000Z',
  lastLiveAt: '2011-05-24T01:10:00.000Z',
  lastMajorAt: '2011-05-23T10:00:00.000Z',
  changeKind: 'sửa nhỏ',
  changeNote: 'Sửa chú thích ảnh.',
  corrections: [],
}
export const correctedEdition: EditionView = {
  ...edition,
  changeKind: 'đính chính',
  corrections: [
    { at: '2011-05-24T01:10:00.000Z', note: 'Số xã đã kết nối là 10, không phải 9.' },
    { at: '2011-05-23T10:00:00.000Z', note: 'Tên người ký ghi sai ở bản đăng đầu.' },
  ],
}
export const withdrawnEdition: EditionView = {
  ...edition,
  withdrawn: { at: '2011-05-25T02:00:00.000Z', note: 'Giờ chạy chuyến chiều bị ghi sai.' },
}

export const image: ImageView = {
  src: '/tep/0123456789abcdef/ha-long.jpg',
  width: 1600,
  height: 1067,
  alt: 'Một góc vịnh Hạ Long nhìn từ núi Bài Thơ',
  caption: 'Một góc vịnh Hạ Long.',
  credit: 'Nguyễn Thị Ngượng',
  sources: [{ src: '/tep/0123456789abcdef/ha-long-480.webp', width: 480 }],
}

export const news: NewsCard = {
  path: '/tin-tuc/day-manh-ung-dung-cntt/',
  title: 'Quảng Ninh: Đẩy mạnh ỨNG DỤNG công nghệ thông tin trong các cơ quan Nhà nước',
  lead: 'Chỉ thị giao người đứng đầu từng cơ quan trực tiếp phụ trách việc đưa công nghệ thông tin vào công việc.',
  date: '2011-05-23T07:53:00.000Z',
  topics: [{ path: '/tin-tuc/chuyen-muc/cong-nghe-thong-tin/', title: 'Công nghệ thông tin' }],
  image,
}

export const document: DocumentCard = {
  path: replacing.path,
  issuer: 'Ủy ban nhân dân tỉnh Quảng Ninh',
  number: '08/CT-UBND',
  typeName: 'Chỉ thị',
  abstract:
    'về việc đẩy mạnh ứng dụng công nghệ thông tin trong hoạt động của các cơ quan Nhà nước trên địa bàn tỉnh',
  issuedOn: '2011-05-11',
  force: forces['còn hiệu lực'] as ForceView,
}

export const file: FileView = {
  path: '/tep/9f2c41d877ab03e6/chi-thi-08-ct-ubnd.pdf',
  name: 'chi-thi-08-ct-ubnd.pdf',
  title: 'Chỉ thị 08/CT-UBND, bản ký số',
  kind: 'PDF',
  size: 412_300,
  sha256: '9f2c41d877ab03e65b1fc8204d9ea1f738c56602be941d0a7f33e8520c6bd419',
}

export const documentPage: DocumentPage = {
  ...document,
  language: 'vi',
  title: 'Chỉ thị 08/CT-UBND về việc đẩy mạnh ứng dụng công nghệ thông tin',
  issuerPath: '/co-quan/ubnd-tinh/',
  body: '<h2 id="trach-nhiem">1. Trách nhiệm</h2><p>Theo Điều 28 Luật Công nghệ thông tin.</p><h2 id="to-chuc">2. Tổ chức thực hiện</h2>',
  contents: [
    { id: 'trach-nhiem', text: '1. Trách nhiệm' },
    { id: 'to-chuc', text: '2. Tổ chức thực hiện' },
  ],
  signer: 'Nguyễn Hữu Khuể',
  signerCapacity: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
  fields: [{ path: '/tin-tuc/chuyen-muc/cong-nghe-thong-tin/', title: 'Công nghệ thông tin' }],
  files: [file],
  relations: [
    { heading: 'Văn bản này thay thế', entries: [{ ...replacing, detail: 'Toàn bộ' }] },
    { heading: 'Văn bản này căn cứ vào', entries: [{ title: 'Luật Công nghệ thông tin số 67/2006/QH11' }] },
  ],
  news: [{ path: news.path, title: news.title }],
  edition,
}

export const runs: Run[] = [
  { kind: 'same', text: 'Mục tiêu năm' },
  { kind: 'removed', text: ' 2012' },
  { kind: 'added', text: ' 2015' },
  { kind: 'same', text: ': phần lớn dịch vụ công ở mức độ 3.' },
]

export const differences: FieldDifference[] = [
  { field: 'title', label: 'Tiêu đề', kind: 'words', runs },
  {
    field: 'body',
    label: 'Nội dung',
    kind: 'rich-text',
    blocks: [
      { kind: 'changed', block: 'paragraph', place: 'Giải pháp', runs },
      { kind: 'added', block: 'cell', place: '', runs: [{ kind: 'added', text: '12 huyện' }] },
      { kind: 'removed', block: 'paragraph', place: '', runs: [] },
    ],
    omitted: 3,
  },
  {
    field: 'attachments',
    label: 'Tệp kèm',
    kind: 'uploads',
    files: [
      {
        kind: 'replaced',
        before: { sha256: '9f2c41d8', name: 'so-lieu.pdf' },
        after: { sha256: '41d89f2c', name: 'so-lieu.pdf', title: 'Số liệu' },
      },
    ],
    isReordered: true,
  },
  {
    field: 'topics',
    label: 'Chuyên mục',
    kind: 'entries',
    entries: [
      { kind: 'removed', text: 'Y tế' },
      { kind: 'added', text: 'Giáo dục' },
    ],
    isReordered: false,
  },
]

export const publicEditions: PublicEditionView[] = [
  {
    number: 4,
    liveAt: '2011-05-24T02:10:00.000Z',
    changeKind: 'đính chính',
    changeNote: 'Sửa số liệu ở đoạn ba.',
    marks: [],
    path: '/tin-tuc/a/lich-su/4/',
  },
  {
    number: 2,
    liveAt: '2011-05-23T11:00:00.000Z',
    changeKind: 'sửa nhỏ',
    marks: [],
    hidden: { at: '2011-05-24T03:00:00.000Z', note: 'Lần này lộ dữ liệu cá nhân.' },
    path: '/tin-tuc/a/lich-su/2/',
  },
  {
    number: 1,
    liveAt: '2011-05-23T07:53:59.000Z',
    changeKind: 'thay đổi lớn',
    marks: [
      { kind: 'withdrawn', at: '2011-05-23T09:00:00.000Z', note: 'Soát lại số liệu' },
      { kind: 'restored', at: '2011-05-23T10:00:00.000Z' },
    ],
  },
]
