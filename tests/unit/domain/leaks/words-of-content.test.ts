import { expect, test } from 'vitest'
import type { NewsContent } from '#domain/content.ts'
import { wordsOfContent } from '#domain/leaks/words-of-content.ts'
import { link, paragraph, richText, upload } from '#tests/support/rich-text-builders.ts'

const picture = { sha256: 'a'.repeat(64), name: 'vinh.jpg', alt: 'Vịnh', caption: 'Chú thích' }
const news: NewsContent = {
  slug: 'tin',
  language: 'vi',
  title: 'Tin',
  agency: 'agencies/68a76ced-8170-5b2d-a8de-bd0791038250',
  body: richText(paragraph('Lời ', link('mailto:a@b.vn', 'thư')), upload(picture)),
  attachments: [{ sha256: 'b'.repeat(64), name: 'tep.pdf', title: 'Tệp' }],
}

test('every text has its place in the form, files and pictures too', () => {
  const { words, uploads } = wordsOfContent(news)
  expect(words.map(({ field, text }) => `${field}: ${text.replaceAll('\n', ' / ')}`)).toEqual([
    'slug: tin',
    'title: Tin',
    'body: Lời thư / a@b.vn',
    'body: Vịnh',
    'body: Chú thích',
    'attachments.0: Tệp',
  ])
  expect(uploads.map(({ field, upload: { name } }) => `${field} ${name}`)).toEqual([
    'body vinh.jpg',
    'attachments.0 tep.pdf',
  ])
})

test('a field that nobody has thought of yet is looked at, an office’s own contact is not', () => {
  const content = {
    steps: [{ who: 'Bà B, 0912345678' }],
    phone: '0912345678',
    email: 'x@gmail.com',
    address: 'Số 1',
  }
  expect(wordsOfContent(content as never).words).toEqual([
    { field: 'steps.0.who', label: 'Trường “who”', text: 'Bà B, 0912345678' },
  ])
})
