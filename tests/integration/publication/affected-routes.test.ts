import { afterEach, beforeEach, expect, test } from 'vitest'
import path from 'node:path'
import { explain } from '#cms/publication/explain.ts'
import { openReadModel } from '#published/open.ts'
import {
  article,
  committee,
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

const explained = (ref: Parameters<typeof explain>[1]) => {
  const db = openReadModel(path.join(province.settings.dataDir, 'published.sqlite'))
  try {
    return explain(db, ref)
  } finally {
    db.close()
  }
}

test('one ordinary article among a thousand writes at most 15 files', async () => {
  for (const truth of [committee(), topic()]) province.truths.set(truth.ref, truth)
  for (let number = 0; number < 1000; number++) {
    const date = new Date(Date.UTC(2023, number % 30, 1 + (number % 28), 3)).toISOString()
    const truth = article(`cu-${number}`, {}, date)
    province.truths.set(truth.ref, truth)
  }
  const { routes } = await province.publisher.rebuild(province.source)
  expect(routes).toBeGreaterThan(1060)

  const receipt = await province.publish(article('moi', {}, '2025-06-15T03:00:00.000Z'))
  expect(receipt.written).toBeLessThanOrEqual(15)
  expect(receipt.knockOn).toBe(0)
  expect(receipt.urls.length).toBeLessThanOrEqual(15)
}, 120_000)

test('the first article of a month is linked from the other months of its year', async () => {
  await province.publish(article('thang-ba', {}, '2025-03-05T03:00:00.000Z'))
  const receipt = await province.publish(article('thang-nam', {}, '2025-05-05T03:00:00.000Z'))
  expect(receipt.knockOn).toBeGreaterThan(0)
  await province.rest()
  expect(province.page('/tin-tuc/2025/03/')).toContain('/tin-tuc/2025/05/')
})

test('a new year is listed on the pages of all other years', async () => {
  await province.publish(
    article('cu', {}, '2021-03-05T03:00:00.000Z'),
    article('moi', {}, '2025-05-05T03:00:00.000Z'),
  )
  await province.rest()
  expect(province.page('/tin-tuc/2021/03/')).toContain('2025')
  expect((await province.publisher.verify(province.source, { repair: false })).problems).toEqual([])
})

test('a topic that is renamed changes its name on every page and card, in the background', async () => {
  const cntt = topic()
  await province.publish(committee(), cntt, article('a1'), article('a2'))
  await province.rest()
  const receipt = await province.publish(corrected(cntt, { name: 'Chuyển đổi số' }))
  expect(receipt.knockOn).toBeGreaterThan(1)
  await province.rest()
  for (const place of ['/tin-tuc/a1/', '/tin-tuc/a2/', '/tin-tuc/', '/tin-tuc/2025/06/']) {
    expect(province.page(place), place).toContain('Chuyển đổi số')
  }
})

test('a topic that moves takes its months and its feed along', async () => {
  const cntt = topic()
  await province.publish(cntt, article('a1'), corrected(cntt, { slug: 'chuyen-doi-so' }))
  expect(province.page('/tin-tuc/chuyen-muc/cong-nghe-thong-tin/2025/06/')).toBeNull()
  expect(province.page('/tin-tuc/chuyen-muc/cong-nghe-thong-tin/rss.xml')).toBeNull()
  expect(province.page('/tin-tuc/chuyen-muc/chuyen-doi-so/2025/06/')).toContain('/tin-tuc/a1/')
  await province.rest()
  expect((await province.publisher.verify(province.source, { repair: false })).problems).toEqual([])
})

test('a topic that goes live late gathers what already names it', async () => {
  const cntt = topic()
  await province.publish(article('a1'))
  expect(province.page('/tin-tuc/a1/')).not.toContain('Công nghệ thông tin')
  await province.publish(cntt)
  await province.rest()
  expect(province.page('/tin-tuc/a1/')).toContain('Công nghệ thông tin')
  expect(province.page('/tin-tuc/chuyen-muc/cong-nghe-thong-tin/2025/06/')).toContain('/tin-tuc/a1/')
  await province.publish(withState(cntt, 'gone', { note: 'Gộp chuyên mục' }))
  await province.rest()
  expect(province.page('/tin-tuc/a1/')).not.toContain('Công nghệ thông tin')
  expect(province.page('/tin-tuc/chuyen-muc/cong-nghe-thong-tin/2025/06/')).toBeNull()
})

test('the first article of all puts its section into the navigation of every page', async () => {
  await province.publish(committee())
  await province.rest()
  expect(province.page('/co-quan/ubnd-tinh/')).toContain('"news":false')
  await province.publish(article('a1'))
  await province.rest()
  for (const place of ['/co-quan/ubnd-tinh/', '/404.html', '/van-ban/'])
    expect(province.page(place), place).toContain('"news":true')
})

test('explain says for every page why it is touched', async () => {
  await province.publish(committee(), topic(), article('a1'))
  const { routes: reasons, everyOther } = explained('news/a1')
  expect(everyOther).toBe(0)
  expect(reasons[0]).toEqual({ path: '/tin-tuc/a1/', priority: 1, why: 'trang của chính mục này' })
  expect(reasons.map(({ path: route }) => route)).toContain('/co-quan/ubnd-tinh/')
})
