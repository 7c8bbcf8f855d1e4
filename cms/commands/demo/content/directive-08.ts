import type { DocumentPlan } from '../plan.ts'

/** The directive that the province's portal of 2011 reported on. Its text here is a retelling, not the original. */
export const directive08: DocumentPlan = {
  key: 'ct08',
  writer: 'editor-vpubnd',
  family: 'directive',
  type: 'CT',
  number: '08/CT-UBND',
  issuer: 'ubnd',
  issuedOn: '2011-05-11',
  place: 'Quảng Ninh',
  abstract:
    'Về việc đẩy mạnh ứng dụng công nghệ thông tin trong hoạt động của các cơ quan Nhà nước trên địa bàn tỉnh',
  signer: 'Trần Đức Hải',
  signerCapacity: 'TM. ỦY BAN NHÂN DÂN\nKT. CHỦ TỊCH\nPHÓ CHỦ TỊCH',
  fields: ['cddh', 'cntt'],
  grounds: ['Căn cứ Luật Công nghệ thông tin số 67/2006/QH11 ngày 29 tháng 6 năm 2006;'],
  recipients: [
    'Các sở, ban, ngành;',
    'UBND các huyện, thị xã, thành phố;',
    'Cổng thông tin điện tử tỉnh;',
    'Lưu: VT.',
  ],
  relations: [{ type: 'based-on', targetText: 'Luật Công nghệ thông tin số 67/2006/QH11' }],
  body: `
    Máy tính và mạng đã có ở hầu hết cơ quan của tỉnh, song mức độ sử dụng còn chênh lệch: nơi đã xử lý công việc
    trên mạng, nơi vẫn chỉ dùng để soạn thảo. Để việc ứng dụng đồng đều và có ích cho người dân, Ủy ban nhân dân tỉnh
    chỉ thị:

    ## 1. Người đứng đầu chịu trách nhiệm

    Giám đốc các sở, thủ trưởng ban, ngành và Chủ tịch Ủy ban nhân dân huyện, thị xã, thành phố tự mình phụ trách việc
    này ở nơi mình quản lý và làm gương bằng cách xử lý công việc trên mạng.

    ## 2. Con người và đầu tư

    - Mở lớp kỹ năng cho cán bộ, công chức; để cán bộ chuyên trách được học nâng cao.
    - Mua sắm theo đúng trình tự, nối tiếp hạ tầng và cơ sở dữ liệu đang có, không làm hai lần một việc.
    - Mỗi hệ thống có phương án an toàn thông tin trước khi đưa vào dùng.

    ## 3. Gắn với cải cách hành chính

    1. Rút gọn quy trình và thống nhất biểu mẫu trước khi tin học hóa.
    2. Đến năm 2015, phần lớn dịch vụ công cơ bản được cung cấp trên mạng từ mức độ 3 trở lên.
    3. Trao đổi văn bản điện tử, dùng chữ ký số, giảm dần bản giấy.
    4. Chuyển từng bước sang phần mềm mã nguồn mở.

    ## 4. Dùng chung hệ thống của tỉnh

    Các cơ quan dùng phần mềm quản lý văn bản, thư điện tử và hội nghị truyền hình do tỉnh xây dựng; đưa máy chủ và dữ
    liệu về Trung tâm tích hợp dữ liệu.

    Thông tin về hoạt động của mỗi cơ quan được cung cấp đủ và kịp thời trên Cổng thông tin điện tử tỉnh, đúng các mục
    mà Điều 28 Luật Công nghệ thông tin nêu ra.

    ## 5. Tổ chức thực hiện

    Sở Thông tin và Truyền thông hướng dẫn, theo dõi và báo cáo Ủy ban nhân dân tỉnh mỗi sáu tháng. Chỉ thị này có hiệu
    lực từ ngày ký.
  `,
}
