/**
 * No-break spaces for titles and badges, so that a number never stands alone on a line (design, Type (c)):
 * `Điều 28`, `khoản 2`, `tháng 5`, `số 08/…`, `18 km`. For display only: never for addresses, feeds or search.
 */
const noBreakSpace = '\u00a0'

const before =
  /(?<![\p{L}\p{N}])(điều|khoản|điểm|mục|chương|phần|phụ lục|ngày|tháng|năm|quý|số|lần|kỳ|khóa|khoá|quận|tập|trang|mức độ|giai đoạn) (?=\d)/giu
const after =
  /(?<=\d) (?=(?:%|km|m|cm|mm|ha|kg|g|tấn|tạ|l|lít|m²|m³|km²|kWh|MW|đồng|triệu|tỷ|nghìn|ngày|tháng|năm|giờ|phút|giây|tuổi|người|hộ|xã|phường|huyện|sở|tin|văn bản|điểm|lần|°C)(?![\p{L}\p{N}]|\s\d))/giu
const words = /(?<![\p{L}\p{N}])(chưa|không|hết|còn) (?=(?:có|hiệu)(?![\p{L}]))/giu

export const noBreak = (text: string): string =>
  text.replace(before, `$1${noBreakSpace}`).replace(after, noBreakSpace).replace(words, `$1${noBreakSpace}`)
