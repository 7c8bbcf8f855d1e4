import { expect, test } from 'vitest'
import { blocksOf, richTextOf } from '#cms/commands/demo/body.ts'
import { documents } from '#cms/commands/demo/content/documents.ts'
import { news } from '#cms/commands/demo/content/news.ts'
import { richTextProblems } from '#domain/rich-text.ts'

test('blank lines part blocks, and a block may span lines', () => {
  const body = `
    Đoạn một,
    dòng hai.

    ## Mục

    - Việc này
      dài hai dòng
    - Việc kia

    1. Một
    2. Hai
  `
  expect(blocksOf(body)).toEqual([
    { kind: 'paragraph', text: 'Đoạn một, dòng hai.' },
    { kind: 'heading', level: 'h2', text: 'Mục' },
    { kind: 'list', isNumbered: false, items: ['Việc này dài hai dòng', 'Việc kia'] },
    { kind: 'list', isNumbered: true, items: ['Một', 'Hai'] },
  ])
})

test('what it makes is rich text the portal allows', () => {
  const bodies = [...news, ...documents].map(({ body }) => richTextOf(body))
  expect(bodies.flatMap((body) => richTextProblems(body))).toEqual([])
})

test('no two items of the demonstration have the same title', () => {
  const titles = [...news.map(({ title }) => title), ...documents.map(({ abstract }) => abstract)]
  expect(new Set(titles).size).toBe(titles.length)
})
