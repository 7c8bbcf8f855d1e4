const entities: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
}

/** Text for XML 1.0 and HTML, in content or in an attribute; characters that XML forbids even when escaped are dropped. */
export const xml = (text: string): string =>
  text
    .toWellFormed()
    .replace(/[&<>"'\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, (sign) => entities[sign] ?? '')

/** An XML answer; feeds and sitemaps are files in the public tree, so the type is all that is said. */
export const xmlResponse = (body: string, type: 'application/rss+xml' | 'application/xml'): Response =>
  new Response(`<?xml version="1.0" encoding="UTF-8"?>\n${body}\n`, {
    headers: { 'Content-Type': `${type}; charset=utf-8` },
  })
