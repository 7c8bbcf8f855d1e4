import { describe, expect, it } from 'vitest'
import { absenceOf, isInWork, mayHold, successorsIn, type Account } from '#domain/handover.ts'
import { isKeptFrom, isOwn, mayLimit, type ItemReach, type Reacher } from '#domain/item-reach.ts'
import type { Role } from '#domain/roles.ts'

const person = (id: string, role: Role, agencies: string[] = []): Reacher => ({ id, role, agencies })
const account = (id: string, role: Role, agencies: string[] = [], isDisabled = false): Account => ({
  ...person(id, role, agencies),
  name: id,
  isDisabled,
})
const item: ItemReach = { owner: 'so-cu', holder: 'lan', creator: 'lan' }

describe('whose an item is', () => {
  it('is of the agency, and of whoever holds it for another agency while they are there', () => {
    expect(isOwn(person('minh', 'editor', ['so-cu']), item)).toBe(true)
    expect(isOwn(person('minh', 'editor', ['so-moi']), item)).toBe(false)
    const held = { ...item, holder: 'minh', heldFor: 'so-moi' }
    expect(isOwn(person('minh', 'editor', ['so-moi']), held)).toBe(true)
    expect(isOwn(person('minh', 'editor', ['so-khac']), held)).toBe(false)
    expect(isOwn(person('hoa', 'editor', ['so-moi']), held)).toBe(false)
  })

  it('is not anybody’s for holding it alone, nor without an agency', () => {
    expect(isOwn(person('lan', 'editor', []), item)).toBe(false)
    expect(isOwn(person('lan', 'editor', ['so-cu']), { holder: 'lan' })).toBe(false)
  })
})

describe('a limit', () => {
  const limited: ItemReach = { ...item, holder: 'minh', isLimited: true, limitedTo: ['hoa'] }

  it.each([
    ['creator', 'lan', 'editor', false],
    ['holder', 'minh', 'editor', false],
    ['named', 'hoa', 'editor', false],
    ['colleague', 'dung', 'editor', true],
    ['moderator', 'dung', 'moderator', false],
    ['administrator', 'dung', 'administrator', true],
  ] as const)('%s', (_who, id, role, isKept) => expect(isKeptFrom({ id, role }, limited)).toBe(isKept))

  it('keeps nobody out until it is set, whoever is named', () => {
    expect(isKeptFrom({ id: 'dung', role: 'editor' }, { ...limited, isLimited: false })).toBe(false)
  })

  it('is set by writer, holder and moderators; by anybody where nobody is known to be either', () => {
    for (const [id, role, may] of [
      ['lan', 'editor', true],
      ['minh', 'editor', true],
      ['hoa', 'editor', false],
      ['dung', 'moderator', true],
      ['dung', 'administrator', false],
    ] as const)
      expect([id, role, mayLimit({ id, role }, limited)]).toEqual([id, role, may])
    expect(mayLimit({ id: 'dung', role: 'editor' }, {})).toBe(true)
  })
})

describe('a handover', () => {
  it('is needed by whoever cannot go on, and says why', () => {
    expect(absenceOf(account('lan', 'editor', ['so-cu']), item)).toBeNull()
    expect(absenceOf(account('lan', 'moderator'), item)).toBeNull()
    expect(absenceOf(account('lan', 'editor', ['so-cu'], true), item)).toBe('disabled')
    expect(absenceOf(account('lan', 'editor', ['so-moi']), item)).toBe('agency')
    expect(absenceOf(account('lan', 'administrator'), item)).toBe('role')
    expect(absenceOf(undefined, item)).toBe('nobody')
  })

  it('goes to the agency, else to its successor, else to the office', () => {
    const followers = ['so-moi', 'so-moi-hon']
    expect(mayHold(account('minh', 'editor', ['so-moi', 'so-cu']), item, followers)).toBeNull()
    expect(mayHold(account('minh', 'editor', ['so-moi-hon']), item, followers)).toBe('so-moi-hon')
    expect(mayHold(account('minh', 'editor', ['so-khac']), item, followers)).toBeUndefined()
    expect(mayHold(account('minh', 'editor', ['so-cu'], true), item, followers)).toBeUndefined()
    expect(mayHold(account('dung', 'moderator'), item, [])).toBeNull()
    expect(mayHold(account('quan-tri', 'administrator', ['so-cu']), item, [])).toBeUndefined()
    expect(mayHold(account('minh', 'editor', ['so-cu']), {}, [])).toBeUndefined()
  })

  it('follows mergers, and stops in a circle', () => {
    const next = new Map([
      ['a', 'b'],
      ['b', 'c'],
      ['x', 'y'],
      ['y', 'z'],
      ['z', 'y'],
      ['self', 'self'],
    ])
    expect(successorsIn(next, 'a')).toEqual(['b', 'c'])
    expect(successorsIn(next, 'c')).toEqual([])
    expect(successorsIn(next, undefined)).toEqual([])
    expect(successorsIn(next, 'x')).toEqual(['y', 'z'])
    expect(successorsIn(next, 'self')).toEqual([])
  })

  it('is of what is in work', () => {
    expect(isInWork('scheduled', 'none')).toBe(true)
    expect(isInWork('draft', 'live')).toBe(true)
    expect(isInWork('published', 'live')).toBe(false)
    expect(isInWork('draft', 'gone')).toBe(false)
  })
})
