/**
 * Recognizes HTML that the allow-list (`sanitized-html.ts`) would give back as it is, without taking it apart:
 * tags and attributes in exactly these forms, each properly closed where it may stand, and text without a bare
 * `<`, `>` or `&`. It is no second list of what is allowed: whatever is not recognized, allowed or not, goes
 * through the sanitizer. A test holds that the sanitizer changes nothing of what is recognized.
 */

const blocks = ['p', 'h2', 'h3', 'h4', 'ul', 'ol', 'blockquote', 'figure', 'table']
const inline = ['a', 'strong', 'em', 's', 'sub', 'sup', 'code', 'span']
const top = ''

/** What may stand directly in what, so that no parser closes one of them early. */
const inText = [...inline, 'br']
const inFlow = [...blocks, 'hr', ...inText]
const children = new Map<string, ReadonlySet<string>>([
  ...[top, 'blockquote', 'li', 'th', 'td'].map((name) => [name, new Set(inFlow)] as const),
  ...['p', 'h2', 'h3', 'h4', 'figcaption', ...inline].map((name) => [name, new Set(inText)] as const),
  ['a', new Set(inText.filter((name) => name !== 'a'))],
  ['figure', new Set(['figcaption'])],
  ['ul', new Set(['li'])],
  ['ol', new Set(['li'])],
  ['table', new Set(['thead', 'tbody'])],
  ['thead', new Set(['tr'])],
  ['tbody', new Set(['tr'])],
  ['tr', new Set(['th', 'td'])],
])

const bareTags = new Set([...blocks, ...inline, 'li', 'figcaption', 'thead', 'tbody', 'tr', 'th', 'td'])
const voidTags = new Set(['br /', 'hr /'])

const layout = 'center|right|(?:(?:center|right) )?indent-[1-5]'
const address = String.raw`(?:/(?![/\\])|https?://|mailto:|tel:|#)(?:[^\0-\x20"<>&\\\x7f]|&amp;)*`
const heading = new RegExp(`^(?: id="[a-z0-9-]+")?(?: class="(?:${layout})")?$`)
const spans = '(?: colspan="[0-9]+")?(?: rowspan="[0-9]+")?'

const attributes = new Map([
  ['p', new RegExp(`^ class="(?:file|${layout})"$`)],
  ['h2', heading],
  ['h3', heading],
  ['h4', heading],
  ['ol', /^ start="-?[0-9]+"$/],
  ['li', /^ class="nested"$/],
  ['span', /^ class="underline"$/],
  ['a', new RegExp(`^ href="${address}"(?: rel="noopener")?$`)],
  ['th', new RegExp(`^(?: scope="(?:col|row)")?${spans}$`)],
  ['td', new RegExp(`^${spans}$`)],
])

const bareAmpersand = /&(?!(?:amp|lt|gt);)/

/** True when the sanitizer would return exactly `html`; false says nothing. */
export function isStrictHtml(html: string): boolean {
  if (bareAmpersand.test(html)) return false
  const [before = '', ...rest] = html.split('<')
  if (before.includes('>')) return false
  const open = [top]
  for (const part of rest) {
    const end = part.indexOf('>')
    if (end === -1 || part.includes('>', end + 1)) return false
    const tag = part.slice(0, end)
    if (tag.startsWith('/')) {
      if (open.length === 1 || open.pop() !== tag.slice(1)) return false
    } else {
      const [name = ''] = tag.split(' ', 1)
      const isVoid = voidTags.has(tag)
      const isKnown = isVoid || bareTags.has(tag) || attributes.get(name)?.test(tag.slice(name.length))
      if (!isKnown || !children.get(open.at(-1) ?? top)?.has(name)) return false
      if (!isVoid) open.push(name)
    }
  }
  return open.length === 1
}
