import type { NewsPlan } from '../plan.ts'

/** June to October 2011. */
export const newsOfSummer: readonly NewsPlan[] = [
  {
    key: 'thu-cong-vu',
    writer: 'editor-stttt',
    title: 'Thư điện tử công vụ: mỗi cán bộ một hộp thư từ ngày 1/7',
    lead: 'Hướng dẫn mới thay hướng dẫn năm 2007 và dừng dùng hộp thư miễn phí cho việc công.',
    agency: 'ttcntt',
    topics: ['cntt'],
    author: 'Phạm Thu Hà',
    originallyPublishedAt: '2011-06-09T09:45:00+07:00',
    aboutDocuments: ['hd03', 'hd07'],
    body: `
      Trung tâm Công nghệ thông tin và Truyền thông đang cấp hộp thư cho hơn bốn nghìn cán bộ, công chức. Hộp thư mang tên
      người dùng, đi theo người đó khi chuyển phòng.

      ## Điều cần nhớ

      1. Việc công chỉ gửi bằng hộp thư công vụ.
      2. Không gửi tài liệu mật qua thư điện tử.
      3. Nhận được thư lạ đòi mật khẩu thì báo ngay cho Trung tâm.

      Người dân viết thư cho cơ quan nào thì dùng địa chỉ ghi ở trang của cơ quan đó trên Cổng; thư được trả lời trong năm
      ngày làm việc.
    `,
  },
  {
    key: 'tau-co-to',
    writer: 'editor-vpubnd',
    title: 'Lịch tàu Cô Tô mùa hè: thêm chuyến sáng thứ Bảy và chiều Chủ nhật',
    lead: 'Tàu cao tốc chạy thêm từ ngày 23/7 đến hết tháng 8.',
    agency: 'vpubnd',
    topics: ['giaothong', 'vanhoa'],
    image: 'bien-dao',
    originallyPublishedAt: '2011-07-20T08:10:00+07:00',
    body: `
      Khách ra Cô Tô tăng nhanh trong tháng 7, nhiều người phải chờ sang hôm sau. Từ ngày 23/7, tuyến Cái Rồng – Cô Tô có
      thêm hai chuyến cuối tuần.

      ## Giờ chạy thêm

      - Cái Rồng đi Cô Tô: 6 giờ 30 sáng thứ Bảy.
      - Cô Tô về Cái Rồng: 15 giờ 30 chiều Chủ nhật.

      Gió từ cấp 6 trở lên, tàu ngừng chạy và vé được hoàn hoặc đổi chuyến. Hành khách nên gọi cho bến trước khi đi, nhất
      là khi có tin áp thấp.

      Vé cho người dân trên đảo vẫn giữ giá cũ và được giữ chỗ đến trước giờ chạy một tiếng.
    `,
  },
  {
    key: 'trung-tam-du-lieu',
    writer: 'editor-stttt',
    title: 'Năm sở chuyển máy chủ về Trung tâm tích hợp dữ liệu',
    lead: 'Đợt đầu hoàn thành trong tháng 9; các phòng máy nhỏ lẻ sẽ dừng.',
    agency: 'stttt',
    topics: ['cntt'],
    originallyPublishedAt: '2011-09-08T14:15:00+07:00',
    aboutDocuments: ['kh12'],
    body: `
      Theo kế hoạch triển khai Chỉ thị 08, năm sở đầu tiên đã đưa máy chủ về Trung tâm tích hợp dữ liệu của tỉnh. Việc
      chuyển làm vào hai ngày cuối tuần để không ảnh hưởng giờ làm việc.

      ## Được lợi gì

      Phòng máy chung có điện dự phòng, điều hòa và người trực ngày đêm; dữ liệu được sao lưu hằng ngày sang nơi khác.
      Tiền điện và bảo trì của năm phòng máy cũ được cắt.

      ## Bước tiếp theo

      - Quý IV: thêm bốn sở và hai huyện.
      - Năm 2012: các địa phương còn lại.

      Trang và thư điện tử của các cơ quan giữ nguyên địa chỉ, người dùng không phải đổi gì.
    `,
  },
  {
    key: 'bao-tri-thang-8',
    writer: 'editor-stttt',
    goal: 'withdrawn',
    note: 'Lịch bảo trì đã hoãn nên tin này không còn đúng. Cổng hoạt động bình thường.',
    title: 'Cổng thông tin tạm dừng đêm 20/8 để bảo trì',
    lead: 'Thời gian dự kiến từ 22 giờ ngày 20/8 đến 4 giờ ngày 21/8.',
    agency: 'ttcntt',
    topics: ['cntt'],
    originallyPublishedAt: '2011-08-17T16:00:00+07:00',
    body: `
      Trung tâm Công nghệ thông tin và Truyền thông dự kiến bảo trì hệ thống mạng trong đêm 20/8. Trong thời gian này Cổng
      thông tin điện tử và thư điện tử công vụ có thể gián đoạn.

      Cơ quan nào có việc gấp liên hệ số trực của Trung tâm. Thư gửi đến trong lúc bảo trì vẫn được giữ và chuyển sau.

      Mọi thay đổi về lịch sẽ được báo trên Cổng.
    `,
  },
]
