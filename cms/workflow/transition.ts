/**
 * The one function that moves an item through the workflow. In one transaction it decides, writes the
 * edition (or its end), the outbox row, the address claim, the mails that tell of it and the audit event, and
 * sets the working copy's row by compare-and-set; then it announces the commit. Nothing public happens here
 * (ARCHITECTURE, Workflow).
 */
import type { Payload, PayloadRequest } from 'payload'
import type { PublicCollection } from '#domain/collections.ts'
import type { PublicState } from '#domain/item-truth.ts'
import { readinessProblems } from '#domain/readiness.ts'
import { isHeldBySet } from '#domain/release-sets.ts'
import type { WorkingState } from '#domain/workflow.ts'
import { personOf } from '../access/person.ts'
import { PortalError, type Problem } from '../errors.ts'
import { announceCommit } from './after-commit.ts'
import { recordAudit } from './audit.ts'
import { freeze, type Frozen } from './content/content-of.ts'
import { editionsOf } from './editions.ts'
import { auditedReturn } from './returns.ts'
import { authorsInQuestion } from './authors.ts'
import { contactsIn } from './leaks/find-leaks.ts'
import { withFreshInspections } from './leaks/fresh-inspections.ts'
import { guardLeaks, warningsOf } from './leaks/guard-leaks.ts'
import { settleClaim } from './claims.ts'
import { applyEffect, type Effect } from './effects.ts'
import { guard, type Actor } from './guard.ts'
import { readWorkingCopy, titlePath } from './item.ts'
import { setWorkingCopy } from './set-working-copy.ts'
import type { Step } from './step.ts'
import { openSetOf } from './release-sets/set-rows.ts'
import { queueStepMails } from './step-mails.ts'
import { checkInput, type TransitionInput } from './transition-input.ts'
import { crashAt } from '../crash-points.ts'
import { inTransaction, RowMoved } from './transaction.ts'

export type TransitionResult = {
  state: WorkingState
  publicState: PublicState
  /** Content hash of the working copy. */
  revision: string
  edition?: string
  editionNumber?: number
  publication?: string
  /** After a submit: what the reviewer will have to decide. */
  warnings?: Problem[]
}

export type StepRequest = {
  payload: Payload
  collection: PublicCollection
  id: string
  input: TransitionInput
}

export type Request = StepRequest & ({ user: PayloadRequest['user'] } | { actor: 'system' })

/** What a step of a whole release set gives to each of its members' steps. */
export type Among = { releaseSet: string; now: string }

/** @throws PortalError with the refusal; nothing was written then. */
export async function transition(request: Request): Promise<TransitionResult> {
  const user = 'user' in request ? request.user : undefined
  const actor: Actor | null = 'actor' in request ? request.actor : personOf({ user } as PayloadRequest)
  if (!actor) throw new PortalError('not-signed-in')
  const result = await withFreshInspections(request.payload, () =>
    inTransaction({ payload: request.payload, user }, async (req) => {
      const taken = await stepInside(request, actor, req)
      crashAt('transition-before-commit')
      return taken
    }),
  )
  crashAt('transition-after-commit')
  announceCommit()
  return result
}

/**
 * The step itself, all its writes in the transaction of `req`, which the caller opens and commits: `transition`
 * for one item, `release-sets/transition-set.ts` for several.
 * @throws PortalError with the refusal; RowMoved when the item changed meanwhile. The transaction must be undone then.
 */
export async function stepInside(
  request: StepRequest,
  actor: Actor,
  req: PayloadRequest,
  among?: Among,
): Promise<TransitionResult> {
  const step = await prepare(request, actor, req, among)
  await takeRow(step)
  await settleClaim(step)
  const effect = await applyEffect(step)
  await setWorkingCopy(step, effect.changes)
  await queueStepMails(step, effect)
  await recordAudit(request.payload, auditEvent(step, effect), req)
  return toResult(step, effect)
}

async function prepare(
  { payload, collection, id, input }: StepRequest,
  actor: Actor,
  req: PayloadRequest,
  among?: Among,
): Promise<Step> {
  const item = await readWorkingCopy(payload, collection, id, req)
  if (!item) throw new PortalError('not-found')
  const editions = await editionsOf(payload, collection, id, req)
  const frozen = await freeze(payload, collection, item, req)
  const contributors = authorsInQuestion(input.action, item, frozen, editions)
  const { action } = input
  const heldBy = among || !isHeldBySet(action, item.state) ? null : await openSetOf(payload, id, req)
  const transition = guard({ action, collection, item, actor, authors: contributors, heldBy })
  const now = among?.now ?? new Date().toISOString()
  checkInput(transition, input, frozen.revision, now)
  if (transition.needsReadiness && action !== 'release') requireReady(collection, frozen, now)
  const asked = { transition, input, editions, actor, now }
  const { findings, decisions } = await guardLeaks(asked, frozen, contactsIn(payload, req))
  return {
    findings,
    decisions,
    payload,
    req,
    collection,
    action,
    releaseSet: among?.releaseSet,
    transition,
    input,
    actor,
    item,
    frozen,
    editions,
    contributors,
    now,
  }
}

/** @throws PortalError `not-ready` with everything that is missing. */
export function requireReady(
  collection: PublicCollection,
  { content }: Pick<Frozen, 'content'>,
  now: string,
): void {
  const problems = readinessProblems(collection, content, { now })
  if (problems.length > 0) throw new PortalError('not-ready', { problems })
}

/**
 * Compare-and-set before anything else is written: of two steps on one item the slower meets a moved row
 * (or, on MongoDB, a write conflict) and starts again, instead of both reaching the editions.
 */
async function takeRow({ payload, req, collection, item }: Step): Promise<void> {
  const taken = await payload.db.updateOne({
    collection,
    where: { and: [{ id: { equals: item.id } }, { lockVersion: { equals: item.lockVersion } }] },
    data: { lockVersion: item.lockVersion + 1 },
    req,
  })
  if (!taken) throw new RowMoved('working copy moved')
}

/** What the ledger says of a step. */
export function auditEvent(
  {
    collection,
    item,
    actor,
    action,
    input,
    frozen,
    decisions,
    releaseSet,
    now,
  }: Pick<
    Step,
    'collection' | 'item' | 'actor' | 'action' | 'input' | 'frozen' | 'decisions' | 'releaseSet' | 'now'
  >,
  { changes, edition }: Pick<Effect, 'changes'> & { edition?: { number: number } },
) {
  const title = item[titlePath[collection]]
  const details = {
    ...auditedReturn(action, item, changes),
    ...(releaseSet ? { releaseSet } : {}),
  }
  return {
    action,
    actor: actor === 'system' ? 'system' : actor.id,
    actorEmail: actor === 'system' ? undefined : actor.email,
    collection,
    item: item.id,
    title: typeof title === 'string' ? title : '',
    fromState: `${item.state}/${item.publicState}`,
    toState: `${changes.state ?? item.state}/${changes.publicState ?? item.publicState}`,
    revision: frozen.revision,
    edition: edition?.number,
    note: input.note,
    ...(decisions.length > 0 ? { decisions } : {}),
    ...(Object.keys(details).length > 0 ? { details } : {}),
    at: now,
  }
}

function toResult(
  { item, frozen, findings, action }: Step,
  { changes, edition, publication, revision }: Effect,
): TransitionResult {
  return {
    state: changes.state ?? item.state,
    publicState: changes.publicState ?? item.publicState,
    revision: revision ?? frozen.revision,
    ...(edition ? { edition: edition.id, editionNumber: edition.number } : {}),
    ...(publication ? { publication: publication.id } : {}),
    ...(action === 'submit' ? { warnings: warningsOf(findings) } : {}),
  }
}
