import type { DocumentPlan } from '../plan.ts'
import { directive08 } from './directive-08.ts'

/** Documents that others refer to stand first. Numbers, signers and texts are invented, except for directive 08. */
export const documents: readonly DocumentPlan[] = [
  {
    key: 'hd07',
    writer: 'editor-stttt',
    family: 'directive',
    type: 'HD',
    number: '07/HD-SBCVT',
    issuer: 'stttt',
    issuedOn: '2007-09-14',
    place: 'Hạ Long',
    abstract: 'Sử dụng hộp thư điện tử của tỉnh trong trao đổi công việc',
    signer: 'Vũ Ngọc Sơn',
    signerCapacity: 'GIÁM ĐỐC',
    fields: ['cntt'],
    recipients: ['Các sở, ban, ngành;', 'Lưu: VT.'],
    body: `
      Tỉnh đã lập hộp thư cho các sở, ngành. Sở Bưu chính, Viễn thông hướng dẫn cách dùng như sau.

      ## 1. Đối tượng

      Mỗi cơ quan có một hộp thư chung; mỗi lãnh đạo có một hộp thư riêng.

      ## 2. Việc trao đổi

      - Gửi giấy mời, lịch họp và dự thảo qua thư điện tử.
      - Mở hộp thư chung ít nhất hai lần trong ngày làm việc.
      - Bản giấy vẫn được gửi song song trong thời gian đầu.
    `,
  },
  directive08,
  {
    key: 'qd525',
    writer: 'editor-vpubnd',
    family: 'other',
    type: 'QĐ',
    number: '525/QĐ-UBND',
    issuer: 'ubnd',
    issuedOn: '2011-03-02',
    effectiveFrom: '2011-04-01',
    place: 'Quảng Ninh',
    abstract: 'Ban hành Quy định về tiếp nhận và trả kết quả tại bộ phận một cửa cấp huyện',
    signer: 'Trần Đức Hải',
    signerCapacity: 'KT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
    fields: ['cchc'],
    grounds: ['Theo đề nghị của Giám đốc Sở Nội vụ,'],
    recipients: ['Sở Nội vụ;', 'UBND các huyện, thị xã, thành phố;', 'Lưu: VT.'],
    relations: [{ type: 'refers-to', targetText: 'Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân' }],
    body: `
      ## Điều 1

      Ban hành kèm theo Quyết định này quy định về tiếp nhận hồ sơ và trả kết quả tại bộ phận một cửa của Ủy ban nhân
      dân huyện, thị xã, thành phố.

      ## Điều 2

      1. Hồ sơ đủ giấy tờ được nhận ngay và có phiếu hẹn ghi rõ ngày trả.
      2. Hồ sơ còn thiếu được hướng dẫn bổ sung một lần, bằng phiếu, cho đủ mọi điểm.
      3. Quá hẹn mà chưa có kết quả, cơ quan gửi thư xin lỗi và ngày hẹn mới.

      ## Điều 3

      Quyết định này có hiệu lực từ ngày 01 tháng 4 năm 2011. Giám đốc Sở Nội vụ và Chủ tịch Ủy ban nhân dân các huyện,
      thị xã, thành phố chịu trách nhiệm thi hành.
    `,
  },
  {
    key: 'tb47',
    writer: 'editor-vpubnd',
    family: 'directive',
    type: 'TB',
    number: '47/TB-VP',
    issuer: 'vpubnd',
    issuedOn: '2011-01-12',
    place: 'Hạ Long',
    abstract: 'Lịch tiếp công dân định kỳ năm 2011 của lãnh đạo Ủy ban nhân dân tỉnh',
    signer: 'Bùi Thị Hạnh',
    signerCapacity: 'KT. CHÁNH VĂN PHÒNG\nPHÓ CHÁNH VĂN PHÒNG',
    fields: ['cddh'],
    recipients: ['Các sở, ban, ngành;', 'UBND các huyện, thị xã, thành phố;', 'Lưu: VT, TCD.'],
    body: `
      Văn phòng Ủy ban nhân dân tỉnh thông báo lịch tiếp công dân định kỳ năm 2011.

      ## Thời gian và địa điểm

      - Ngày 15 hằng tháng, từ 7 giờ 30 đến 11 giờ 30; trùng ngày nghỉ thì chuyển sang ngày làm việc kế tiếp.
      - Tại Trụ sở tiếp công dân của tỉnh, thành phố Hạ Long.

      ## Khi đến

      Người dân mang giấy tờ tùy thân và các giấy tờ liên quan; có thể đăng ký trước qua điện thoại của Văn phòng. Nội
      dung đã có kết luận cuối cùng thì được trả lời bằng văn bản, không tiếp lại.
    `,
  },
  {
    key: 'cv1386',
    writer: 'editor-vpubnd',
    family: 'directive',
    type: 'CV',
    number: '1386/UBND-GT',
    issuer: 'ubnd',
    issuedOn: '2011-04-28',
    place: 'Quảng Ninh',
    abstract: 'V/v phân luồng xe tải trên quốc lộ 18 trong giờ cao điểm',
    signer: 'Trần Đức Hải',
    signerCapacity: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
    fields: ['giaothong'],
    addressee: 'Sở Giao thông vận tải; Công an tỉnh; UBND thành phố Hạ Long',
    recipients: ['Như trên;', 'Lưu: VT, GT.'],
    body: `
      Để giảm ùn tắc trên quốc lộ 18 đoạn qua thành phố Hạ Long, Ủy ban nhân dân tỉnh đồng ý cho thử việc phân luồng xe
      tải trong ba tháng, kể từ ngày 09 tháng 5 năm 2011.

      - Xe tải từ 5 tấn không đi vào đoạn trung tâm từ 6 giờ 30 đến 8 giờ và từ 16 giờ 30 đến 18 giờ.
      - Sở Giao thông vận tải đặt biển báo và chỉ dẫn đường tránh trước ngày 06 tháng 5.
      - Công an tỉnh hướng dẫn tại các nút giao trong hai tuần đầu.

      Hết thời gian thử, Sở Giao thông vận tải đánh giá và đề xuất cách làm lâu dài.
    `,
  },
  {
    key: 'kh12',
    writer: 'editor-stttt',
    family: 'directive',
    type: 'KH',
    number: '12/KH-STTTT',
    issuer: 'stttt',
    issuedOn: '2011-05-30',
    place: 'Hạ Long',
    abstract: 'Triển khai Chỉ thị số 08/CT-UBND của Ủy ban nhân dân tỉnh về ứng dụng công nghệ thông tin',
    signer: 'Ngô Thị Bích Ngọc',
    signerCapacity: 'GIÁM ĐỐC',
    fields: ['cntt', 'cchc'],
    recipients: ['UBND tỉnh (báo cáo);', 'Các sở, ban, ngành;', 'Lưu: VT, CNTT.'],
    relations: [
      { type: 'based-on', target: 'ct08' },
      { type: 'guides', target: 'ct08' },
    ],
    body: `
      ## I. Mục đích

      Biến các yêu cầu của Chỉ thị số 08/CT-UBND thành việc cụ thể, có người làm và có hạn.

      ## II. Việc và thời hạn

      1. Tháng 6: khảo sát máy móc, phần mềm, cán bộ chuyên trách ở mọi sở, ngành.
      2. Quý III: tập huấn phần mềm quản lý văn bản cho văn thư; cấp chữ ký số cho lãnh đạo.
      3. Quý IV: chuyển năm hệ thống đầu tiên về Trung tâm tích hợp dữ liệu.
      4. Tháng 12: công bố bảng xếp hạng mức độ ứng dụng.

      ## III. Kinh phí và báo cáo

      Kinh phí lấy từ dự toán đã giao năm 2011. Các cơ quan báo cáo kết quả về Sở trước ngày 25 của tháng cuối quý.
    `,
  },
  {
    key: 'hd03',
    writer: 'editor-stttt',
    family: 'directive',
    type: 'HD',
    number: '03/HD-STTTT',
    issuer: 'stttt',
    issuedOn: '2011-06-02',
    effectiveFrom: '2011-07-01',
    place: 'Hạ Long',
    abstract: 'Sử dụng thư điện tử công vụ trong các cơ quan Nhà nước của tỉnh',
    signer: 'Ngô Thị Bích Ngọc',
    signerCapacity: 'GIÁM ĐỐC',
    fields: ['cntt'],
    recipients: ['Các sở, ban, ngành;', 'UBND các huyện, thị xã, thành phố;', 'Lưu: VT, CNTT.'],
    relations: [
      { type: 'replaces', target: 'hd07', extent: 'whole' },
      { type: 'based-on', target: 'ct08' },
    ],
    body: `
      ## 1. Ai có hộp thư

      Mỗi cán bộ, công chức có một hộp thư mang tên mình; mỗi phòng có một hộp thư chung do văn thư giữ.

      ## 2. Dùng vào việc gì

      - Gửi và nhận văn bản điện tử, giấy mời, tài liệu họp, báo cáo.
      - Không dùng hộp thư miễn phí bên ngoài cho việc công.
      - Không gửi tài liệu thuộc phạm vi bí mật nhà nước.

      ## 3. Giữ an toàn

      Mật khẩu dài ít nhất tám ký tự, đổi ba tháng một lần; nghỉ việc thì bàn giao hộp thư trong ngày.

      ## 4. Hiệu lực

      Hướng dẫn này có hiệu lực từ ngày 01 tháng 7 năm 2011 và thay hướng dẫn số 07/HD-SBCVT năm 2007.
    `,
  },
  {
    key: 'kh105',
    writer: 'editor-vpubnd',
    goal: 'draft',
    hasFile: false,
    family: 'directive',
    type: 'KH',
    number: '105/KH-UBND',
    issuer: 'ubnd',
    issuedOn: '2011-11-21',
    place: 'Quảng Ninh',
    abstract: 'Ứng dụng công nghệ thông tin trong cơ quan Nhà nước của tỉnh năm 2012',
    signer: '',
    signerCapacity: '',
    fields: ['cntt'],
    relations: [{ type: 'based-on', target: 'ct08' }],
    body: '',
  },
]
