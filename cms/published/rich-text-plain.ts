/** The words of a rich text, one block per line: for search and for summaries. */
import type { RichText, RichTextNode } from '#domain/content.ts'

const inlineTypes = new Set(['text', 'linebreak', 'tab', 'link', 'autolink'])

/** Plain text of a document, blocks separated by line feeds; empty for none. Never throws. */
export function plainText(richText: RichText | undefined): string {
  if (!richText) return ''
  const parts: string[] = []
  const waiting: RichTextNode[] = [richText.root]
  for (let node = waiting.pop(); node; node = waiting.pop()) {
    if (typeof node.text === 'string') parts.push(node.text)
    else if (node.type === 'linebreak' || node.type === 'tab') parts.push(' ')
    else if (!inlineTypes.has(node.type)) parts.push('\n')
    waiting.push(...(node.children ?? []).toReversed())
  }
  return parts
    .join('')
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
    .normalize('NFC')
}
