/** Why a file could not be taken in at all. The sentence is for the person who chose the file; logs get the code. */
export const intakeFaults = {
  empty: 'Tệp trống. Hãy chọn tệp khác.',
  'too-large': 'Tệp quá lớn (hơn 2 MB) so với một bài viết. Hãy kiểm tra lại tệp đã chọn.',
  binary: 'Tệp không phải văn bản thuần. Hãy lưu bài thành tệp .txt mã UTF-8 rồi nhập lại.',
  'utf-16': 'Tệp lưu bằng mã UTF-16. Hãy mở tệp, chọn “Lưu thành…”, mã UTF-8, rồi nhập lại.',
  'not-utf8':
    'Tệp không đúng mã UTF-8 (có thể là TCVN3, VNI hoặc Windows-1258). Hãy chuyển sang UTF-8 rồi nhập lại.',
  'no-title': 'Dòng đầu của tệp là ngày giờ, không phải tiêu đề. Hãy thêm tiêu đề vào dòng đầu rồi nhập lại.',
  'title-only': 'Tệp chỉ có tiêu đề, không có đoạn nội dung nào. Hãy kiểm tra lại tệp xuất.',
} as const

export type IntakeFault = keyof typeof intakeFaults

export class IntakeError extends Error {
  readonly code: IntakeFault

  constructor(code: IntakeFault, options: { cause?: unknown } = {}) {
    super(intakeFaults[code], options)
    this.name = 'IntakeError'
    this.code = code
  }
}
