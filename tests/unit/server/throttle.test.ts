import { describe, expect, it } from 'vitest'
import { createCounts } from '#cms/server/counts.ts'
import { createSlots } from '#cms/server/slots.ts'

describe('slots', () => {
  it('so many run, so many wait, and the rest are told at once', async () => {
    const slots = createSlots({ atOnce: 1, waiting: 1, perPlace: 9 })
    const first = await slots.take('a')
    const second = slots.take('b')
    expect(await slots.take('c')).toBeNull()
    first?.()
    const release = await second
    expect(release).toBeTypeOf('function')
    const third = slots.take('c')
    release?.()
    release?.()
    expect(await third).toBeTypeOf('function')
    expect(await Promise.race([slots.take('d'), Promise.resolve('waits')])).toBe('waits')
  })

  it('one place cannot hold all of them', async () => {
    const slots = createSlots({ atOnce: 2, waiting: 8, perPlace: 1 })
    const release = await slots.take('a')
    expect(await slots.take('a')).toBeNull()
    expect(await slots.take('b')).toBeTypeOf('function')
    release?.()
    expect(await slots.take('a')).toBeTypeOf('function')
  })
})

describe('counts', () => {
  it('hold at most so many keys, and let go of the quietest', () => {
    const counts = createCounts({ now: () => 0, limit: 3 })
    for (let turn = 0; turn < 5; turn += 1) counts.add([['pair', 'busy']])
    for (const key of ['one', 'two', 'three']) {
      counts.add([['pair', 'busy']])
      counts.add([['pair', key]])
    }
    expect(counts.size()).toBe(3)
    expect(counts.waitFor([['pair', 'busy']])).toBeGreaterThan(0)
    expect(counts.waitFor([['pair', 'one']])).toBe(0)
  })

  it('forget a key on request', () => {
    const counts = createCounts({ now: () => 0 })
    for (let turn = 0; turn < 5; turn += 1) counts.add([['pair', 'a']])
    counts.forget([['pair', 'a']])
    expect(counts.waitFor([['pair', 'a']])).toBe(0)
  })
})
