/** Is it XML a parser would take? Enough of the grammar for feeds and sitemaps: no DTD, no CDATA, no comments. */

const token = /<\?xml[^?]*\?>|<(\/?)([A-Za-z_][\w:.-]*)((?:\s+[\w:.-]+="[^"<]*")*)\s*(\/?)>|[^<]+/gy

/** `null` when well formed, else what is wrong. */
export function xmlFault(xml: string): string | null {
  const open: string[] = []
  let end = 0
  for (const [text, closes, name, , isEmpty] of xml.matchAll(token)) {
    end += text.length
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(text)) return `bare &: ${text}`
    if (!name && text.trim() && !text.startsWith('<?') && open.length === 0) return `text outside: ${text}`
    if (closes && open.pop() !== name) return `unexpected </${name}>`
    if (name && !closes && !isEmpty) open.push(name)
  }
  if (end !== xml.length) return `not XML at: ${xml.slice(end, end + 60)}`
  return open.length > 0 ? `left open: ${open.join(', ')}` : null
}
