/** The site-wide notice: on the fronts at once, everywhere in the end, and gone at its minute. */
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Notice } from '#domain/notice.ts'
import { article, committee, openProvince, topic, type Province } from '#tests/support/publication-fixture.ts'

const storm: Notice = {
  id: '1',
  level: 'emergency',
  text: 'Bão số 3 đổ bộ trong đêm',
  startsAt: '2025-07-01T02:00:00.000Z',
}

let clock: Date
let province: Province
beforeEach(async () => {
  clock = new Date('2025-07-01T03:00:20.000Z')
  province = await openProvince({ now: () => clock })
  await province.publish(committee(), topic(), article('a1'), article('a2'))
  await province.rest()
})
afterEach(() => province.close())

const has = (route: string, words = storm.text) => province.page(route)?.includes(words)
const fronts = ['/', '/tin-tuc/', '/co-quan/', '/404.html']
const others = ['/tin-tuc/a1/', '/tin-tuc/a2/', '/co-quan/ubnd-tinh/', '/tin-tuc/2025/06/']

describe('a notice', () => {
  it('is on the fronts when it is set, and on every other page after the knock-on renders', async () => {
    const waiting = await province.publisher.setNotice(storm)
    expect(waiting).toBeGreaterThan(others.length)
    expect(fronts.map((route) => has(route))).toEqual(fronts.map(() => true))
    expect(others.map((route) => has(route))).toEqual(others.map(() => false))
    await province.rest()
    expect(others.map((route) => has(route))).toEqual(others.map(() => true))
  })

  it('goes the same way when it is taken away', async () => {
    await province.publisher.setNotice(storm)
    await province.rest()
    await province.publisher.setNotice(null)
    expect(has('/')).toBe(false)
    expect(has('/tin-tuc/a1/')).toBe(true)
    await province.rest()
    expect(has('/tin-tuc/a1/')).toBe(false)
  })

  it('told again unchanged touches nothing', async () => {
    await province.publisher.setNotice(storm)
    await province.rest()
    expect(await province.publisher.setNotice({ ...storm })).toBe(0)
    expect(await province.publisher.setNotice({ ...storm, endsAt: '2025-07-02T00:00:00.000Z' })).toBe(0)
    expect(await province.publisher.setNotice({ ...storm, text: 'Bão đã tan' })).toBeGreaterThan(0)
    expect(has('/', 'Bão đã tan')).toBe(true)
  })

  it('lets a publication pass while the knock-on renders run', async () => {
    await province.publisher.setNotice(storm)
    const { knockOn } = await province.publish(article('a3'))
    expect(province.page('/tin-tuc/a3/')).toContain(storm.text)
    expect(knockOn).toBeGreaterThanOrEqual(0)
    expect(has('/tin-tuc/a1/')).toBe(false)
  })

  it('comes and goes at its minute', async () => {
    await province.publisher.setNotice({
      ...storm,
      startsAt: '2025-07-01T03:05:00.000Z',
      endsAt: '2025-07-01T04:00:00.000Z',
    })
    expect(has('/')).toBe(false)
    const at = (time: string) => province.publisher.turnClock(`2025-07-01T${time}Z`)
    expect(await at('03:04:59.999')).toBe(0)
    expect(await at('03:05:00.000')).toBeGreaterThan(0)
    expect(has('/')).toBe(true)
    expect(await at('03:59:59.000')).toBe(0)
    expect(await at('04:00:00.000')).toBeGreaterThan(0)
    expect(has('/')).toBe(false)
    // The clock was put back.
    expect(await at('03:30:00.000')).toBeGreaterThan(0)
    expect(has('/')).toBe(true)
  })

  it('stays through a rebuild, byte for byte, whatever the minute', async () => {
    await province.publisher.setNotice(storm)
    await province.rest()
    const before = province.tree()
    clock = new Date('2025-07-01T03:47:00.000Z')
    await province.publisher.rebuild(province.source)
    expect(province.tree()).toEqual(before)
    expect(await province.publisher.verify(province.source, { repair: true })).toMatchObject({ problems: [] })
  })

  it('that began or was set while the tree was lost is in the rebuilt one', async () => {
    await province.publisher.setNotice({ ...storm, startsAt: '2025-07-01T03:10:00.000Z' })
    clock = new Date('2025-07-01T03:10:30.000Z')
    await province.publisher.rebuild(province.source)
    expect(has('/tin-tuc/a1/')).toBe(true)
  })
})
