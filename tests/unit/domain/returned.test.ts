import { expect, test } from 'vitest'
import { isFixed, openReasons, withTick, type Returned } from '#domain/returned.ts'

const returned: Returned = {
  at: '2011-05-12T04:15:00.000Z',
  by: 'm1',
  byName: 'Lê Quốc Khánh',
  revision: 'a',
  note: 'Sửa hai chỗ',
  reasons: [
    { id: '1', field: 'abstract', text: 'thiếu “trên địa bàn tỉnh”' },
    { id: '2', field: 'files', text: 'cần bản có chữ ký số' },
  ],
}
const tick = { isFixed: true, by: 'm2', byName: 'Trần An', at: '2011-05-12T07:00:00.000Z', revision: 'b' }

test('a reason is open until somebody ticks it off for the text at hand', () => {
  const ticked = withTick(returned, '1', tick)
  expect(openReasons(returned, 'b').map(({ id }) => id)).toEqual(['1', '2'])
  expect(openReasons(ticked, 'b').map(({ id }) => id)).toEqual(['2'])
})

test('a tick says nothing about another text, and “not yet” leaves the reason open', () => {
  const ticked = withTick(returned, '1', tick)
  expect(openReasons(ticked, 'c').map(({ id }) => id)).toEqual(['1', '2'])
  expect(isFixed({ ...returned.reasons[0]!, tick: { ...tick, isFixed: false } }, 'b')).toBe(false)
})

test('there is no ticking of a reason that was not given, and none open where nothing was returned', () => {
  expect(withTick(returned, '3', tick)).toBeNull()
  expect(openReasons(null, 'b')).toEqual([])
})
