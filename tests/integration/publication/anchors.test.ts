/** The daily anchors of the audit as a public section that is no item. */
import { afterEach, beforeEach, expect, it } from 'vitest'
import type { Anchor } from '#domain/anchors.ts'
import { article, committee, openProvince, topic, type Province } from '#tests/support/publication-fixture.ts'

const anchor = (day: string, number: number): Anchor => ({
  day,
  number,
  seal: String(number).padStart(64, 'a'),
  events: 2,
  editions: 1,
})
const log = '/du-lieu-mo/nhat-ky/'

let province: Province
beforeEach(async () => {
  province = await openProvince()
  await province.publish(committee(), topic(), article('a1'))
  await province.rest()
})
afterEach(() => province.close())

it('the section is nowhere until there is an anchor, then on every page', async () => {
  expect(province.page('/du-lieu-mo/')).toBeNull()
  expect(province.page('/tin-tuc/a1/')).not.toContain('/du-lieu-mo/')
  expect(await province.publisher.setAnchors([anchor('2025-12-31', 4)])).toBeGreaterThan(4)
  await province.rest()
  for (const path of [log, `${log}2025/`, `${log}2025.csv`]) expect(province.page(path)).toContain('aa4')
  expect(province.page('/du-lieu-mo/')).toContain(log)
  expect(province.page('/tin-tuc/a1/')).toContain('/du-lieu-mo/')
})

it('told again it touches nothing; another day touches its year and the front only', async () => {
  const year = [anchor('2025-12-30', 2), anchor('2025-12-31', 4)]
  await province.publisher.setAnchors(year)
  await province.rest()
  expect(await province.publisher.setAnchors(structuredClone(year))).toBe(0)
  const before = province.tree()
  const next = [...year, anchor('2026-01-01', 9)]
  await province.publisher.setAnchors(next)
  await province.rest()
  expect(province.page(log)).toContain('2026-01-01 9')
  expect(province.page(`${log}2025/`)).toContain('href="/du-lieu-mo/nhat-ky/2026/"')
  await province.publisher.setAnchors([...next, anchor('2026-01-02', 10)])
  await province.rest()
  const changed = Object.entries(province.tree()).flatMap(([file, hash]) =>
    before[file] === hash ? [] : [file],
  )
  expect(changed.every((file) => file.startsWith('du-lieu-mo/'))).toBe(true)
})

it('survives a rebuild, told or not, and a verification finds nothing', async () => {
  await province.publisher.setAnchors([anchor('2025-12-31', 4)])
  await province.rest()
  const before = province.tree()
  await province.publisher.rebuild(province.source)
  expect(province.tree()).toEqual(before)
  expect(await province.publisher.verify(province.source, { repair: true })).toMatchObject({ problems: [] })
  await province.publisher.close()
  const again = await openProvince({}, province.settings)
  expect(again.page(log)).toContain('2025-12-31 4')
  await again.publisher.close()
  province = await openProvince()
})

it('a day that the tree has and the ledger has not is taken away', async () => {
  await province.publisher.setAnchors([anchor('2024-12-31', 1), anchor('2025-01-01', 4)])
  await province.rest()
  await province.publisher.setAnchors([anchor('2025-01-01', 4)])
  await province.rest()
  expect(province.page(`${log}2024/`)).toBeNull()
  expect(province.page(`${log}2024.csv`)).toBeNull()
  expect(await province.publisher.verify(province.source, { repair: false })).toMatchObject({ problems: [] })
})
