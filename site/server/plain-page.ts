/**
 * Pages for when the built site cannot speak: plain HTML that needs nothing else. The words tell a citizen
 * what happened and what to do, and nothing about the machine.
 */
const words = {
  400: ['Địa chỉ không hợp lệ', 'Địa chỉ này có chỗ viết sai nên máy chủ không đọc được.'],
  404: ['Không tìm thấy trang', 'Trên Cổng không có trang nào ở địa chỉ này.'],
  405: ['Cách gửi không được hỗ trợ', 'Địa chỉ này chỉ dùng để đọc.'],
  410: ['Nội dung đã được gỡ bỏ', 'Trang ở địa chỉ này không còn trên Cổng.'],
  500: ['Máy chủ gặp lỗi', 'Trang này chưa hiển thị được. Lỗi đã được ghi lại. Xin thử lại sau ít phút.'],
  503: ['Máy chủ đang bận', 'Xin thử lại sau ít giây.'],
} as const

export type PlainStatus = keyof typeof words

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
const escapeHtml = (text: string): string => text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign)

/** A whole HTML document for a status; `details` are further paragraphs, plain text. */
export function plainPage(status: PlainStatus, details: readonly string[] = []): string {
  const [title, explanation] = words[status]
  const paragraphs = [explanation, ...details].map((text) => `<p>${escapeHtml(text)}</p>`).join('\n')
  return `<!doctype html>
<html lang="vi">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title}</title>
</head>
<body>
<main>
<h1>${title}</h1>
${paragraphs}
<p><a href="/">Về trang chủ</a></p>
</main>
</body>
</html>
`
}
