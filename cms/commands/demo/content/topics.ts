import type { TopicPlan } from '../plan.ts'

export const topics: readonly TopicPlan[] = [
  {
    key: 'cddh',
    name: 'Chỉ đạo điều hành',
    summary: 'Việc lãnh đạo tỉnh giao và kết quả các sở, ngành, địa phương thực hiện.',
  },
  {
    key: 'cchc',
    name: 'Cải cách hành chính',
    summary: 'Thủ tục gọn hơn, bộ phận một cửa, giải quyết hồ sơ đúng hẹn.',
  },
  {
    key: 'cntt',
    name: 'Công nghệ thông tin',
    summary: 'Hệ thống thông tin của tỉnh và cách người dân, cán bộ dùng chúng.',
  },
  { key: 'yte', name: 'Y tế', summary: 'Khám chữa bệnh, tiêm chủng, phòng dịch.' },
  { key: 'giaothong', name: 'Giao thông', summary: 'Đường bộ, bến cảng, tàu ra đảo và an toàn giao thông.' },
  { key: 'vanhoa', name: 'Văn hóa – du lịch', summary: 'Di sản, lễ hội và việc đón khách của tỉnh.' },
]
