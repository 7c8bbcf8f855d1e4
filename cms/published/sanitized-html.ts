/** The second wall behind the converter: what is not on this list does not reach a page. */
import sanitize from 'sanitize-html'
import { isStrictHtml } from './strict-html.ts'

const blocks = [
  'p',
  'h2',
  'h3',
  'h4',
  'ul',
  'ol',
  'li',
  'blockquote',
  'hr',
  'br',
  'figure',
  'figcaption',
  'img',
]
const tables = ['table', 'thead', 'tbody', 'tr', 'th', 'td']
const inline = ['a', 'strong', 'em', 's', 'sub', 'sup', 'code', 'span']

const layout = ['center', 'right', 'indent-1', 'indent-2', 'indent-3', 'indent-4', 'indent-5']

const options: sanitize.IOptions = {
  allowedTags: [...blocks, ...tables, ...inline],
  allowedAttributes: {
    a: ['href', 'rel'],
    img: ['src', 'srcset', 'sizes', 'width', 'height', 'alt', 'loading'],
    h2: ['id'],
    h3: ['id'],
    h4: ['id'],
    ol: ['start'],
    th: ['scope', 'colspan', 'rowspan'],
    td: ['colspan', 'rowspan'],
  },
  allowedClasses: {
    p: [...layout, 'file'],
    h2: layout,
    h3: layout,
    h4: layout,
    li: ['nested'],
    span: ['underline'],
  },
  allowedSchemes: ['http', 'https', 'mailto', 'tel'],
  allowedSchemesByTag: { img: [] },
  allowProtocolRelative: false,
  allowVulnerableTags: false,
  disallowedTagsMode: 'discard',
}

/** By the allow-list alone. */
export const throughAllowList = (html: string): string => sanitize(html, options)

/** Taking HTML apart and putting it together again is a tenth of drawing a page; what would not change is spared it. */
export const sanitizedHtml = (html: string): string => (isStrictHtml(html) ? html : throughAllowList(html))
