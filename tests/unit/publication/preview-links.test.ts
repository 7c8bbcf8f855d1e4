import { expect, test } from 'vitest'
import { linkPreview } from '#cms/publication/preview-links.ts'

const places = { publicUrl: 'https://www.tinh.example', filesAt: '/api/news/1/preview' }
const linked = (html: string): string => linkPreview(html, places)

test('links of the page open the public portal in a window of their own', () => {
  expect(linked('<p><a class="x" href="/tin-tuc/">Tin</a></p>')).toBe(
    '<p><a class="x" href="https://www.tinh.example/tin-tuc/" target="_blank" rel="noopener noreferrer">Tin</a></p>',
  )
  expect(linked('<a href="https://khac.example/?a=1&amp;b=2" rel="nofollow">a</a>')).toBe(
    '<a href="https://khac.example/?a=1&amp;b=2" rel="noopener noreferrer" target="_blank">a</a>',
  )
})

test('jumps inside the page and addresses of people stay', () => {
  const html = '<a href="#muc-1">1</a><a href="mailto:a@b.example">@</a><a name="x">x</a>'
  expect(linked(html)).toBe(html)
})

test('pictures and files come from the preview, styles from where they are', () => {
  expect(
    linked(
      '<link rel="stylesheet" href="/_astro/a.css"><img src="/tep/ab/x.jpg" srcset="/tep/ab/x-480.webp 480w, /tep/ab/x-960.webp 960w" alt="&quot;A&quot; &amp; B">',
    ),
  ).toBe(
    '<link rel="stylesheet" href="/_astro/a.css"><img src="/api/news/1/preview/tep/ab/x.jpg" srcset="/api/news/1/preview/tep/ab/x-480.webp 480w, /api/news/1/preview/tep/ab/x-960.webp 960w" alt="&quot;A&quot; &amp; B">',
  )
  expect(linked('<a href="/tep/ab/x.pdf">x</a>')).toContain('href="/api/news/1/preview/tep/ab/x.pdf"')
})

test('words are left alone, whatever they look like', () => {
  const html = '<p>&lt;a href="/tep/x"&gt; 1 &amp; 2 Nguyễn “ƯỢNG”</p>'
  expect(linked(html)).toBe(html)
})
