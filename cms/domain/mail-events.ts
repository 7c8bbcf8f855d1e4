/**
 * Who is told by mail about what, as data (issue: mail). `addresseesOf` walks the table; nothing else decides.
 */
import { isMailAddress } from './mail-address.ts'
import { isKeptFrom, isOwn, type ItemReach } from './item-reach.ts'
import type { Role } from './roles.ts'
import type { Action } from './workflow.ts'

/**
 * `contributors`: who wrote since the last edition and may still read the item. `other-moderators`: those who
 * may decide about it. `reviewers`: of them, the one whose claim holds, or all while there is none.
 * `agency-editors`: of the item's agency. `holder`: who answers for it, by a handover too. `office`: the web
 * office's own addresses, or all moderators where none are set.
 */
export type Relation =
  | 'contributors'
  | 'holder'
  | 'other-moderators'
  | 'reviewers'
  | 'agency-editors'
  | 'office'
  | 'administrators'

export type MailEvent =
  | 'submitted'
  | 'returned'
  | 'scheduled'
  | 'unscheduled'
  | 'live'
  | 'withdrawn'
  | 'emergency'
  | 'handed-over'
  | 'reminder'
  | 'overdue'
  | 'escalated'
  | 'unreviewed'
  | 'alarm'
  | 'anchors'

type Telling = {
  tells: readonly Relation[]
  /** Somebody has to act now: sent at once, whatever people chose for themselves. */
  isMust: boolean
}

export const mailEvents: Record<MailEvent, Telling> = {
  submitted: { tells: ['other-moderators'], isMust: false },
  returned: { tells: ['contributors', 'holder', 'agency-editors'], isMust: false },
  scheduled: { tells: ['contributors', 'holder'], isMust: false },
  unscheduled: { tells: ['contributors', 'holder'], isMust: false },
  live: { tells: ['contributors', 'holder'], isMust: false },
  'handed-over': { tells: ['holder'], isMust: false },
  withdrawn: { tells: ['contributors', 'holder', 'agency-editors', 'office'], isMust: false },
  emergency: { tells: ['other-moderators'], isMust: true },
  reminder: { tells: ['reviewers'], isMust: false },
  overdue: { tells: ['reviewers'], isMust: true },
  escalated: { tells: ['office', 'administrators'], isMust: true },
  unreviewed: { tells: ['other-moderators', 'office'], isMust: true },
  alarm: { tells: ['office'], isMust: true },
  anchors: { tells: ['office'], isMust: true },
}

/** What a step tells at once. An approval is told when its edition is live, with the receipt. */
export const eventOfAction: Partial<Record<Action, MailEvent>> = {
  submit: 'submitted',
  return: 'returned',
  schedule: 'scheduled',
  unschedule: 'unscheduled',
  withdraw: 'withdrawn',
  redirect: 'withdrawn',
  remove: 'withdrawn',
  'emergency-publish': 'emergency',
}

/** Steps whose receipt is told once the change is on the portal. */
export const toldWhenLive: readonly Action[] = ['approve', 'schedule', 'restore', 'emergency-publish']

export const mailPreferences = ['immediate', 'digest', 'must'] as const
/** `digest`: one mail each morning. `must`: only what somebody has to act on now. */
export type MailPreference = (typeof mailPreferences)[number]

export type MailPerson = {
  id: string
  email: string
  role: Role
  agencies: readonly string[]
  isDisabled: boolean
  preference: MailPreference
}

export type Occasion = {
  event: MailEvent
  /** Owner of the item; absent for items without one. */
  agency?: string | undefined
  /** Whose the item is and from whom it is kept; absent: what `agency` says. */
  reach?: ItemReach
  contributors: readonly string[]
  /** Who took the step: they know. `null`: nobody did. */
  actor: string | null
  /** Whose claim on the item holds. */
  claimant?: string | null
}

export type Addressee = {
  /** Id of the account, `null` for an address of the office. */
  person: string | null
  address: string
  when: 'now' | 'digest'
}

/**
 * Everybody to tell, each address once. Switched-off accounts and addresses that are not plain get nothing.
 * `office`: the web office's addresses; without any, its moderators stand in, the actor included.
 * `deputies`: who stands in today for whom. Work goes to the deputy instead; what became of one's own text goes
 * to both.
 */
export function addresseesOf(
  occasion: Occasion,
  people: readonly MailPerson[],
  office: readonly string[],
  deputies: ReadonlyMap<string, string> = new Map(),
): Addressee[] {
  const { tells, isMust } = mailEvents[occasion.event]
  const active = people.filter(({ isDisabled }) => !isDisabled)
  const standIn = (person: MailPerson): MailPerson | undefined =>
    active.find(({ id, role }) => id === deputies.get(person.id) && role === 'moderator')
  const chosen = active
    .filter((person) => person.id !== occasion.actor)
    .flatMap((person): Addressee[] => {
      const relations = tells.filter((relation) => is(person, relation, occasion))
      if (relations.length === 0 || (!isMust && person.preference === 'must')) return []
      const when = !isMust && person.preference === 'digest' ? 'digest' : 'now'
      const deputy = standIn(person)
      const isOwnText = relations.includes('contributors')
      const isFit = deputy && deputy.id !== occasion.actor && (isOwnText || mayDecide(deputy, occasion))
      const reached = isFit ? (isOwnText ? [person, deputy] : [deputy]) : [person]
      return reached.map(({ id, email }) => ({ person: id, address: email, when }))
    })
  const first = tells.includes('office') ? officeOf(active, office, standIn) : []
  return eachOnce([...first, ...chosen].filter(({ address }) => isMailAddress(address)))
}

function officeOf(
  active: readonly MailPerson[],
  office: readonly string[],
  standIn: (person: MailPerson) => MailPerson | undefined,
): Addressee[] {
  if (office.length > 0) return office.map((address) => ({ person: null, address, when: 'now' }))
  return active
    .filter(({ role }) => role === 'moderator')
    .map((person) => standIn(person) ?? person)
    .map(({ id, email }) => ({ person: id, address: email, when: 'now' }))
}

/** Who wrote a text does not decide about it, neither as themselves nor for somebody else. */
const mayDecide = ({ id, role }: MailPerson, { contributors }: Occasion): boolean =>
  role === 'moderator' && !contributors.includes(id)

function is(person: MailPerson, relation: Relation, occasion: Occasion): boolean {
  const { agency, contributors, claimant, reach = { owner: agency } } = occasion
  const hasContributed = contributors.includes(person.id)
  if (relation === 'administrators') return person.role === 'administrator'
  if (relation === 'other-moderators') return mayDecide(person, occasion)
  if (relation === 'reviewers') return mayDecide(person, occasion) && (!claimant || claimant === person.id)
  if (isKeptFrom(person, reach)) return false
  if (relation === 'agency-editors')
    return person.role === 'editor' && agency !== undefined && person.agencies.includes(agency)
  // Who was moved to another agency does not learn what became of the old one's texts.
  const mayRead = person.role !== 'editor' || isOwn(person, reach)
  if (relation === 'contributors') return hasContributed && mayRead
  if (relation === 'holder') return reach.holder === person.id && mayRead
  return false
}

function eachOnce(addressees: readonly Addressee[]): Addressee[] {
  const byAddress = new Map<string, Addressee>()
  for (const addressee of addressees) {
    const key = addressee.address.toLowerCase()
    // Told for themselves and for somebody else: the sooner counts.
    const known = byAddress.get(key)
    if (!known || (known.when === 'digest' && addressee.when === 'now')) byAddress.set(key, addressee)
  }
  return [...byAddress.values()]
}
