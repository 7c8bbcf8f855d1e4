import type { Payload, PayloadRequest } from 'payload'
import type { PublicCollection } from '#domain/collections.ts'
import type { Decision } from '#domain/leaks/decisions.ts'
import type { Finding } from '#domain/leaks/finding.ts'
import type { Action, Transition } from '#domain/workflow.ts'
import type { Frozen } from './content/content-of.ts'
import type { EditionRow } from './editions.ts'
import type { Actor } from './guard.ts'
import type { WorkingCopy } from './item.ts'
import type { TransitionInput } from './transition-input.ts'

/** What a step works on: everything read in its transaction. */
export type Step = {
  payload: Payload
  req: PayloadRequest
  collection: PublicCollection
  action: Action
  transition: Transition
  input: TransitionInput
  actor: Actor
  item: WorkingCopy
  frozen: Frozen
  editions: EditionRow[]
  contributors: string[]
  /** What the leak guard found, and what the reviewer decided about it. */
  findings: Finding[]
  decisions: Decision[]
  /** Id of the release set whose step this is; absent for an item's own. */
  releaseSet?: string | undefined
  /** ISO 8601 UTC. */
  now: string
}
