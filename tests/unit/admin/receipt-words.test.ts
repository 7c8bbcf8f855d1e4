import { expect, test } from 'vitest'
import { receiptSentence } from '#cms/admin/workflow/receipt-words.ts'

const liveAt = '2011-05-23T03:42:06.900Z'
const now = '2011-05-23T03:42:10.000Z'
const given = { editionNumber: 3, liveAt, seenAt: null, millis: 200 }

test('a seen change says since when it is on the portal, to the second, and after how long', () =>
  expect(receiptSentence({ ...given, seenAt: '2011-05-23T03:42:07.000Z' }, 'live', now)).toBe(
    'Bản đăng 3 trên Cổng từ 10:42:07, sau 0,3 giây (23/05/2011).',
  ))

test('a seen removal says so', () =>
  expect(receiptSentence({ ...given, seenAt: '2011-05-23T03:42:07.000Z' }, 'gone', now)).toBe(
    'Đã gỡ bỏ, trên Cổng từ 10:42:07, sau 0,3 giây (23/05/2011).',
  ))

test('what is written and not yet answered says what it waits for, and after a minute what is stuck', () => {
  expect(receiptSentence(given, 'live', now)).toBe(
    'Bản đăng 3 đã ghi ra lúc 23/05/2011, 10:42, đang chờ máy chủ web trả lời.',
  )
  expect(receiptSentence(given, 'live', '2011-05-23T03:50:00.000Z')).toContain(
    'máy chủ web chưa trả lời đúng nội dung mới',
  )
})
