/** Titles, sentences and bodies of realistic length, of common words of the administration and of made syllables. */
import type { RichText, RichTextNode } from '#domain/content.ts'
import type { Random } from './random.ts'
import { syllables, zipf } from './syllables.ts'

/** From common to rare. */
const commonWords =
  `và|của|các|trong|được|cho|với|là|có|về|theo|đến|những|tại|từ|này|trên|công tác|thực hiện|tỉnh|nhân dân|phát triển|quản lý|
tổ chức|địa phương|cơ quan|đơn vị|xây dựng|cán bộ|hoạt động|nhiệm vụ|kinh tế|xã hội|quy định|công nghệ thông tin|chương trình|triển khai|
kế hoạch|kết quả|người dân|doanh nghiệp|dịch vụ|tăng cường|nâng cao|hiệu quả|chất lượng|đầu tư|dự án|năm|ngày|tháng|huyện|xã|phường|
ủy ban nhân dân|chỉ đạo|điều hành|hành chính|cải cách|thủ tục|hồ sơ|giải quyết|tiếp nhận|hướng dẫn|kiểm tra|báo cáo|đề nghị|yêu cầu|văn bản|
quyết định|chỉ thị|nghị quyết|hội nghị|đại biểu|lãnh đạo|trưởng phòng|chuyên viên|giáo dục|đào tạo|y tế|sức khỏe|môi trường|tài nguyên|nông nghiệp|
nông thôn|giao thông|vận tải|du lịch|văn hóa|thể thao|khoa học|an ninh|trật tự|phòng chống|thiên tai|bão lũ|hỗ trợ|chính sách|ngân sách|thu chi|
sản xuất|kinh doanh|thương mại|xuất khẩu|nhập khẩu|hải quan|biên giới|cửa khẩu|cảng biển|đảo|vịnh|rừng|khoáng sản|than|điện|nước sạch|vệ sinh|
lao động|việc làm|thanh niên|phụ nữ|trẻ em|người cao tuổi|hộ nghèo|vay vốn|học sinh|giáo viên|trường học|bệnh viện|trạm y tế|vắc xin|
tuyên truyền|phổ biến|pháp luật|thanh tra|khiếu nại|tố cáo|hòa giải|tư pháp|công chứng|đất đai|nhà ở|quy hoạch|đô thị|giải phóng mặt bằng|
chữ ký số|cơ sở dữ liệu|mạng|máy tính|phần mềm|trực tuyến|cổng thông tin điện tử|một cửa|chuyển đổi|số hóa|an toàn thông tin`
    .replaceAll('\n', '')
    .split('|')

const commonWord = zipf(commonWords)
const syllable = zipf(syllables)

const word = (random: Random): string =>
  random.chance(0.45)
    ? commonWord(random)
    : random.chance(0.5)
      ? syllable(random)
      : `${syllable(random)} ${syllable(random)}`

export const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('vi') + text.slice(1)

export const words = (random: Random, count: number): string =>
  Array.from({ length: count }, () => word(random)).join(' ')

export const title = (random: Random): string => capitalised(words(random, random.between(6, 12)))

/** Two capitalised syllables, as places are called. */
export const placeName = (random: Random): string =>
  `${capitalised(syllable(random))} ${capitalised(syllable(random))}`

export function sentence(random: Random): string {
  const clauses = Array.from({ length: random.between(1, 3) }, () => words(random, random.between(5, 10)))
  return `${capitalised(clauses.join(', '))}.`
}

export const paragraph = (random: Random): string =>
  Array.from({ length: random.between(2, 5) }, () => sentence(random)).join(' ')

const text = (value: string): RichTextNode => ({
  ...{ type: 'text', version: 1, text: value, format: 0, mode: 'normal', style: '', detail: 0 },
})
const block = (type: string, children: RichTextNode[], more: Record<string, unknown> = {}): RichTextNode => ({
  ...{ type, version: 1, direction: null, format: '', indent: 0, ...more },
  children,
})
const plain = (value: string) => block('paragraph', [text(value)], { textFormat: 0, textStyle: '' })

/** `heads` stand before some of the paragraphs. */
export function body(random: Random, paragraphs: number, heads: readonly string[] = []): RichText {
  const every = Math.max(1, Math.floor(paragraphs / (heads.length + 1)))
  const children = Array.from({ length: paragraphs }, (_, index) => {
    const head = index % every === every - 1 ? heads[Math.floor(index / every)] : undefined
    return [...(head ? [block('heading', [text(head)], { tag: 'h2' })] : []), plain(paragraph(random))]
  })
  return { root: block('root', children.flat()) }
}
