import type { AgencyPlan } from '../plan.ts'

/** Parents stand before their units. Addresses and numbers are invented. */
export const agencies: readonly AgencyPlan[] = [
  {
    key: 'ubnd',
    name: 'Ủy ban nhân dân tỉnh Quảng Ninh',
    shortName: 'UBND tỉnh',
    kind: 'ubnd-tinh',
    summary:
      'Cơ quan hành chính nhà nước của tỉnh: quyết định, chỉ đạo và điều hành công việc chung trên địa bàn.',
    address: 'Phường Hồng Hà, thành phố Hạ Long',
    phone: '033 3835 000',
    email: 'ubnd@quangninh.example',
    body: `
      ## Chức năng

      Tổ chức thi hành pháp luật và nghị quyết của Hội đồng nhân dân tỉnh; quản lý các lĩnh vực kinh tế, xã hội,
      quốc phòng, an ninh trên địa bàn.

      ## Cách làm việc

      - Họp thường kỳ mỗi tháng một lần; kết luận được Văn phòng thông báo bằng văn bản.
      - Chủ tịch chịu trách nhiệm chung; mỗi Phó Chủ tịch phụ trách một nhóm lĩnh vực.
      - Văn bản do tỉnh ban hành được đăng trên Cổng thông tin điện tử.
    `,
  },
  {
    key: 'vpubnd',
    parent: 'ubnd',
    name: 'Văn phòng Ủy ban nhân dân tỉnh',
    shortName: 'Văn phòng UBND tỉnh',
    kind: 'van-phong',
    summary:
      'Tham mưu tổng hợp, tổ chức công việc hằng ngày của UBND tỉnh và đặt Ban biên tập Cổng thông tin điện tử.',
    address: 'Phường Hồng Hà, thành phố Hạ Long',
    phone: '033 3835 111',
    email: 'vpubnd@quangninh.example',
    body: `
      ## Nhiệm vụ chính

      1. Chuẩn bị chương trình công tác, các phiên họp và thông báo kết luận.
      2. Tiếp nhận, chuyển và theo dõi văn bản đến, văn bản đi.
      3. Tổ chức tiếp công dân; đôn đốc trả lời đơn thư.
      4. Duyệt tin, bài và văn bản đăng trên Cổng.
    `,
  },
  {
    key: 'stttt',
    parent: 'ubnd',
    name: 'Sở Thông tin và Truyền thông',
    shortName: 'Sở TT&TT',
    kind: 'so',
    validFrom: '2008-04-01',
    formerNames: [
      {
        name: 'Sở Bưu chính, Viễn thông',
        shortName: 'Sở BCVT',
        validFrom: '2004-07-01',
        validTo: '2008-03-31',
      },
    ],
    summary: 'Giúp UBND tỉnh quản lý báo chí, xuất bản, bưu chính, viễn thông và công nghệ thông tin.',
    address: 'Phường Hồng Hải, thành phố Hạ Long',
    phone: '033 3634 000',
    email: 'stttt@quangninh.example',
    body: `
      ## Chức năng

      Cơ quan chuyên môn thuộc UBND tỉnh, được lập trên cơ sở Sở Bưu chính, Viễn thông và nhận thêm phần việc về
      báo chí, xuất bản.

      ## Nhiệm vụ về công nghệ thông tin

      - Soạn kế hoạch ứng dụng công nghệ thông tin hằng năm để UBND tỉnh ban hành.
      - Thẩm định dự án, tránh để hai cơ quan cùng mua một thứ.
      - Hướng dẫn, kiểm tra việc dùng thư điện tử, văn bản điện tử và chữ ký số.
      - Tập huấn cho cán bộ chuyên trách của sở, ngành và địa phương.
    `,
  },
  {
    key: 'ttcntt',
    parent: 'stttt',
    name: 'Trung tâm Công nghệ thông tin và Truyền thông',
    shortName: 'Trung tâm CNTT&TT',
    kind: 'don-vi-su-nghiep',
    summary: 'Vận hành Trung tâm tích hợp dữ liệu, thư điện tử công vụ và Cổng thông tin điện tử của tỉnh.',
    address: 'Phường Hồng Hải, thành phố Hạ Long',
    phone: '033 3634 115',
    email: 'ttcntt@quangninh.example',
  },
  {
    key: 'syt',
    parent: 'ubnd',
    name: 'Sở Y tế',
    kind: 'so',
    summary: 'Giúp UBND tỉnh quản lý khám chữa bệnh, y tế dự phòng, dược và an toàn thực phẩm.',
    address: 'Phường Hồng Hải, thành phố Hạ Long',
    phone: '033 3835 450',
    email: 'syt@quangninh.example',
  },
  {
    key: 'snv',
    parent: 'ubnd',
    name: 'Sở Nội vụ',
    kind: 'so',
    summary: 'Giúp UBND tỉnh quản lý tổ chức bộ máy, cán bộ, cải cách hành chính và văn thư, lưu trữ.',
    address: 'Phường Hồng Hà, thành phố Hạ Long',
    phone: '033 3835 620',
    email: 'snv@quangninh.example',
  },
  {
    key: 'halong',
    parent: 'ubnd',
    name: 'Ủy ban nhân dân thành phố Hạ Long',
    shortName: 'UBND thành phố Hạ Long',
    kind: 'ubnd-huyen',
    summary: 'Cơ quan hành chính của thành phố Hạ Long, trung tâm của tỉnh và cửa ngõ vịnh Hạ Long.',
    address: 'Phường Bạch Đằng, thành phố Hạ Long',
    phone: '033 3825 300',
    email: 'halong@quangninh.example',
  },
]
