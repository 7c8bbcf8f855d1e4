import { expect, it } from 'vitest'
import { noBreak } from '#published/no-break.ts'

const shown = (text: string): string => noBreak(text).replaceAll('\u00a0', '·')

it.each([
  ['Theo Điều 28, khoản 2 của Luật', 'Theo Điều·28, khoản·2 của Luật'],
  ['Lịch tháng 5 năm 2011', 'Lịch tháng·5 năm·2011'],
  ['Chỉ thị số 08/CT-UBND', 'Chỉ thị số·08/CT-UBND'],
  ['dài 18 km, tăng 12 %', 'dài 18·km, tăng 12·%'],
  ['Chưa có hiệu lực', 'Chưa·có hiệu lực'],
  ['Sở Công Thương', 'Sở Công Thương'],
])('%s', (text, expected) => {
  expect(shown(text)).toBe(expected)
})

it('changes nothing but the kind of space', () => {
  const text = 'Điều 28 khoản 2 điểm 1 ngày 11 tháng 5 năm 2011, 3 km'
  expect(noBreak(text).replaceAll('\u00a0', ' ')).toBe(text)
})
