import type { NewsPlan } from '../plan.ts'

/** Left where a visitor can try the next step: in the queue, returned, begun, waiting for its day. */
export const unfinishedNews: readonly NewsPlan[] = [
  {
    key: 'nua-nam',
    writer: 'editor-vpubnd',
    goal: 'submitted',
    title: 'Sáu tháng thực hiện Chỉ thị 08: chín cơ quan bỏ hẳn giấy mời họp',
    lead: 'Báo cáo sơ kết nêu ba việc chậm và hạn hoàn thành mới.',
    agency: 'vpubnd',
    topics: ['cddh', 'cntt'],
    originallyPublishedAt: '2011-11-15T11:00:00+07:00',
    aboutDocuments: ['ct08', 'kh12'],
    body: `
      Sau sáu tháng, chín sở, ngành đã gửi toàn bộ giấy mời và tài liệu họp qua mạng. Mười bốn điểm cầu truyền hình giúp
      cán bộ các huyện bớt phải đi lại.

      ## Việc còn chậm

      1. Cấp chữ ký số cho lãnh đạo cấp phòng.
      2. Nhập biểu mẫu thủ tục lên Cổng.
      3. Bố trí cán bộ chuyên trách ở hai huyện miền núi.

      Văn phòng UBND tỉnh đề nghị các cơ quan hoàn thành trong quý I năm 2012.
    `,
  },
  {
    key: 'dien-tap',
    writer: 'editor-stttt',
    goal: 'returned',
    note: 'Chưa nêu đơn vị chủ trì và kết quả diễn tập. Đề nghị bổ sung, và đổi tiêu đề cho đúng nội dung.',
    title: 'Diễn tập xử lý sự cố mạng',
    lead: 'Buổi diễn tập giả định trang của một sở bị thay đổi nội dung.',
    agency: 'stttt',
    topics: ['cntt'],
    originallyPublishedAt: '2011-10-12T17:05:00+07:00',
    body: `
      Chiều 12/10, cán bộ chuyên trách của các cơ quan dự buổi diễn tập xử lý sự cố an toàn thông tin.

      Tình huống đặt ra: trang của một sở bị thay nội dung ngoài giờ làm việc. Người trực phải phát hiện, đưa bản sao lưu
      lên và báo cáo.
    `,
  },
  {
    key: 'lich-nghi-tet',
    writer: 'editor-vpubnd',
    goal: 'draft',
    title: 'Lịch trực Tết Nhâm Thìn của các cơ quan',
    lead: '',
    agency: 'vpubnd',
    topics: ['cddh'],
    body: `
      Văn phòng đang tổng hợp lịch trực do các cơ quan gửi về.
    `,
  },
  {
    key: 'gop-y-cong',
    writer: 'editor-vpubnd',
    goal: 'scheduled',
    title: 'Mời góp ý về cách trình bày văn bản trên Cổng',
    lead: 'Ban biên tập nhận góp ý trong 30 ngày, qua thư điện tử hoặc tại bộ phận tiếp dân.',
    agency: 'vpubnd',
    topics: ['cchc'],
    body: `
      Ban biên tập muốn biết người đọc tìm văn bản theo cách nào: theo số, theo ngày, theo cơ quan hay theo lĩnh vực.

      ## Gửi góp ý

      - Thư điện tử: banbientap@quangninh.example.
      - Trực tiếp tại Văn phòng Ủy ban nhân dân tỉnh trong giờ làm việc.

      Góp ý được tổng hợp và trả lời chung trên Cổng sau khi hết hạn.
    `,
  },
]
