import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ItemTruth } from '#domain/item-truth.ts'
import {
  article,
  corrected,
  openProvince,
  topic,
  withState,
  type Province,
} from '#tests/support/publication-fixture.ts'

let province: Province
beforeEach(async () => {
  province = await openProvince()
})
afterEach(() => province.close())

const requestOf = (truth: ItemTruth) => ({ publicationId: `p-${truth.id}`, ref: truth.ref, truth })

test('a list that one change empties and the next fills again stands, and both have their receipts', async () => {
  const first = article()
  await province.publish(topic(), first)
  const outcomes = await province.publisher.publishMany([
    requestOf(withState(first, 'withdrawn', { note: 'Số liệu sai' })),
    requestOf(article('a2')),
  ])
  expect(outcomes.map((outcome) => 'receipt' in outcome)).toEqual([true, true])
  const list = province.page('/tin-tuc/2025/06/')
  expect(list).toContain('/tin-tuc/a2/')
  expect(list).not.toContain('/tin-tuc/a1/')
})

test('one that is refused holds no other up', async () => {
  const first = article()
  await province.publish(first, corrected(first, { title: 'Bản hai' }))
  const outcomes = await province.publisher.publishMany([requestOf(first), requestOf(article('a2'))])
  expect(outcomes[0]).toMatchObject({ failure: { code: 'older-than-applied' } })
  expect(outcomes[1]).toMatchObject({ receipt: { publicationId: 'p-a2' } })
  expect(province.page('/tin-tuc/a2/')).toContain('Tin a2')
})
