import { describe, expect, it } from 'vitest'
import type { RichTextNode } from '#domain/content.ts'
import { richTextHtml } from '#published/rich-text-html.ts'
import { throughAllowList } from '#published/sanitized-html.ts'
import { isStrictHtml } from '#published/strict-html.ts'
import { hostileTexts, hostileUrls, isHarmless } from '#tests/support/hostile-html.ts'
import * as rich from '#tests/support/rich-text-builders.ts'
import { seededRandom } from '#tests/support/seeded-random.ts'

/** What the recognition promises; @returns whether it recognized. */
function expectUnchanged(html: string): boolean {
  if (!isStrictHtml(html)) return false
  expect(throughAllowList(html)).toBe(html)
  expect(isHarmless(html)).toBe(true)
  return true
}

const names = [
  ...['p', 'h1', 'h2', 'h3', 'h4', 'ul', 'ol', 'li', 'blockquote', 'hr', 'br', 'figure', 'figcaption', 'img'],
  ...['table', 'thead', 'tbody', 'tfoot', 'tr', 'th', 'td', 'caption', 'col'],
  ...['a', 'strong', 'em', 's', 'sub', 'sup', 'code', 'span', 'b', 'font'],
  ...[
    'script',
    'style',
    'svg',
    'math',
    'iframe',
    'textarea',
    'title',
    'xmp',
    'noscript',
    'plaintext',
    'template',
  ],
]
const attributes = [
  ...[
    '',
    ' class="center"',
    ' class="right indent-2"',
    ' class="indent-1"',
    ' class="file"',
    ' class="nested"',
  ],
  ...[' class="underline"', ' class="other"', ' class=""', ' class=center', ' class="center  indent-1"'],
  ...[
    ' id="dieu-1"',
    ' id="A b"',
    ' id="x" id="y"',
    ' start="3"',
    ' start="x"',
    ' scope="col"',
    ' scope="row"',
  ],
  ...[' colspan="2"', ' rowspan="2"', ' scope="col" colspan="2" rowspan="3"', ' rowspan="2" colspan="2"'],
  ...[
    ' href="/a/"',
    ' href="#a"',
    ' href="https://a.example/?b=1&amp;c=2" rel="noopener"',
    ' href=""',
    ' href',
  ],
  ...[
    ' href="//a.example"',
    ' href="/\\a"',
    ' href="javascript:alert(1)"',
    ' href="https:a"',
    ' href="mailto:a@b"',
  ],
  ...[
    ' href="/a&#x3a;b"',
    ' href="/a&quot;b"',
    ' href="/a&lt;b"',
    ' href="tel:1" onclick="a"',
    ' rel="noopener"',
  ],
  ...[
    ' href="java\u0000script:a"',
    ' href="/\u0001/a"',
    ' href="https://ạ.example/ô"',
    ' href="/ a"',
    ' style="a"',
  ],
  ...[' src="/a.jpg"', ' src="x" onerror="a"', ' onload=a', ' /', '/', ' ', '\n', '\u0000', ' "', " '"],
]
const texts = [
  ...[
    '',
    '\n',
    ' ',
    'Điều 1',
    'a &amp; b',
    '&lt;script&gt;',
    '&amp;lt;',
    '"',
    "'",
    '\u00a0',
    '\u0000',
    '\u2028',
  ],
  ...[
    '\ud800',
    '😀',
    '\r\n',
    '&',
    '&nbsp;',
    '&#39;',
    '&quot;',
    '&#x3c;script&#x3e;',
    '&ampx',
    '&amp',
    '&lt',
    '<',
  ],
  ...[
    '>',
    '<!-- a -->',
    '<!doctype html>',
    '<![CDATA[a]]>',
    '<?a?>',
    '</',
    '<a',
    ']]>',
    '-->',
    ...hostileTexts,
  ],
]

describe('HTML recognized as strict', () => {
  it('is what the sanitizer gives back unchanged: any row of tags, attributes and texts', () => {
    const random = seededRandom(1)
    const one = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
    // Of mixed rows few are recognized, of likely ones many.
    const likely = (list: readonly string[], count: number) => (random() < 0.9 ? list.slice(0, count) : list)
    let recognized = 0
    for (let round = 0; round < 60_000; round += 1) {
      const open: string[] = []
      let html = ''
      for (let length = random() * 8; length > 0; length -= 1) {
        const isEnd = open.length > 0 && random() < 0.5
        const name = isEnd && random() < 0.95 ? (open.pop() ?? '') : one(likely(names, 32))
        const isVoid = ['br', 'hr', 'img'].includes(name)
        if (!isEnd && !isVoid) open.push(name)
        html += isEnd ? `</${name}>` : `<${name}${random() < 0.5 ? one(attributes) : isVoid ? ' /' : ''}>`
        html += random() < 0.5 ? one(likely(texts, 14)) : ''
      }
      if (random() < 0.95)
        html += open
          .reverse()
          .map((name) => `</${name}>`)
          .join('')
      if (expectUnchanged(html)) recognized += 1
    }
    expect(recognized).toBeGreaterThan(3000)
  })

  it('is so for every tag with every attribute, alone and in every other tag', () => {
    const recognized = new Set<string>()
    for (const outer of names)
      for (const name of names)
        for (const attribute of attributes) {
          const tag = `<${name}${attribute}>`
          for (const html of [
            `${tag}a</${name}>`,
            tag,
            `<${outer}>${tag}a</${name}></${outer}>`,
            `<${outer}>${tag}</${outer}>`,
            `<table><tbody>${tag}a</${name}></tbody></table>`,
            `<table><tbody><tr>${tag}a</${name}></tr></tbody></table>`,
            `<table><tbody><tr><${outer}>${tag}a</${name}></${outer}></tr></tbody></table>`,
            `<ul><${outer}>${tag}a</${name}></${outer}></ul>`,
          ])
            if (expectUnchanged(html)) recognized.add(name)
        }
    expect([...recognized].sort()).toEqual(
      names
        .filter((name) =>
          /^(?:[hb]r|p|h[234]|[uo]l|li|blockquote|figure|figcaption|table|thead|tbody|tr|th|td|a|strong|em|s|sub|sup|code|span)$/.test(
            name,
          ),
        )
        .sort(),
    )
  })

  it.each(hostileTexts.filter((text) => /[<>]/.test(text)))('is never hostile: %j', (text) => {
    expect(isStrictHtml(text)).toBe(false)
    expect(isStrictHtml(`<p>${text}</p>`)).toBe(false)
  })

  it.each(hostileUrls.filter(Boolean))('never links to %j', (url) => {
    expect(isStrictHtml(`<a href="${url}">a</a>`)).toBe(false)
  })

  it('is what the converter writes, quotes and signs and all, but for pictures and quotes in addresses', () => {
    const random = seededRandom(2)
    for (let round = 0; round < 3000; round += 1) {
      const richText = rich.richText(...Array.from({ length: 1 + random() * 5 }, () => anyBlock(random, 3)))
      expect(expectUnchanged(richTextHtml(richText).html)).toBe(true)
    }
  })
})

/** Any block that the editor knows, as an editor or an import may have nested it. */
function anyBlock(random: () => number, depth: number): RichTextNode {
  const pick = (count: number) => Math.floor(random() * count)
  const words = () => ['Điều 1', ' ', '“Cầu” & "phà"', "l'eau", '<b>', '&amp;', '😀'][pick(7)] ?? ''
  const text = () => rich.text(words(), pick(128))
  const url = () =>
    ['/a/', '#b', 'https://a.example/?b=1&c=2', 'mailto:a@b.example', 'javascript:a'][pick(5)] ?? ''
  const parts = () =>
    Array.from(
      { length: pick(4) },
      () =>
        [text(), text(), rich.link(url(), text()), { type: 'linebreak' }, { type: 'tab' }][pick(5)] ?? text(),
    )
  const laidOut = (node: RichTextNode) => ({
    ...node,
    format: ['', 'center', 'right', 'justify'][pick(4)],
    indent: pick(7),
  })
  const inner = () => (depth > 0 ? [anyBlock(random, depth - 1)] : [])
  const cell = () => ({ ...rich.tableCell(pick(4), ...parts()), colSpan: pick(3), rowSpan: pick(3) })
  const list = () => ({
    ...rich.list(pick(2) ? 'number' : 'bullet', parts(), parts()),
    start: pick(4),
  })
  const nested = () => rich.list('bullet', parts(), [list()])
  return (
    [
      () => laidOut(rich.paragraph(...parts())),
      () => laidOut(rich.heading(`h${1 + pick(6)}`, ...parts())),
      () => rich.quote(...parts()),
      list,
      nested,
      () => ({ type: 'horizontalrule' }),
      () =>
        rich.table(rich.tableRow(cell(), cell()), rich.tableRow(cell(), { ...cell(), children: inner() })),
    ][pick(7)]?.() ?? rich.paragraph()
  )
}
