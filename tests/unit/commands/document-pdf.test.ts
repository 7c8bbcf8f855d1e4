import { expect, test } from 'vitest'
import { directive08 } from '#cms/commands/demo/content/directive-08.ts'
import { documentPdf } from '#cms/commands/demo/document-pdf.ts'
import { paintPicture } from '#cms/commands/demo/picture.ts'

test('the same document gives the same PDF, in Vietnamese and with its letters embedded', async () => {
  const issuer = { name: 'Ủy ban nhân dân tỉnh' }
  const [one, other] = [await documentPdf(directive08, issuer), await documentPdf(directive08, issuer)]
  expect(one.equals(other)).toBe(true)
  const text = one.toString('latin1')
  expect(text.startsWith('%PDF-')).toBe(true)
  expect(text).toContain('/Lang (vi)')
  expect(text).toMatch(/\/FontName \/[A-Z]{6}\+NotoSerif/)
})

test('the same picture is painted each time', async () => {
  const [one, other] = [
    await paintPicture({ seed: 3, light: 'dawn' }),
    await paintPicture({ seed: 3, light: 'dawn' }),
  ]
  expect(one.equals(other)).toBe(true)
  expect([...one.subarray(0, 3)]).toEqual([0xff, 0xd8, 0xff])
})
