import { describe, expect, it, test } from 'vitest'
import { absenceProblems, deputiesOn, type Absence, type Colleague } from '#domain/absences.ts'
import { claimEndsAt, holds, type Claim } from '#domain/claims.ts'
import { levelTimes, levelsToTell, reviewDueAt } from '#domain/due-times.ts'
import { sharePercent } from '#domain/emergency-share.ts'
import { addresseesOf, type MailEvent, type MailPerson, type Occasion } from '#domain/mail-events.ts'
import { countByAge, countByFilter, filtered, inQueueOrder, pageOf, type QueueEntry } from '#domain/queue.ts'

/** Monday 23 November 2026, 07:30 in Vietnam. */
const monday = '2026-11-23T00:30:00.000Z'

describe('a claim', () => {
  const claim: Claim = { by: 'hoa', byName: 'Hoa', at: monday, submittedAt: '2026-11-22T01:00:00.000Z' }
  const facts = {
    item: { state: 'submitted' as const, submittedAt: claim.submittedAt },
    isHolderActive: true,
    isHolderAway: false,
    now: '2026-11-23T02:29:59.999Z',
  }

  it('holds for two working hours', () => {
    expect(claimEndsAt(claim)).toBe('2026-11-23T02:30:00.000Z')
    expect(holds(claim, facts)).toBe(true)
    expect(holds(claim, { ...facts, now: claimEndsAt(claim) })).toBe(false)
    // Friday 16:00: one hour of that day, one of Monday.
    expect(claimEndsAt({ at: '2026-11-20T09:00:00.000Z' })).toBe('2026-11-23T01:30:00.000Z')
  })

  it('ends with its submission, its holder’s account and its holder’s presence', () => {
    expect(holds(claim, { ...facts, item: { ...facts.item, state: 'returned' } })).toBe(false)
    expect(holds(claim, { ...facts, item: { ...facts.item, submittedAt: monday } })).toBe(false)
    expect(holds(claim, { ...facts, isHolderActive: false })).toBe(false)
    expect(holds(claim, { ...facts, isHolderAway: true })).toBe(false)
  })
})

describe('what is told of an item that waits', () => {
  const at = (now: string, forgottenAfterMs = Infinity) =>
    levelsToTell('news', monday, { now, forgottenAfterMs })

  it('is each level in its time, and no reminder of what is over', () => {
    expect(levelTimes('news', monday)).toEqual({
      reminder: '2026-11-23T02:30:00.000Z',
      overdue: '2026-11-23T04:30:00.000Z',
      escalated: '2026-11-23T10:00:00.000Z',
    })
    expect(at('2026-11-23T02:30:00.000Z')).toEqual([])
    expect(at('2026-11-23T02:30:00.001Z')).toEqual(['reminder'])
    expect(at('2026-11-23T04:30:00.001Z')).toEqual(['overdue'])
    expect(at('2026-11-23T10:00:00.001Z')).toEqual(['overdue', 'escalated'])
  })

  it('is nothing that the queue of mail has forgotten', () => {
    expect(at('2026-11-23T10:00:00.001Z', 60 * 60_000)).toEqual(['escalated'])
    expect(at('2027-11-23T10:00:00.001Z', 60 * 60_000)).toEqual([])
  })

  test('a review is due after three working days', () => {
    expect(reviewDueAt('2026-11-20T00:30:00.000Z')).toBe('2026-11-24T10:00:00.000Z')
  })
})

describe('an absence', () => {
  const colleague = (id: string, more: Partial<Colleague> = {}): Colleague => ({
    id,
    name: id,
    role: 'moderator',
    isDisabled: false,
    ...more,
  })
  const colleagues = [
    colleague('hoa'),
    colleague('dung'),
    colleague('an'),
    colleague('khoa', { isDisabled: true }),
    colleague('lan', { role: 'editor' }),
  ]
  const absence = (person: string, deputy: string, from = '2026-11-24', to = '2026-11-26'): Absence => ({
    person,
    deputy,
    from,
    to,
  })
  const codes = (wanted: Absence, others: Absence[] = []) =>
    absenceProblems(wanted, { others, colleagues, today: '2026-11-23' }).map(({ code }) => code)

  it('names another moderator who may sign in', () => {
    expect(codes(absence('hoa', 'dung'))).toEqual([])
    expect(codes(absence('hoa', 'hoa'))).toEqual(['oneself'])
    expect(codes(absence('hoa', 'lan'))).toEqual(['no-moderator'])
    expect(codes(absence('hoa', 'khoa'))).toEqual(['no-moderator'])
    expect(codes(absence('lan', 'hoa'))).toEqual(['no-moderator'])
  })

  it('has days that exist, in order, not past, within a year', () => {
    expect(codes(absence('hoa', 'dung', '2026-02-30'))).toEqual(['no-day'])
    expect(codes(absence('hoa', 'dung', '2026-11-26', '2026-11-25'))).toEqual(['before-from'])
    expect(codes(absence('hoa', 'dung', '2026-11-20', '2026-11-22'))).toEqual(['past'])
    expect(codes(absence('hoa', 'dung', '2026-11-24', '2028-11-24'))).toEqual(['too-long'])
  })

  it('makes no chain, no circle and no second one at the same time', () => {
    expect(codes(absence('hoa', 'dung'), [absence('dung', 'an')])).toEqual(['away'])
    expect(codes(absence('hoa', 'an'), [absence('dung', 'hoa')])).toEqual(['stands-in'])
    expect(codes(absence('hoa', 'dung'), [absence('dung', 'hoa')])).toEqual(['away'])
    expect(codes(absence('hoa', 'dung'), [absence('hoa', 'an', '2026-11-26', '2026-11-30')])).toEqual([
      'overlap',
    ])
    expect(codes(absence('hoa', 'dung'), [absence('dung', 'an', '2026-11-27', '2026-11-30')])).toEqual([])
  })

  it('holds on its first and its last day', () => {
    for (const [day, deputy] of [
      ['2026-11-23', undefined],
      ['2026-11-24', 'dung'],
      ['2026-11-26', 'dung'],
      ['2026-11-27', undefined],
    ] as const)
      expect(deputiesOn([absence('hoa', 'dung')], day).get('hoa'), day).toBe(deputy)
  })
})

describe('mail of work', () => {
  const person = (id: string, more: Partial<MailPerson> = {}): MailPerson => ({
    ...{ id, email: `${id}@tinh.example`, role: 'moderator', agencies: [], isDisabled: false },
    preference: 'immediate',
    ...more,
  })
  const people = [person('hoa'), person('dung'), person('an'), person('quan-tri', { role: 'administrator' })]
  const told = (
    event: MailEvent,
    more: Partial<Occasion> = {},
    deputies = new Map<string, string>(),
    of = people,
  ) =>
    addresseesOf({ event, contributors: [], actor: null, ...more }, of, ['vp@tinh.example'], deputies)
      .map(({ address }) => address.split('@')[0])
      .sort()

  it('goes to the claimant, else to all who may decide, and later to those above', () => {
    expect(told('reminder', { claimant: 'hoa' })).toEqual(['hoa'])
    expect(told('overdue', { claimant: 'hoa' })).toEqual(['hoa'])
    expect(told('overdue', { contributors: ['an'] })).toEqual(['dung', 'hoa'])
    expect(told('escalated', { claimant: 'hoa' })).toEqual(['quan-tri', 'vp'])
  })

  it('goes to the deputy instead, and of one’s own text to both', () => {
    const away = new Map([['hoa', 'dung']])
    expect(told('overdue', { claimant: 'hoa' }, away)).toEqual(['dung'])
    expect(told('submitted', {}, away)).toEqual(['an', 'dung'])
    expect(told('live', { contributors: ['hoa'] }, away)).toEqual(['dung', 'hoa'])
  })

  it('stays with the absent one when the deputy may not decide or is switched off', () => {
    const away = new Map([['hoa', 'dung']])
    expect(told('overdue', { contributors: ['dung'] }, away)).toEqual(['an', 'hoa'])
    const off = people.map((one) => (one.id === 'dung' ? { ...one, isDisabled: true } : one))
    expect(told('overdue', {}, away, off)).toEqual(['an', 'hoa'])
  })
})

describe('the queue', () => {
  const entry = (id: string, dueAt: string, claimedBy: string | null = null): QueueEntry => ({
    ...{ collection: 'news', id, submittedAt: monday, dueAt, claimedBy },
  })
  const now = '2026-11-23T05:00:00.000Z'
  const entries = [
    entry('later', '2026-11-23T06:00:00.000Z', 'hoa'),
    entry('late', '2026-11-23T04:00:00.000Z'),
    entry('latest', '2026-11-22T04:00:00.000Z', 'dung'),
  ]

  it('begins with what is overdue longest', () => {
    expect(inQueueOrder(entries).map(({ id }) => id)).toEqual(['latest', 'late', 'later'])
  })

  it('is filtered and counted', () => {
    const asked = { person: 'hoa', now }
    expect(countByFilter(entries, asked)).toEqual({ all: 3, unclaimed: 1, mine: 1, overdue: 2 })
    expect(filtered(entries, 'mine', asked).map(({ id }) => id)).toEqual(['later'])
    expect(countByAge(entries, now)).toEqual({ hours: 0, day: 3, days: 0, longer: 0 })
  })

  it('has pages that exist', () => {
    const many = Array.from({ length: 51 }, (_none, index) => index)
    expect(pageOf(many, 3)).toEqual({ page: 3, pages: 3, shown: [50] })
    expect(pageOf(many, 99).page).toBe(3)
    expect(pageOf(many, NaN).page).toBe(1)
    expect(pageOf([], -1)).toEqual({ page: 1, pages: 1, shown: [] })
  })
})

test('the share of emergencies', () => {
  expect(sharePercent({ emergency: { first: 2, next: 1 }, all: { first: 100, next: 20 } })).toBe('2,5 %')
  expect(sharePercent({ emergency: { first: 0, next: 0 }, all: { first: 0, next: 0 } })).toBe('0 %')
})
