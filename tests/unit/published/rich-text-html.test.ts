import { describe, expect, it } from 'vitest'
import type { RichTextNode } from '#domain/content.ts'
import { richTextHtml } from '#published/rich-text-html.ts'
import { hostileTexts, hostileUrls, isHarmless } from '#tests/support/hostile-html.ts'
import * as rich from '#tests/support/rich-text-builders.ts'

const html = (...nodes: RichTextNode[]): string => richTextHtml(rich.richText(...nodes)).html
const sha256 = 'ab'.repeat(32)

describe('rich text as HTML', () => {
  it.each(hostileTexts)('%j in a text stays text', (text) => {
    const output = html(
      rich.paragraph(text),
      rich.heading('h2', text),
      rich.quote(text),
      rich.list('bullet', [text]),
    )
    expect(isHarmless(output)).toBe(true)
    expect(output).not.toMatch(/<(script|img|svg|iframe|style|math)/i)
  })

  it.each(hostileUrls)('a link to %j is no link', (url) => {
    const output = html(rich.paragraph(rich.link(url, 'chữ')))
    expect(output).toBe('<p>chữ</p>\n')
  })

  it('keys of nodes cannot become attributes', () => {
    const cell = { ...rich.tableCell(0, 'a'), headerState: '1" onclick="alert(1)', colSpan: '2" style="x' }
    const output = html(
      {
        ...rich.paragraph('a'),
        format: 'center" onclick="alert(1)',
        indent: '1" style="x',
        style: 'color:red',
      },
      { ...rich.heading('h2" onclick="alert(1)', 'b'), id: 'x" onclick="alert(1)' },
      { ...rich.list('number', ['c']), start: '1" onclick="alert(1)', tag: 'script' },
      rich.table(rich.tableRow(cell)),
    )
    expect(isHarmless(output)).toBe(true)
    expect(output).not.toContain('onclick')
  })

  it('words of a picture are escaped', () => {
    const snapshot = { sha256, name: 'cau.jpg', alt: '"><script>', caption: '<b>Cầu</b>', credit: '& ảnh' }
    const files = [{ sha256, mimeType: 'image/jpeg', size: 9, width: 800, height: 600 }]
    const output = richTextHtml(rich.richText(rich.upload(snapshot)), { files }).html
    expect(output).toContain('alt="&quot;&gt;&lt;script&gt;"')
    expect(output).toContain('<figcaption>&lt;b&gt;Cầu&lt;/b&gt; &amp; ảnh</figcaption>')
  })

  it('an unknown node is refused', () => {
    expect(() => html({ type: 'script', children: [] })).toThrow('unknown node: script')
    expect(() => html({ type: 'constructor', children: [] })).toThrow('unknown node')
    expect(() => html(rich.table(rich.paragraph('x')))).toThrow('where tablerow belongs')
  })

  it('nesting without end is refused', () => {
    let node: RichTextNode = rich.list('bullet', ['đáy'])
    for (let level = 0; level < 100; level += 1) node = rich.list('bullet', [node])
    expect(() => html(node)).toThrow('nested deeper')
  })

  it('an upload whose bytes are unknown is refused', () => {
    expect(() => html(rich.upload({ sha256, name: 'mat.jpg' }))).toThrow('mat.jpg')
  })

  it('an upload that is no picture becomes a link to the file', () => {
    const files = [{ sha256, mimeType: 'application/pdf', size: 9 }]
    const output = richTextHtml(rich.richText(rich.upload({ sha256, name: 'a.pdf', title: 'Phụ lục' })), {
      files,
    }).html
    expect(output).toBe(`<p class="file"><a href="/tep/${sha256.slice(0, 16)}/a.pdf">Phụ lục</a> (PDF)</p>\n`)
  })

  it('a picture says its size, loads late and offers smaller ones', () => {
    const files = [
      {
        sha256,
        mimeType: 'image/jpeg',
        size: 9,
        width: 800,
        height: 600,
        variants: [{ width: 480, height: 360, sha256: 'cd'.repeat(32), size: 5 }],
      },
    ]
    const output = richTextHtml(rich.richText(rich.upload({ sha256, name: 'cau.jpg', alt: 'Cầu' })), {
      files,
    }).html
    expect(output).toContain('width="800" height="600" alt="Cầu" loading="lazy"')
    expect(output).toContain(
      `srcset="/tep/${sha256.slice(0, 16)}/cau-480.webp 480w, /tep/${sha256.slice(0, 16)}/cau.jpg 800w"`,
    )
  })

  it('formats nest and underline is a class', () => {
    expect(html(rich.paragraph(rich.text('x', 1 | 2 | 8)))).toBe(
      '<p><strong><em><span class="underline">x</span></em></strong></p>\n',
    )
    expect(html(rich.paragraph('H', rich.text('2', 32), 'O m', rich.text('2', 64)))).toBe(
      '<p>H<sub>2</sub>O m<sup>2</sup></p>\n',
    )
  })

  it('headings have ids of their own and make the contents', () => {
    const result = richTextHtml(
      rich.richText(
        rich.heading('h2', 'Điều 1'),
        rich.heading('h2', 'Điều 1'),
        rich.heading('h3', 'Mục a'),
        rich.heading('h4', 'b'),
      ),
    )
    expect(result.contents).toEqual([
      { id: 'dieu-1', text: 'Điều 1' },
      { id: 'dieu-1-2', text: 'Điều 1' },
      { id: 'muc-a', text: 'Mục a' },
    ])
    expect(result.html).toContain('<h2 id="dieu-1-2">Điều 1</h2>')
    expect(result.html).toContain('<h4 id="b">b</h4>')
  })

  it('an internal link leads to a live item and is plain text otherwise', () => {
    const node = (doc: string): RichTextNode => ({
      type: 'link',
      fields: { linkType: 'internal', doc },
      children: [rich.text('bài trước')],
    })
    const resolve = (ref: string) => (ref === 'news/live' ? { path: '/tin-tuc/bai/', title: 'Bài' } : null)
    const body = rich.richText(rich.paragraph(node('news/live'), ' và ', node('news/cho-duyet')))
    expect(richTextHtml(body, { resolve }).html).toBe(
      '<p><a href="/tin-tuc/bai/">bài trước</a> và bài trước</p>\n',
    )
  })

  it('an outside link gives its page no handle on ours', () => {
    expect(html(rich.paragraph(rich.link('https://a.example/?a=1&b=2', 'x')))).toBe(
      '<p><a href="https://a.example/?a=1&amp;b=2" rel="noopener">x</a></p>\n',
    )
    expect(html(rich.paragraph(rich.link('/van-ban/', 'x')))).toBe('<p><a href="/van-ban/">x</a></p>\n')
    expect(html(rich.paragraph(rich.link('mailto:a@b.example', 'x')))).toBe(
      '<p><a href="mailto:a@b.example">x</a></p>\n',
    )
  })

  it('a table has real headers, whatever number the import wrote', () => {
    const output = html(
      rich.table(
        rich.tableRow(rich.tableCell(3, 'Năm'), rich.tableCell(1, 'Số')),
        rich.tableRow(rich.tableCell(6, '2011'), rich.tableCell(0, '12')),
      ),
    )
    expect(output).toContain('<thead>\n<tr><th scope="col">Năm</th><th scope="col">Số</th></tr>')
    expect(output).toContain('<tbody>\n<tr><th scope="row">2011</th><td>12</td></tr>')
  })

  it('alignment and indent are classes, justified text is not', () => {
    expect(html({ ...rich.paragraph('x'), format: 'center', indent: 2 })).toBe(
      '<p class="center indent-2">x</p>\n',
    )
    expect(html({ ...rich.paragraph('x'), format: 'justify' })).toBe('<p>x</p>\n')
  })

  it('empty paragraphs and no text at all give nothing', () => {
    expect(html(rich.paragraph(), rich.paragraph('  '))).toBe('')
    expect(richTextHtml(undefined)).toEqual({ html: '', contents: [] })
  })
})
