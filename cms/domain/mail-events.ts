/**
 * Who is told by mail about what, as data (issue: mail). `addresseesOf` walks the table; nothing else decides.
 */
import { isMailAddress } from './mail-address.ts'
import { isKeptFrom, isOwn, type ItemReach } from './item-reach.ts'
import type { Role } from './roles.ts'
import type { Action } from './workflow.ts'

/**
 * `contributors`: who wrote since the last edition and may still read the item. `other-moderators`: those who
 * may decide about it. `agency-editors`: of the item's agency. `holder`: who answers for it, by a handover too.
 * `office`: the web office's own addresses, or all moderators where none are set.
 */
export type Relation = 'contributors' | 'holder' | 'other-moderators' | 'agency-editors' | 'office'

export type MailEvent =
  | 'submitted'
  | 'returned'
  | 'scheduled'
  | 'unscheduled'
  | 'live'
  | 'withdrawn'
  | 'emergency'
  | 'handed-over'
  | 'overdue'
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
  overdue: { tells: ['other-moderators', 'office'], isMust: true },
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
 */
export function addresseesOf(
  occasion: Occasion,
  people: readonly MailPerson[],
  office: readonly string[],
): Addressee[] {
  const { tells, isMust } = mailEvents[occasion.event]
  const active = people.filter(({ isDisabled }) => !isDisabled)
  const chosen = active
    .filter(
      (person) => person.id !== occasion.actor && tells.some((relation) => is(person, relation, occasion)),
    )
    .flatMap(({ id, email, preference }): Addressee[] => {
      if (isMust) return [{ person: id, address: email, when: 'now' }]
      return preference === 'must'
        ? []
        : [{ person: id, address: email, when: preference === 'digest' ? 'digest' : 'now' }]
    })
  const first = tells.includes('office') ? officeOf(active, office) : []
  return eachOnce([...first, ...chosen].filter(({ address }) => isMailAddress(address)))
}

function officeOf(active: readonly MailPerson[], office: readonly string[]): Addressee[] {
  if (office.length > 0) return office.map((address) => ({ person: null, address, when: 'now' }))
  return active
    .filter(({ role }) => role === 'moderator')
    .map(({ id, email }) => ({ person: id, address: email, when: 'now' }))
}

function is(
  person: MailPerson,
  relation: Relation,
  { agency, contributors, reach = { owner: agency } }: Occasion,
): boolean {
  const hasContributed = contributors.includes(person.id)
  if (relation === 'other-moderators') return person.role === 'moderator' && !hasContributed
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
    if (!byAddress.has(key)) byAddress.set(key, addressee)
  }
  return [...byAddress.values()]
}
