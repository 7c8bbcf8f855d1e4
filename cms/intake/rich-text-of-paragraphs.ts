/** Plain paragraphs → the Lexical JSON that the editor would have written for them. */
import type { RichText, RichTextNode } from '#domain/content.ts'

/** One paragraph node each, in order; blank ones are left out. Always valid rich text, even when empty. */
export function richTextOfParagraphs(paragraphs: readonly string[]): RichText {
  const children = paragraphs
    .map((text) => text.trim())
    .filter(Boolean)
    .map(paragraphNode)
  return { root: { type: 'root', version: 1, direction: null, format: '', indent: 0, children } }
}

const paragraphNode = (text: string): RichTextNode => ({
  type: 'paragraph',
  version: 1,
  direction: null,
  format: '',
  indent: 0,
  textFormat: 0,
  textStyle: '',
  children: [
    {
      type: 'text',
      version: 1,
      text: text.normalize('NFC'),
      format: 0,
      mode: 'normal',
      style: '',
      detail: 0,
    },
  ],
})
