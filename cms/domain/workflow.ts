/**
 * The workflow as data: which action leads from which state to which, who may do it and what it needs
 * (ARCHITECTURE, Workflow). `canPerform` walks the table; nothing else decides.
 */
import type { PublicState } from './item-truth.ts'

export const workingStates = ['draft', 'submitted', 'returned', 'scheduled', 'published'] as const
export type WorkingState = (typeof workingStates)[number]

/** `release` is done by the relay when a scheduled time has come; no person can ask for it. */
export const actions = [
  'submit',
  'recall',
  'return',
  'approve',
  'schedule',
  'unschedule',
  'discard',
  'withdraw',
  'restore',
  'redirect',
  'remove',
  'hide-edition',
  'emergency-publish',
  'review',
  'release',
] as const
export type Action = (typeof actions)[number]

export type Who = 'writer' | 'moderator' | 'other-moderator' | 'system'

export type Transition = {
  from: readonly WorkingState[]
  /** `null`: the working copy's state stays. */
  to: WorkingState | null
  publicFrom: readonly PublicState[]
  /** What happens to the item's public state; `null`: nothing. */
  publicTo: Exclude<PublicState, 'none'> | null
  /** `writer`: editor of the item's agency, or a moderator. `other-moderator`: one who did not contribute. */
  who: Who
  /** The content hash the person saw must still be the content's hash. */
  bindsRevision: boolean
  needsNote: boolean
  needs?: 'time' | 'target' | 'edition'
  /** Ends or moves an address: without meaning for what has none (settings). */
  needsAddress: boolean
  /** The note is shown to the public. */
  isNotePublic: boolean
  /** Readiness is checked strictly. */
  needsReadiness: boolean
  /** `stamps`: secrecy stamps refuse the step. `decisions`: and every other finding needs a reviewer's decision. */
  leakGuard?: 'stamps' | 'decisions'
}

const anyState = workingStates
const anyPublic = ['none', 'live', 'withdrawn', 'redirected', 'gone'] as const
const base = {
  bindsRevision: false,
  needsNote: false,
  needsAddress: false,
  isNotePublic: false,
  needsReadiness: false,
} as const
const unlocked = ['draft', 'returned', 'published'] as const

export const transitions: Record<Action, Transition> = {
  submit: {
    ...base,
    from: ['draft', 'returned'],
    to: 'submitted',
    publicFrom: ['none', 'live', 'withdrawn'],
    publicTo: null,
    who: 'writer',
    bindsRevision: true,
    needsReadiness: true,
    leakGuard: 'stamps',
  },
  recall: { ...base, from: ['submitted'], to: 'draft', publicFrom: anyPublic, publicTo: null, who: 'writer' },
  return: {
    ...base,
    from: ['submitted'],
    to: 'returned',
    publicFrom: anyPublic,
    publicTo: null,
    who: 'moderator',
    needsNote: true,
  },
  approve: {
    ...base,
    from: ['submitted'],
    to: 'published',
    publicFrom: ['none', 'live', 'withdrawn'],
    publicTo: 'live',
    who: 'other-moderator',
    bindsRevision: true,
    needsReadiness: true,
    leakGuard: 'decisions',
  },
  schedule: {
    ...base,
    from: ['submitted'],
    to: 'scheduled',
    publicFrom: ['none', 'live', 'withdrawn'],
    publicTo: null,
    who: 'other-moderator',
    bindsRevision: true,
    needs: 'time',
    needsReadiness: true,
    leakGuard: 'decisions',
  },
  unschedule: {
    ...base,
    from: ['scheduled'],
    to: 'draft',
    publicFrom: anyPublic,
    publicTo: null,
    who: 'moderator',
  },
  discard: {
    ...base,
    from: ['draft', 'returned'],
    to: 'published',
    publicFrom: ['live', 'withdrawn'],
    publicTo: null,
    who: 'writer',
  },
  // From `scheduled` it also ends the schedule: `draft` (workflow/effects.ts).
  withdraw: {
    ...base,
    from: anyState,
    to: null,
    publicFrom: ['live'],
    publicTo: 'withdrawn',
    who: 'moderator',
    needsNote: true,
    isNotePublic: true,
  },
  restore: {
    ...base,
    from: anyState,
    to: null,
    publicFrom: ['withdrawn'],
    publicTo: 'live',
    who: 'moderator',
  },
  redirect: {
    ...base,
    from: anyState,
    to: null,
    publicFrom: ['live', 'withdrawn'],
    publicTo: 'redirected',
    who: 'moderator',
    needs: 'target',
    needsAddress: true,
    isNotePublic: true,
  },
  remove: {
    ...base,
    from: anyState,
    to: null,
    publicFrom: ['live', 'withdrawn', 'redirected'],
    publicTo: 'gone',
    who: 'moderator',
    needsNote: true,
    needsAddress: true,
    isNotePublic: true,
  },
  // An edition that leaked something: its words leave the public history, what is live stays (decisions/024).
  'hide-edition': {
    ...base,
    from: anyState,
    to: null,
    publicFrom: ['live', 'withdrawn'],
    publicTo: null,
    who: 'moderator',
    needsNote: true,
    needs: 'edition',
    needsAddress: true,
    isNotePublic: true,
  },
  'emergency-publish': {
    ...base,
    from: ['draft', 'returned', 'submitted'],
    to: 'published',
    publicFrom: ['none', 'live', 'withdrawn'],
    publicTo: 'live',
    who: 'moderator',
    bindsRevision: true,
    needsNote: true,
    needsReadiness: true,
    leakGuard: 'decisions',
  },
  review: {
    ...base,
    from: [...unlocked, 'submitted'],
    to: null,
    publicFrom: ['live', 'withdrawn'],
    publicTo: null,
    who: 'other-moderator',
  },
  release: {
    ...base,
    from: ['scheduled'],
    to: 'published',
    publicFrom: ['none', 'live', 'withdrawn'],
    publicTo: 'live',
    who: 'system',
  },
}

/** Content cannot be edited while someone reviews it or while it waits for its time. */
export const isContentLocked = (state: WorkingState): boolean =>
  state === 'submitted' || state === 'scheduled'

/** An item that is redirected or gone is not edited any more. */
export const isClosed = (publicState: PublicState): boolean =>
  publicState === 'redirected' || publicState === 'gone'
