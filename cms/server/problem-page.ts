/** One sentence as a page of its own, for a frame of the admin. */
export const problemPage = (message: string): string => `<!doctype html>
<html lang="vi">
<meta charset="utf-8">
<meta name="robots" content="noindex">
<meta name="color-scheme" content="light dark">
<title>Chưa xem trước được</title>
<h1>Chưa xem trước được</h1>
<p>${message.replaceAll('&', '&amp;').replaceAll('<', '&lt;')}</p>
</html>
`
