/** The history of an item in the public tree: what it costs, what it never holds, and how it ends. */
import fs from 'node:fs'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import {
  article,
  committee,
  corrected,
  openProvince,
  topic,
  withHidden,
  withState,
  type Province,
} from '#tests/support/publication-fixture.ts'

let province: Province
beforeEach(async () => {
  province = await openProvince()
  await province.publish(committee(), topic())
})
afterEach(() => province.close())

const historyIn = (tree: Record<string, string>) =>
  Object.keys(tree).filter((file) => file.includes('lich-su'))

it('costs a first edition nothing and a later one two pages', async () => {
  const first = article()
  const before = await province.publish(first)
  expect(historyIn(province.tree())).toEqual([])
  const second = corrected(first, { lead: 'Lời dẫn mới' })
  const after = await province.publish(second)
  const pages = (urls: string[]) => urls.filter((url) => url.includes('lich-su'))
  expect(pages(before.urls)).toEqual([])
  expect(pages(after.urls)).toHaveLength(2)
  const third = await province.publish(corrected(second, { lead: 'Lời dẫn mới nữa' }))
  expect(pages(third.urls)).toHaveLength(2)
  expect(historyIn(province.tree())).toHaveLength(3)
})

it('keeps the latest twenty comparisons as files', async () => {
  let truth = article()
  await province.publish(truth)
  for (let edition = 2; edition <= 23; edition += 1)
    await province.publish((truth = corrected(truth, { lead: `Lời dẫn ${edition}` })))
  const files = historyIn(province.tree())
  expect(files).toHaveLength(21)
  expect(files).not.toContain('tin-tuc/a1/lich-su/3/index.html')
  expect(files).toContain('tin-tuc/a1/lich-su/4/index.html')
})

it('goes with a removed item and moves with an address', async () => {
  const truth = corrected(article(), { lead: 'Lời dẫn mới' })
  await province.publish(truth)
  const moved = corrected(truth, { slug: 'a1-moi' })
  await province.publish(moved)
  expect(historyIn(province.tree()).every((file) => file.startsWith('tin-tuc/a1-moi/'))).toBe(true)
  await province.rest()
  expect(historyIn(province.tree())).toContain('tin-tuc/a1-moi/lich-su/2/index.html')
  await province.publish(withState(moved, 'gone', { note: 'Gỡ' }))
  expect(historyIn(province.tree())).toEqual([])
})

it('is renewed where an edition is hidden, and an older message cannot show it again', async () => {
  const third = corrected(corrected(article(), { lead: 'RIENG-TU' }), { lead: 'Lời dẫn' })
  await province.publish(third)
  expect(province.page('/tin-tuc/a1/lich-su/2/')).toContain('RIENG-TU')
  await province.publish(withHidden(third, 2))
  for (const page of ['', '2/', '3/'])
    expect(province.page(`/tin-tuc/a1/lich-su/${page}`)).not.toContain('RIENG-TU')
  await expect(province.publish(third)).rejects.toThrow()
  province.truths.set(third.ref, withHidden(third, 2))
})

it('leaves none of its hidden words in the read model, also in one that a rebuild made', async () => {
  const third = corrected(corrected(article(), { lead: 'RIENGTUKHONGCON '.repeat(2000) }), {
    lead: 'Lời dẫn',
  })
  await province.publish(third)
  await province.publisher.rebuild(province.source)
  await province.publish(withHidden(third, 2))
  const file = path.join(province.settings.dataDir, 'published.sqlite')
  for (const part of [file, `${fs.realpathSync(file)}-wal`])
    expect([part, fs.readFileSync(part).includes('RIENGTUKHONGCON')]).toEqual([part, false])
})

it('is expected by verify and made by a rebuild', async () => {
  await province.publish(corrected(article(), { lead: 'Lời dẫn mới' }))
  await province.rest()
  const tree = province.tree()
  const report = await province.publisher.verify(province.source, { repair: false })
  expect(report).toMatchObject({ problems: [] })
  await province.publisher.rebuild(province.source)
  expect(province.tree()).toEqual(tree)
})
