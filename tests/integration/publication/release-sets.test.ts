/** A release set at the publisher: all of its pages, or none. */
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { ItemTruth } from '#domain/item-truth.ts'
import { article, openProvince, type Province } from '#tests/support/publication-fixture.ts'

let province: Province
beforeEach(async () => {
  province = await openProvince()
})
afterEach(() => province.close())

const inSet = (truth: ItemTruth) => ({ publicationId: `p-${truth.id}`, ref: truth.ref, truth, set: 's1' })

test('all members of a set have their receipts and their pages', async () => {
  const outcomes = await province.publisher.publishMany(['a1', 'a2'].map((id) => inSet(article(id))))
  expect(outcomes.map((outcome) => 'receipt' in outcome)).toEqual([true, true])
  for (const id of ['a1', 'a2']) expect(province.page(`/tin-tuc/${id}/`)).toContain(`Tin ${id}`)
})

test('one member that is refused keeps back the others of its set, and nobody else', async () => {
  const broken = { ...article('a2'), edition: null } as unknown as ItemTruth
  const outcomes = await province.publisher.publishMany([
    inSet(article('a1')),
    inSet(broken),
    { ...inSet(article('a3')), set: undefined },
  ])
  expect(outcomes.map((outcome) => 'receipt' in outcome)).toEqual([false, false, true])
  expect(province.page('/tin-tuc/a1/')).toBeNull()
  expect(province.page('/tin-tuc/2025/06/')).not.toContain('/tin-tuc/a1/')
  expect(province.page('/tin-tuc/a3/')).toContain('Tin a3')
  const again = await province.publisher.publishMany(['a1', 'a2'].map((id) => inSet(article(id))))
  expect(again.map((outcome) => 'receipt' in outcome)).toEqual([true, true])
})

test('a member whose page cannot be drawn keeps all pages of its set as they were, and raises an alarm', async () => {
  await province.publish(article('a1'))
  const before = province.tree()
  const broken = article('a3', { title: 'Tin [[hỏng]]' })
  const outcomes = await province.publisher.publishMany([inSet(article('a2')), inSet(broken)])
  expect(outcomes).toMatchObject([
    { failure: { code: 'own-routes-failed' } },
    { failure: { code: 'own-routes-failed' } },
  ])
  await province.rest()
  expect(province.tree()).toEqual(before)
  expect(province.alarms.map(({ path }) => path)).toEqual(['/tin-tuc/a3/'])
  const mended = [inSet(article('a2')), inSet(article('a3'))]
  expect((await province.publisher.publishMany(mended)).every((outcome) => 'receipt' in outcome)).toBe(true)
  expect(province.page('/tin-tuc/2025/06/')).toContain('/tin-tuc/a3/')
})
