/** May this person take this step now? Answers with the refusal, or with the transition to perform. */
import { hasAddress, type PublicCollection } from '#domain/collections.ts'
import { isKeptFrom, isOwn } from '#domain/item-reach.ts'
import { isHeldBySet } from '#domain/release-sets.ts'
import { scopeOf } from '#domain/roles.ts'
import { isClosed, transitions, type Action, type Transition } from '#domain/workflow.ts'
import type { Person } from '../access/person.ts'
import { PortalError } from '../errors.ts'
import { reachOfItem, type WorkingCopy } from './item.ts'

/** `system` is the relay: the only one that may `release`. */
export type Actor = Person | 'system'

type Question = {
  action: Action
  collection: PublicCollection
  item: WorkingCopy
  actor: Actor
  authors: string[]
  /** The open set that the item goes live with, unless this is the set's own step. */
  heldBy?: HoldingSet | null
}

export type HoldingSet = { id: string; title: string }

/** May the person read or write this item at all, state aside? */
export function mayReach(
  person: Person,
  operation: 'read' | 'update',
  collection: PublicCollection,
  item: Record<string, unknown>,
): boolean {
  const scope = scopeOf(person.role, collection, operation)
  const reach = reachOfItem(collection, item)
  return !isKeptFrom(person, reach) && (scope === 'all' || (scope === 'own' && isOwn(person, reach)))
}

export const mayWrite = (person: Person, collection: PublicCollection, item: WorkingCopy): boolean =>
  mayReach(person, 'update', collection, item)

/** @throws PortalError saying who, or which state, stands in the way. */
export function guard(question: Question): Transition {
  const transition = transitions[question.action]
  requirePerson(question, transition)
  const { item } = question
  if (transition.needsAddress && !hasAddress(question.collection)) throw new PortalError('no-address')
  if (!transition.from.includes(item.state) || !transition.publicFrom.includes(item.publicState))
    throw new PortalError('wrong-state')
  if (isClosed(item.publicState) && question.action !== 'remove') throw new PortalError('wrong-state')
  if (question.action === 'review' && item.needsReview !== true) throw new PortalError('wrong-state')
  requireOwnStep(question)
  requireOthersText(question, transition)
  return transition
}

function requirePerson({ actor, collection, item, action }: Question, { who }: Transition): void {
  if (who === 'system') {
    if (actor !== 'system') throw new PortalError('unknown-action')
    return
  }
  if (actor === 'system') throw new PortalError('not-allowed')
  if (isKeptFrom(actor, reachOfItem(collection, item))) throw new PortalError('not-found')
  if (who === 'writer') {
    if (mayWrite(actor, collection, item)) return
    throw new PortalError(actor.role === 'editor' && action !== 'review' ? 'other-agency' : 'not-allowed')
  }
  if (actor.role !== 'moderator') throw new PortalError('not-allowed')
}

function requireOwnStep({ action, item, heldBy }: Question): void {
  if (!heldBy || !isHeldBySet(action, item.state)) return
  throw new PortalError('in-release-set', {
    message: `Mục này thuộc bộ “${heldBy.title}”, các mục của bộ lên Cổng cùng lúc. Hãy mở bộ để làm bước này cho cả bộ: /admin/collections/release-sets/${heldBy.id}`,
  })
}

/** Two pairs of eyes: who contributed since the last edition does not decide about it. */
function requireOthersText({ actor, authors }: Question, { who }: Transition): void {
  if (who !== 'other-moderator' || actor === 'system') return
  if (authors.includes(actor.id)) throw new PortalError('own-text')
}

/** The steps open to this person now, in the order of the table. Content is not looked at. */
export function allowedActions(
  question: Omit<Question, 'action' | 'authors'> & { authors: (action: Action) => string[] },
): Action[] {
  return (Object.keys(transitions) as Action[]).filter((action) => {
    try {
      guard({ ...question, action, authors: question.authors(action) })
      return true
    } catch (error) {
      if (error instanceof PortalError) return false
      throw error
    }
  })
}
