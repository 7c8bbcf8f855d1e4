import { expect, test } from 'vitest'
import { render } from '#cms/publication/render.ts'
import { seededReader } from '#tests/support/built-site.ts'

const portal = { reader: seededReader(), publicUrl: 'http://portal.test' }
const bytesOf = (text: string) => render(() => Promise.resolve(text), portal, '/tin-tuc/')

test.each([
  ['with tone marks', 'Hội đồng nhân dân tỉnh Quảng Ninh'],
  ['outside the first plane', 'Chữ Nôm 𡨸喃'],
  ['of one byte a letter', '<p>ASCII</p>'],
  ['longer than the room that is kept', 'Nghị quyết '.repeat(300_000)],
])('a page %s is written as UTF-8', async (_, text) => {
  expect((await bytesOf(text))?.equals(Buffer.from(text))).toBe(true)
})

test('half a surrogate pair is written as the replacement character, as anywhere on the web', async () => {
  expect((await bytesOf('a\ud800b'))?.toString()).toBe('a\ufffdb')
})
