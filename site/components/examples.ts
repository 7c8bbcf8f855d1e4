/**
 * Every component in its states: component → state → props. `slot` is what stands inside it. A test renders
 * all of them; `npx astro build --root site --config examples.config.mjs` makes the page that shows them.
 */
import type { AgencyPage, Archive, SearchResult } from '#published/views.ts'
import * as sample from './example-content.ts'

const months = Array.from({ length: 12 }, (_, index) => String(index + 1).padStart(2, '0'))
const archive: Archive = {
  year: '2011',
  months: months.map((month) => ({
    year: '2011',
    month,
    ...(month < '06' ? { path: `/tin-tuc/2011/${month}/` } : {}),
  })),
  years: ['2011', '2010'].map((year) => ({ year, path: `/tin-tuc/${year}/05/` })),
}

const agency: AgencyPage = {
  path: '/co-quan/so-tttt/',
  name: 'Sở Thông tin và Truyền thông',
  shortName: 'Sở TT&TT',
  language: 'vi',
  kindName: 'Sở',
  body: '',
  parent: { path: '/co-quan/ubnd-tinh/', title: 'Ủy ban nhân dân tỉnh Quảng Ninh' },
  children: [{ path: '/co-quan/trung-tam-cntt/', title: 'Trung tâm Công nghệ thông tin và Truyền thông' }],
  successor: { path: '/co-quan/so-khcn/', title: 'Sở Khoa học và Công nghệ' },
  validFrom: '2008-04-01',
  validTo: '2025-02-28',
  formerNames: [{ name: 'Sở Bưu chính, Viễn thông', validFrom: '2004-07-01', validTo: '2008-03-31' }],
  address: 'Số 117 đường Nguyễn Văn Cừ',
  phone: '033 000 0000',
  email: 'stttt@quangninh.example',
  news: [],
  documents: [],
  edition: sample.edition,
}

const result: SearchResult = {
  query: 'ung dung cntt',
  total: 47,
  page: 2,
  pages: 3,
  hits: [
    {
      kind: 'documents',
      path: sample.replacing.path,
      title: 'Chỉ thị 08/CT-UBND',
      date: '2011-05-11',
      number: '08/CT-UBND',
      titleHtml: 'Chỉ thị về việc đẩy mạnh <mark>ứng dụng công nghệ thông tin</mark>',
      snippetHtml: '… thiếu kết nối trong <mark>ứng dụng</mark> …',
      force: sample.document.force,
    },
    { kind: 'agencies', path: agency.path, title: agency.name, titleHtml: agency.name, snippetHtml: '' },
  ],
  facets: [
    { kind: 'news', count: 30 },
    { kind: 'documents', count: 17 },
  ],
  widened: [{ from: 'cntt', to: 'công nghệ thông tin' }],
}

type States = Record<string, Record<string, unknown> & { slot?: string }>
const perForce = (props: object): States =>
  Object.fromEntries(Object.entries(sample.forces).map(([state, force]) => [state, { force, ...props }]))

const anchors = [
  { day: '2011-06-14', number: 48, seal: 'c0ffee'.repeat(10) + 'c0ff', events: 6, editions: 9 },
  { day: '2011-06-13', number: 42, seal: 'beef'.repeat(16), events: 0, editions: 9 },
]
const anchorYears = [
  { year: '2011', path: '/du-lieu-mo/nhat-ky/2011/' },
  { year: '2010', path: '/du-lieu-mo/nhat-ky/2010/' },
]

export const examples: Record<string, States> = {
  AnchorTable: { 'hai ngày': { title: 'Mới nhất trước', days: anchors } },
  AnchorYears: {
    'mọi năm': { years: anchorYears },
    'một năm': { years: anchorYears, current: '2011' },
  },
  AgencyContact: { đủ: { agency } },
  AgencyNames: { 'một tên cũ': { agency }, 'không có tên cũ': { agency: { ...agency, formerNames: [] } } },
  AgencySuccessor: {
    'có nơi tiếp nhận': { agency },
    'chỉ có ngày': { agency: { ...agency, successor: undefined } },
  },
  AgencyTree: {
    'hai tầng': {
      agencies: [
        {
          ...agency.parent,
          children: [
            { path: agency.path, title: agency.name, children: [], formerly: 'Sở Bưu chính, Viễn thông' },
          ],
        },
      ],
    },
  },
  Banner: {
    'đã rút': {
      kind: 'late',
      title: 'Trang này đã rút ngày 25/05/2011',
      slot: '<p>Lý do: giờ chạy chuyến chiều bị ghi sai.</p>',
    },
    'đính chính': {
      kind: 'corrected',
      title: 'Đã đính chính ngày 24/05/2011',
      slot: '<p>Sửa giờ chạy tàu chiều.</p>',
    },
    'đã nhận': { kind: 'met', title: 'Đã nhận ý kiến của bạn', slot: '<p>Mã theo dõi YK-2011-0342.</p>' },
    'thông báo': {
      kind: 'notice',
      title: 'Cổng tạm dừng nhận hồ sơ',
      slot: '<p>Tin và văn bản vẫn đọc được.</p>',
    },
  },
  Breadcrumb: { 'ba bước': { steps: [{ path: '/tin-tuc/', title: 'Tin tức' }], here: sample.news.title } },
  Contents: { 'hai mục': { entries: sample.documentPage.contents } },
  CorrectionBanner: {
    'chưa đính chính': { edition: sample.edition },
    'đính chính hai lần': { edition: sample.correctedEdition },
  },
  DocumentBody: {
    'có mục lục': { document: sample.documentPage },
    'không có bản chữ': { document: { ...sample.documentPage, body: '' } },
  },
  DocumentCard: {
    'còn hiệu lực': { document: sample.document },
    'đã bị thay thế': { document: { ...sample.document, force: sample.forces['hết hiệu lực toàn bộ'] } },
    'không có số': { document: { ...sample.document, number: undefined } },
  },
  DocumentFacts: { đủ: { document: sample.documentPage } },
  DocumentList: {
    'một năm': {
      title: '1 văn bản',
      documents: [sample.document],
      years: [{ year: '2011', path: '/van-ban/2011/' }],
      current: '2011',
    },
  },
  Differences: {
    'mọi kiểu': { changes: sample.differences, language: 'vi' },
    'không khác': { changes: [], language: 'vi' },
  },
  EditionFacts: {
    'đã sửa': { edition: sample.edition, facts: [] },
    'có lịch sử': { edition: { ...sample.edition, historyPath: '/tin-tuc/a/lich-su/' }, facts: [] },
    'mới đăng': { edition: { ...sample.edition, number: 1 }, facts: [] },
  },
  Figure: {
    'có chú thích': { image: sample.image },
    'không chú thích': { image: { ...sample.image, caption: undefined, credit: undefined } },
  },
  FileLink: { 'một tệp': { file: sample.file } },
  Footer: { thường: {} },
  ForceBadge: { ...perForce({ boxed: true }), 'trong danh sách': { force: sample.forces['còn hiệu lực'] } },
  ForceBanner: perForce({}),
  Header: { 'mục Tin tức': { current: 'news', hasSearch: false } },
  HistoryForm: {
    thường: { editions: sample.publicEditions, path: '/tin-tuc/a/lich-su/' },
    'hỏi sai': { editions: sample.publicEditions, path: '/tin-tuc/b/lich-su/', isRefused: true },
    'không còn gì để so': { editions: sample.publicEditions.slice(0, 1), path: '/tin-tuc/c/lich-su/' },
  },
  HistoryList: { 'rút, đưa lại, ẩn': { editions: sample.publicEditions } },
  HistoryWithdrawn: {
    'đã rút': {
      edition: { ...sample.edition, withdrawn: { at: '2011-05-25T03:00:00.000Z', note: 'Sai số liệu' } },
    },
  },
  LastChange: { thường: { edition: { ...sample.edition, historyPath: '/tin-tuc/a/lich-su/' } } },
  Letterhead: { 'chỉ thị': { document: sample.documentPage } },
  MetadataTable: {
    'bỏ điều chưa biết': { facts: [{ label: 'Số, ký hiệu', text: '08/CT-UBND' }, { label: 'Người ký' }] },
  },
  MistakeLine: { thường: { path: '/tin-tuc/a/' } },
  Months: { 'tháng 5': { archive, current: { year: '2011', month: '05' } }, 'cả năm': { archive } },
  Navigation: { 'mục Văn bản': { current: 'documents' } },
  Neighbours: {
    'hai phía': {
      neighbours: {
        previous: { path: '/a/', title: 'Tháng 4/2011' },
        next: { path: '/b/', title: 'Tháng 6/2011' },
      },
    },
    'không có': { neighbours: {} },
  },
  NewsByDay: { 'một ngày': { items: [sample.news] } },
  NewsCard: {
    thường: { news: sample.news },
    'tin đầu': { news: sample.news, isLead: true },
    ngắn: { news: sample.news, isShort: true },
  },
  NextSteps: { thường: {} },
  Picture: { 'một ảnh': { image: sample.image, sizes: '100vw' } },
  Notice: {
    'thông báo': {
      notice: {
        level: 'info',
        word: 'Thông báo',
        text: 'Bộ phận Một cửa nghỉ ngày 02/9.',
        link: { path: '/tin-tuc/lich-nghi/', title: 'Xem lịch làm việc' },
      },
    },
    'lưu ý': { notice: { level: 'warning', word: 'Lưu ý', text: 'Tối nay từ 22 giờ Cổng bảo trì một giờ.' } },
    'cảnh báo': {
      notice: { level: 'serious', word: 'Cảnh báo', text: 'Có trang giả mạo Cổng để thu thập thông tin.' },
    },
    'khẩn cấp': {
      notice: {
        level: 'emergency',
        word: 'Khẩn cấp',
        text: 'Bão số 3 đổ bộ trong đêm: tàu thuyền vào nơi tránh trú trước 18 giờ.',
        link: { path: '/tin-tuc/bao-so-3/', title: 'Các điểm tránh trú' },
      },
    },
  },
  PreviewBanner: { thường: {} },
  PrintLine: {
    'có bản đăng': { path: '/tin-tuc/a/', edition: sample.edition },
    'không có': { path: '/tin-tuc/' },
  },
  RelationList: { 'hai nhóm': { groups: sample.documentPage.relations } },
  Runs: { 'thêm và bỏ': { runs: sample.runs } },
  SearchFacets: { 'mọi loại': { result }, 'một loại': { result: { ...result, kind: 'news' } } },
  SearchForm: {
    trống: { id: 'o1', label: 'Tìm trên Cổng', hint: 'Gõ không dấu cũng được' },
    'giữ từ đã gõ': { id: 'o2', label: 'Tìm văn bản', query: '"08/CT"', kind: 'documents' },
  },
  SearchHit: { 'văn bản': { hit: result.hits[0] }, 'cơ quan': { hit: result.hits[1] } },
  SearchPages: { giữa: { result }, 'một trang': { result: { ...result, pages: 1 } } },
  SearchSummary: {
    'mở rộng từ viết tắt': { result },
    'không có kết quả': { result: { ...result, total: 0, pages: 0, kind: 'news', widened: [] } },
  },
  SectionHead: {
    'có liên kết': { title: 'Văn bản mới', link: { path: '/van-ban/', title: 'Tra cứu văn bản' } },
    'có ghi chú': { title: 'Nội dung', note: 'Bản chữ để đọc' },
  },
  Shape: { 'dấu đã đủ': { name: 'tick' } },
  Signature: {
    'ký thay': { signer: 'Nguyễn Hữu Khuể', capacity: sample.documentPage.signerCapacity },
    'không rõ': {},
  },
  TopicLinks: { 'một chuyên mục': { topics: sample.news.topics }, 'không có': { topics: [] } },
  WithdrawnBanner: {
    'đã rút': { edition: sample.withdrawnEdition },
    'đang đăng': { edition: sample.edition },
  },
}
