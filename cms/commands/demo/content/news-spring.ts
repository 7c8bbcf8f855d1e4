import type { NewsPlan } from '../plan.ts'

/** January to May 2011. */
export const newsOfSpring: readonly NewsPlan[] = [
  {
    key: 'tiep-cong-dan',
    writer: 'editor-vpubnd',
    title: 'Lãnh đạo tỉnh tiếp công dân vào ngày 15 hằng tháng',
    lead: 'Lịch cả năm 2011 đã được công bố; người dân có thể đăng ký trước qua điện thoại.',
    agency: 'vpubnd',
    topics: ['cddh'],
    author: 'Nguyễn Lan Anh',
    originallyPublishedAt: '2011-01-18T08:30:00+07:00',
    aboutDocuments: ['tb47'],
    body: `
      Văn phòng Ủy ban nhân dân tỉnh vừa thông báo lịch tiếp công dân năm 2011. Buổi tiếp diễn ra vào sáng ngày 15 mỗi
      tháng tại Trụ sở tiếp công dân; nếu trùng ngày nghỉ thì chuyển sang ngày làm việc kế tiếp.

      ## Cần chuẩn bị gì

      - Giấy tờ tùy thân.
      - Đơn, nếu có, ghi rõ họ tên, địa chỉ và việc cần trình bày.
      - Văn bản trả lời trước đây của cơ quan đã giải quyết.

      Người ở xa có thể gọi cho Văn phòng trước ba ngày để được xếp giờ, tránh chờ đợi. Sau mỗi buổi, cơ quan được giao
      việc phải trả lời người dân trong mười ngày làm việc.
    `,
  },
  {
    key: 'ben-tau-he',
    writer: 'moderator-a',
    title: 'Hạ Long sửa sang bến tàu trước mùa du lịch hè',
    lead: 'Nhà chờ, lối lên xuống và bảng giá vé được làm lại trước ngày 30/4.',
    agency: 'halong',
    topics: ['vanhoa', 'giaothong'],
    image: 'ben-tau',
    originallyPublishedAt: '2011-02-22T10:05:00+07:00',
    body: `
      Ủy ban nhân dân thành phố Hạ Long bắt đầu sửa bến tàu du lịch từ tuần này. Việc làm cuốn chiếu từng cầu, nên tàu
      vẫn đón khách bình thường.

      ## Khách thấy gì khác

      Lối lên xuống được lát chống trơn và có tay vịn; nhà chờ thêm ghế và chỗ che nắng. Bảng giá vé và số điện thoại
      phản ánh đặt ngay cửa vào, bằng tiếng Việt và tiếng Anh.

      Thành phố yêu cầu chủ tàu kiểm tra áo phao, bình cứu hỏa và niêm yết số người được chở. Tàu không đạt sẽ không được
      cấp lệnh rời bến.
    `,
  },
  {
    key: 'tap-huan-van-thu',
    writer: 'editor-stttt',
    title: 'Văn thư 42 cơ quan học dùng phần mềm quản lý văn bản',
    lead: 'Ba lớp, mỗi lớp hai ngày; người học làm trên chính văn bản của cơ quan mình.',
    agency: 'stttt',
    topics: ['cntt'],
    author: 'Phạm Thu Hà',
    originallyPublishedAt: '2011-03-14T15:20:00+07:00',
    body: `
      Sáng 14/3, Sở Thông tin và Truyền thông mở lớp đầu tiên trong ba lớp tập huấn phần mềm quản lý văn bản và điều
      hành. Người học là văn thư và cán bộ chuyên trách của các sở, ngành, huyện, thị xã, thành phố.

      Mỗi người mang theo năm văn bản đến và năm văn bản đi để nhập thử: vào sổ, quét, chuyển người xử lý, theo dõi hạn.
      Cách học này cho thấy ngay chỗ nào quy trình giấy còn vòng vèo.

      ## Sau lớp học

      1. Từ tháng 4, văn bản đến được vào sổ trên phần mềm trong ngày.
      2. Từ tháng 7, giấy mời họp không gửi bản giấy.
      3. Sở cử người hỗ trợ qua điện thoại trong giờ làm việc.
    `,
  },
  {
    key: 'tiem-chung',
    writer: 'moderator-a',
    title: 'Lịch tiêm chủng mở rộng tháng 4 tại trạm y tế xã, phường',
    lead: 'Trẻ dưới một tuổi được tiêm miễn phí; cha mẹ nhớ mang sổ tiêm.',
    agency: 'syt',
    topics: ['yte'],
    source: 'Sở Y tế',
    originallyPublishedAt: '2011-03-29T09:00:00+07:00',
    body: `
      Trong tháng 4, các trạm y tế xã, phường tổ chức tiêm chủng mở rộng từ ngày 5 đến ngày 8 và từ ngày 25 đến ngày 27,
      buổi sáng. Xã đảo có đội lưu động, lịch do trạm báo riêng.

      ## Với cha mẹ

      - Mang sổ tiêm và cho biết nếu trẻ đang sốt, đang uống thuốc hoặc từng phản ứng sau tiêm.
      - Ở lại trạm 30 phút sau khi tiêm.
      - Về nhà theo dõi trẻ ít nhất một ngày; thấy sốt cao, khó thở thì đưa đến cơ sở y tế ngay.

      Trẻ lỡ đợt này được tiêm bù vào đợt sau, không phải tiêm lại từ đầu.
    `,
  },
  {
    key: 'mot-cua',
    writer: 'editor-vpubnd',
    title: 'Bộ phận một cửa cấp huyện: thiếu giấy tờ chỉ phải bổ sung một lần',
    lead: 'Quy định mới áp dụng từ ngày 1/4, kèm phiếu hẹn và thư xin lỗi khi trễ.',
    agency: 'vpubnd',
    topics: ['cchc'],
    originallyPublishedAt: '2011-04-12T10:20:00+07:00',
    aboutDocuments: ['qd525'],
    body: `
      Từ đầu tháng 4, bộ phận một cửa ở mọi huyện, thị xã, thành phố làm theo một quy định chung. Điểm dễ thấy nhất: hồ
      sơ còn thiếu được hướng dẫn bằng phiếu, nêu đủ mọi điểm trong một lần.

      ## Quyền của người nộp hồ sơ

      - Có phiếu hẹn ghi ngày trả và tên người nhận hồ sơ.
      - Không phải nộp giấy tờ mà cơ quan nhà nước khác đang giữ và tra được.
      - Nhận thư xin lỗi cùng ngày hẹn mới nếu kết quả trễ.

      Sở Nội vụ kiểm tra đột xuất mỗi quý và công bố tỷ lệ trả đúng hẹn của từng nơi.
    `,
  },
  {
    key: 'phan-luong',
    writer: 'editor-vpubnd',
    title: 'Xe tải từ 5 tấn không vào trung tâm Hạ Long giờ cao điểm',
    lead: 'Thử trong ba tháng từ ngày 9/5 trên đoạn quốc lộ 18 qua thành phố.',
    agency: 'vpubnd',
    topics: ['giaothong'],
    originallyPublishedAt: '2011-05-05T16:40:00+07:00',
    aboutDocuments: ['cv1386'],
    body: `
      Ủy ban nhân dân tỉnh đồng ý cho phân luồng xe tải trên quốc lộ 18 đoạn qua thành phố Hạ Long. Trong giờ cao điểm
      sáng và chiều, xe từ 5 tấn trở lên đi theo đường tránh.

      ## Giờ áp dụng

      - Buổi sáng: từ 6 giờ 30 đến 8 giờ.
      - Buổi chiều: từ 16 giờ 30 đến 18 giờ.

      Xe cứu hỏa, cứu thương và xe buýt không thuộc diện hạn chế. Biển báo được đặt trước ngày 6/5; hai tuần đầu có cảnh
      sát giao thông chỉ dẫn tại các nút giao.
    `,
  },
  {
    key: 'chi-thi-08',
    writer: 'editor-stttt',
    title: 'Chỉ thị 08: người đứng đầu trực tiếp lo việc ứng dụng công nghệ thông tin',
    lead: 'UBND tỉnh đặt mốc năm 2015 cho dịch vụ công trên mạng và yêu cầu các cơ quan cung cấp đủ thông tin trên Cổng.',
    agency: 'stttt',
    topics: ['cntt', 'cddh'],
    source: 'Cổng TTĐT tỉnh Quảng Ninh',
    originallyPublishedAt: '2011-05-23T14:53:59+07:00',
    image: 'vinh-som',
    aboutDocuments: ['ct08'],
    changeNote: 'Đăng lần đầu.',
    body: `
      Chỉ thị số 08/CT-UBND, ký ngày 11/5/2011, giao việc ứng dụng công nghệ thông tin cho chính người đứng đầu: giám đốc
      sở, thủ trưởng ban, ngành, chủ tịch huyện, thị xã, thành phố. Không cơ quan nào được coi đây là việc riêng của cán
      bộ kỹ thuật.

      ## Vì sao có chỉ thị này

      Mấy năm qua mạng và máy tính đã về đến hầu hết cơ quan, nhưng cách dùng không đều. Có nơi đã bỏ hẳn giấy mời họp,
      có nơi vẫn in thư điện tử ra để trình ký.

      ## Những việc phải làm

      - Bồi dưỡng kỹ năng cho cán bộ, công chức; đầu tư nối tiếp cái đang có, không mua trùng.
      - Gọn hóa quy trình, thống nhất biểu mẫu rồi mới tin học hóa.
      - Dùng văn bản điện tử, chữ ký số và các hệ thống chung của tỉnh; dần chuyển sang phần mềm mã nguồn mở.
      - Đưa máy chủ về Trung tâm tích hợp dữ liệu.

      ## Người dân được gì

      Đến năm 2015, phần lớn dịch vụ công cơ bản có thể làm trên mạng từ mức độ 3: nộp hồ sơ tại nhà và theo dõi được hồ
      sơ đang ở đâu. Trước mắt, mỗi cơ quan phải đưa đủ thông tin của mình lên Cổng thông tin điện tử theo Điều 28 Luật
      Công nghệ thông tin.

      Sở Thông tin và Truyền thông theo dõi việc thực hiện và báo cáo UBND tỉnh sáu tháng một lần.
    `,
  },
]
