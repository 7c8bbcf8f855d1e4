import { expect, test } from 'vitest'
import type { ShownItem } from '#cms/admin/workflow/shown-item.ts'
import { isFailing, noticesOf, shortRevision, statusCells } from '#cms/admin/workflow/status-cells.ts'
import type { PublicationAnswer } from '#cms/admin/workflow/workflow-api.ts'

const draft: ShownItem = {
  state: 'draft',
  publicState: 'none',
  lockVersion: 1,
  editionCount: 0,
  needsReview: false,
  updatedAt: '2026-05-12T07:01:00Z',
}
const receipt: PublicationAnswer = {
  state: 'live',
  edition: 'e',
  editionNumber: 2,
  urls: ['/tin-tuc/a/'],
  liveAt: '2026-05-12T07:32:07Z',
  seenAt: null,
  millis: 800,
}

const picture = (shown: ShownItem, publication: PublicationAnswer | null = null) =>
  statusCells({ isSaved: true, shown, publication }).map(
    ({ name, shape, isPresent }) => `${name} ${shape}${isPresent ? ' *' : ''}`,
  )

test('a draft stands in the first cell', () => {
  expect(picture(draft)).toEqual(['Soạn here *', 'Gửi duyệt open', 'Duyệt open', 'Trên Cổng open'])
})

test('a returned item is back at its writer, and the step that failed says so', () => {
  expect(picture({ ...draft, state: 'returned' })).toEqual([
    'Soạn here *',
    'Gửi duyệt problem',
    'Duyệt open',
    'Trên Cổng open',
  ])
})

test('a submitted item waits for its review', () => {
  expect(picture({ ...draft, state: 'submitted' })).toEqual([
    'Soạn done',
    'Gửi duyệt done',
    'Duyệt here *',
    'Trên Cổng open',
  ])
})

test('a scheduled item waits for its hour, told on Vietnam’s clock', () => {
  const scheduled: ShownItem = { ...draft, state: 'scheduled', scheduledAt: '2026-05-13T00:00:00Z' }
  expect(picture(scheduled)).toEqual(['Soạn done', 'Gửi duyệt done', 'Duyệt done', 'Trên Cổng clock *'])
  expect(statusCells({ isSaved: true, shown: scheduled, publication: null })[3]?.lines).toEqual([
    'hẹn 13/05/2026, 07:00',
  ])
})

test('an approved item is on the portal only when its receipt says so', () => {
  const approved: ShownItem = { ...draft, state: 'published', publicState: 'live', editionCount: 2 }
  expect(picture(approved, { ...receipt, state: 'waiting', liveAt: null })).toContain('Trên Cổng clock *')
  expect(picture(approved, { ...receipt, state: 'waiting', lastError: 'ENOSPC' })).toContain(
    'Trên Cổng problem *',
  )
  expect(picture(approved, receipt)).toContain('Trên Cổng done *')
})

test('while the next copy is written the live edition stays on the portal', () => {
  expect(picture({ ...draft, publicState: 'live', editionCount: 2 }, receipt)).toEqual([
    'Soạn here *',
    'Gửi duyệt open',
    'Duyệt open',
    'Trên Cổng done',
  ])
})

test('a withdrawn item is not shown as live', () => {
  expect(
    picture({ ...draft, state: 'published', publicState: 'withdrawn', editionCount: 2 }, receipt),
  ).toContain('Trên Cổng ended *')
})

test('a change that met an error is failing until it is live', () => {
  expect(isFailing({ ...receipt, state: 'waiting', lastError: 'x' })).toBe(true)
  expect(isFailing(receipt)).toBe(false)
  expect(isFailing(null)).toBe(false)
})

test('import notices are read as sentences or as records', () => {
  expect(noticesOf(['Bảng bị bỏ', { message: 'Ảnh chưa có mô tả' }, 3])).toEqual([
    'Bảng bị bỏ',
    'Ảnh chưa có mô tả',
  ])
  expect(noticesOf(null)).toEqual([])
})

test('a content hash is shortened to what people compare', () => {
  expect(shortRevision('7f3ac21e91bd04aa')).toBe('7f3a c21e')
})
