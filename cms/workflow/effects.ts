/** What each step does besides changing states: editions, outcomes, outbox rows and addresses, as a table of functions. */
import { hasAddress } from '#domain/collections.ts'
import type { PublicState } from '#domain/item-truth.ts'
import { hidingOf, publicHistory } from '#domain/public-history.ts'
import { toldWhenLive } from '#domain/mail-events.ts'
import type { Action, WorkingState } from '#domain/workflow.ts'
import { PortalError } from '../errors.ts'
import { claimAddress, holderOf, keepAddress, pathOf, releaseClaims } from './addresses.ts'
import { changeKindFor } from './change-kind.ts'
import { contentFields, freeze } from './content/content-of.ts'
import { appendOutcome, createEdition, type EditionRow } from './editions.ts'
import { ownerOf, type WorkingCopy } from './item.ts'
import { noLimit } from './limits.ts'
import { changeNumberAfter, requestPublication, type PublicationRow } from './publications.ts'
import { noReturn, returnedChanges } from './returns.ts'
import { freeSlug } from './slugs.ts'
import type { Step } from './step.ts'

export type Effect = {
  /** Written to the working copy's row by compare-and-set. */
  changes: { state?: WorkingState; publicState?: PublicState } & Record<string, unknown>
  edition?: EditionRow
  publication?: PublicationRow
  /** Set when the step changed the working copy's content. */
  revision?: string
}

/** The working copy's row after a submit. */
export const submittedChanges = (step: Pick<Step, 'actor' | 'item' | 'now'>) => ({
  state: 'submitted' as const,
  submittedAt: step.now,
  submittedBy: personId(step),
  returnNote: null,
  contributors: withActor(step),
})

/** The working copy's row once an edition of it is live. */
export const liveChanges = (edition: Pick<EditionRow, 'id' | 'number' | 'collection'>) => ({
  state: 'published' as const,
  publicState: 'live' as const,
  liveEdition: edition.id,
  editionCount: edition.number,
  contributors: [],
  returnNote: null,
  ...noReturn,
  ...noLimit(edition.collection),
  scheduledAt: null,
  importNotices: null,
})

const actorId = ({ actor }: Pick<Step, 'actor'>): string => (actor === 'system' ? 'system' : actor.id)

const personId = ({ actor }: Pick<Step, 'actor'>): string | null => (actor === 'system' ? null : actor.id)

const liveEdition = ({ editions, item }: Step): EditionRow | undefined =>
  editions.find(({ id }) => id === item.liveEdition)

const pendingEdition = ({ editions }: Step): EditionRow | undefined => {
  const last = editions.at(-1)
  return last?.outcomes.length === 0 ? last : undefined
}

const publish = (step: Step, edition: EditionRow | undefined, notBefore?: string): Promise<PublicationRow> =>
  requestPublication(
    step.payload,
    {
      collection: step.collection,
      item: step.item.id,
      agency: ownerOf(step.collection, step.item),
      action: step.action,
      edition: edition?.id,
      editionNumber: edition?.number,
      changeNumber: changeNumberAfter(step.editions),
      requestedAt: step.now,
      notBefore: notBefore ?? null,
      isTold: toldWhenLive.includes(step.action) ? false : null,
      ...(step.releaseSet ? { releaseSet: step.releaseSet } : {}),
    },
    step.req,
  )

/** Claims the path. An unedited slug gives way to a path taken meanwhile (`-2`); one given by hand is refused. */
async function claim(step: Step): Promise<Pick<Effect, 'changes' | 'revision'>> {
  const { payload, collection, item, req } = step
  if (!hasAddress(collection)) return { changes: {} }
  const mayGiveWay = item.slugByHand !== true && item.publicState === 'none'
  if (!mayGiveWay) {
    await claimAddress(payload, collection, item, req)
    return { changes: {} }
  }
  const slug = await freeSlug(payload, collection, item, String(item.slug), req)
  const moved: WorkingCopy = { ...item, slug }
  await claimAddress(payload, collection, moved, req)
  if (slug === item.slug) return { changes: {} }
  const { revision } = await freeze(payload, collection, moved, req)
  return { changes: { slug }, revision }
}

async function goLive(step: Step, edition: EditionRow): Promise<Effect['changes']> {
  const { payload, item, collection, req, now } = step
  const previous = liveEdition(step)
  if (previous && previous.id !== edition.id)
    await appendOutcome(payload, previous, { kind: 'superseded', at: now }, req)
  await keepAddress(payload, pathOf(collection, { ...item, ...edition.content }), req)
  return liveChanges(edition)
}

const makeEdition = (step: Step, outcomes: EditionRow['outcomes'], isEmergency = false) =>
  createEdition(
    step.payload,
    {
      collection: step.collection,
      item: step.item,
      frozen: step.frozen,
      contributors: step.contributors,
      approvedBy: actorId(step),
      at: step.now,
      changeKind: changeKindFor(step),
      changeNote: step.input.changeNote,
      decisions: step.decisions,
      emergency: isEmergency,
      outcomes,
    },
    step.editions.at(-1),
    step.req,
  )

async function approve(step: Step, isEmergency = false): Promise<Effect> {
  await claimAddress(step.payload, step.collection, step.item, step.req)
  const edition = await makeEdition(step, [{ kind: 'live', at: step.now }], isEmergency)
  const changes = await goLive(step, edition)
  return {
    changes: { ...changes, needsReview: isEmergency },
    edition,
    publication: await publish(step, edition),
  }
}

/** Ends or renews what is public by an outcome on the live edition. */
async function outcome(step: Step, kind: 'live' | 'withdrawn' | 'redirected' | 'gone'): Promise<Effect> {
  const edition = liveEdition(step)
  if (!edition) throw new PortalError('wrong-state')
  const { note, to } = step.input
  await appendOutcome(
    step.payload,
    edition,
    { kind, at: step.now, ...(note ? { note } : {}), ...(kind === 'redirected' && to ? { to } : {}) },
    step.req,
  )
  return { changes: { publicState: kind }, edition, publication: await publish(step, edition) }
}

async function redirect(step: Step): Promise<Effect> {
  const target = await holderOf(step.payload, step.input.to ?? '', step.req)
  if (!target || target === `${step.collection}/${step.item.id}`) throw new PortalError('bad-target')
  return outcome(step, 'redirected')
}

/**
 * Who withdraws an item means whatever was approved of it: an edition that waits for its time would bring it back
 * by itself (decisions/015).
 */
async function withdraw(step: Step): Promise<Effect> {
  const ended = await outcome(step, 'withdrawn')
  if (step.item.state !== 'scheduled') return ended
  const { changes } = await unschedule(step)
  return { ...ended, changes: { ...changes, ...ended.changes } }
}

/**
 * The public one is never hidden: it would stand on its page all the same. Whoever finds a leak in it corrects or
 * removes it first. Repeated, it is refused: the reason that readers know stays.
 */
async function hideEdition(step: Step): Promise<Effect> {
  const { payload, editions, input, now, req } = step
  const current = liveEdition(step)
  const told = publicHistory(editions).map(({ number }) => number)
  const edition = editions.find(({ number }) => number === input.edition)
  if (!edition || edition.id === current?.id || !told.includes(edition.number) || hidingOf(edition))
    throw new PortalError('bad-edition')
  await appendOutcome(payload, edition, { kind: 'hidden', at: now, note: input.note }, req)
  return { changes: {}, edition, publication: await publish(step, current) }
}

async function unschedule(step: Step): Promise<Effect> {
  const edition = pendingEdition(step)
  if (edition) await appendOutcome(step.payload, edition, { kind: 'cancelled', at: step.now }, step.req)
  await step.payload.db.updateMany({
    collection: 'publications',
    where: {
      and: [
        { item: { equals: step.item.id } },
        { state: { equals: 'waiting' } },
        { action: { equals: 'schedule' } },
      ],
    },
    data: { state: 'cancelled' },
    req: step.req,
  })
  return { changes: { state: 'draft', scheduledAt: null }, edition }
}

async function discard(step: Step): Promise<Effect> {
  const edition = liveEdition(step)
  if (!edition) throw new PortalError('wrong-state')
  const empty = Object.fromEntries(contentFields(step.collection).map((name) => [name, null]))
  const changes = {
    ...empty,
    ...edition.workingCopy,
    state: 'published' as const,
    contributors: [],
    returnNote: null,
    ...noReturn,
    ...noLimit(step.collection),
  }
  const restored = { ...step.item, ...changes } as WorkingCopy
  const { revision } = await freeze(step.payload, step.collection, restored, step.req)
  await releaseClaims(step.payload, step.collection, step.item.id, step.req)
  return { changes, edition, revision }
}

const effects: Record<Action, (step: Step) => Promise<Effect>> = {
  submit: async (step) => {
    const { changes, revision } = await claim(step)
    return {
      changes: { ...changes, ...submittedChanges(step) },
      revision,
    }
  },
  recall: () => Promise.resolve({ changes: { state: 'draft' } }),
  return: async (step) => ({ changes: { state: 'returned', ...(await returnedChanges(step)) } }),
  approve: (step) => approve(step),
  schedule: async (step) => {
    await claimAddress(step.payload, step.collection, step.item, step.req)
    const edition = await makeEdition(step, [])
    const at = new Date(step.input.at ?? '').toISOString()
    return {
      changes: { state: 'scheduled', scheduledAt: at, editionCount: edition.number, ...noReturn },
      edition,
      publication: await publish(step, edition, at),
    }
  },
  unschedule,
  discard,
  withdraw,
  restore: (step) => outcome(step, 'live'),
  redirect,
  remove: (step) => outcome(step, 'gone'),
  'hide-edition': hideEdition,
  'emergency-publish': (step) => approve(step, true),
  review: (step) => Promise.resolve({ changes: { needsReview: false }, edition: liveEdition(step) }),
  release: async (step) => {
    const edition = pendingEdition(step)
    if (!edition) throw new PortalError('wrong-state')
    await appendOutcome(step.payload, edition, { kind: 'live', at: step.now }, step.req)
    return { changes: await goLive(step, edition), edition }
  },
}

const withActor = (step: Pick<Step, 'actor' | 'item'>): string[] => [
  ...new Set([...step.item.contributors, ...(step.actor === 'system' ? [] : [step.actor.id])]),
]

/** Performs the step's writes (all but the working copy's row) and says what that row becomes. */
export const applyEffect = (step: Step): Promise<Effect> => effects[step.action](step)
