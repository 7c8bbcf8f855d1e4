/**
 * A claim says which moderator is reading a submitted item, so that no two do the same work (issue 5, point 2).
 * It is advice: who decides all the same has to say so, and gets no right by it that they lack.
 */
import type { Action, WorkingState } from './workflow.ts'
import { afterWorkingHours } from './working-time.ts'

/** A claim without a step is over after this much work; claiming again begins anew. */
export const claimWorkingHours = 2

/** Decisions that ask before they are taken over another's claim. An emergency and a recall never wait. */
export const claimedSteps: readonly Action[] = ['approve', 'schedule', 'return']

export type Claim = {
  /** Id of the account. */
  by: string
  byName: string
  /** ISO 8601 UTC, as all moments here. */
  at: string
  /** The submission it is about: the next one begins unclaimed. */
  submittedAt: string
}

export const claimEndsAt = ({ at }: Pick<Claim, 'at'>): string => afterWorkingHours(at, claimWorkingHours)

type Facts = {
  item: { state: WorkingState; submittedAt?: string | null }
  /** The claimant is a moderator who may still sign in. */
  isHolderActive: boolean
  /** The claimant is away; the deputy is not bound by what they left. */
  isHolderAway: boolean
  now: string
}

/** Does the claim hold now? What no longer holds counts as released, whoever has written so or not. */
export const holds = (claim: Claim, { item, isHolderActive, isHolderAway, now }: Facts): boolean =>
  item.state === 'submitted' &&
  item.submittedAt === claim.submittedAt &&
  isHolderActive &&
  !isHolderAway &&
  now < claimEndsAt(claim)
