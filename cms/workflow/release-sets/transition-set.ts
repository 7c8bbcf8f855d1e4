/**
 * Moves a whole release set through the workflow: each member by the one step function, all of it in one
 * transaction. If one member is refused, nothing happens and the answer names every member that was
 * (issue 5, point 3; decisions/021).
 */
import type { Payload, PayloadRequest } from 'payload'
import { planSetStep, type MemberRef, type SetAction, type SetState } from '#domain/release-sets.ts'
import { transitions, type Action } from '#domain/workflow.ts'
import { personOf } from '../../access/person.ts'
import { crashAt } from '../../crash-points.ts'
import { PortalError, refusals, type Problem } from '../../errors.ts'
import { announceCommit } from '../after-commit.ts'
import { recordAudit } from '../audit.ts'
import type { Actor } from '../guard.ts'
import { withFreshInspections } from '../leaks/fresh-inspections.ts'
import { inTransaction, RowMoved } from '../transaction.ts'
import { parseInput, type TransitionInput } from '../transition-input.ts'
import { stepInside, type Among, type TransitionResult } from '../transition.ts'
import type { SetInput } from './set-input.ts'
import { membersOf, mayWriteSet, readSet, refOf, stateOf, type Member, type SetRow } from './set-rows.ts'

export type SetResult = {
  state: SetState
  items: (MemberRef & TransitionResult)[]
}

type Request = { payload: Payload; id: string; input: SetInput; user: PayloadRequest['user'] }

/** @throws PortalError with the refusal; nothing was written then, of no member. */
export async function transitionSet({ payload, id, input, user }: Request): Promise<SetResult> {
  const person = personOf({ user })
  if (!person) throw new PortalError('not-signed-in')
  const result = await withFreshInspections(payload, () =>
    inTransaction({ payload, user }, async (req) => {
      const set = await readSet(payload, id, req)
      if (!set) throw new PortalError('not-found')
      if (!mayWriteSet(person, set)) throw new PortalError('other-agency')
      const members = await membersOf(payload, set, req)
      const moving = requirePlan(input, set, members)
      const among = { releaseSet: set.id, now: new Date().toISOString() }
      const taking = { payload, req, actor: person, among }
      const items = await takeAll(moving, (member) => memberInput(input, member), taking)
      const { action, note } = input
      const state = await closeStep(taking, { set, members, action, note, items })
      crashAt('transition-before-commit')
      return { state, items }
    }),
  )
  crashAt('transition-after-commit')
  announceCommit()
  return result
}

/**
 * The time of a scheduled set has come: every member that still waits is released in the same transaction, so
 * that nobody who reads the truth in between finds half of them.
 */
export async function releaseSet(payload: Payload, id: string): Promise<void> {
  await inTransaction({ payload }, async (req) => {
    const set = await readSet(payload, id, req)
    if (!set || set.releasedAt) return
    const members = await membersOf(payload, set, req)
    // Already released one by one by an earlier turn, or withdrawn since: the truth decides what is shown of those.
    const moving = members.filter(({ item }) => {
      const { from, publicFrom } = transitions.release
      return from.includes(item.state) && publicFrom.includes(item.publicState)
    })
    const taking: Taking = {
      payload,
      req,
      actor: 'system',
      among: { releaseSet: set.id, now: new Date().toISOString() },
    }
    const items = await takeAll(moving, () => ({ action: 'release' }), taking)
    await closeStep(taking, { set, members, action: 'release', note: undefined, items })
  })
}

type Taking = { payload: Payload; req: PayloadRequest; actor: Actor; among: Among }

/** @throws PortalError unless the set is as the person saw it and the step is open to all its members. */
function requirePlan({ action, items = [] }: SetInput, set: SetRow, members: Member[]): Member[] {
  if (set.releasedAt) throw new PortalError('set-locked')
  if (members.length === 0)
    throw new PortalError('wrong-state', { message: 'Bộ chưa có mục nào. Hãy thêm các mục rồi lưu.' })
  if (transitions[action].bindsRevision) requireSeen(items, members)
  const { moving, blocking } = planSetStep(action, members)
  const inTheWay = blocking.length > 0 || moving.length > 0 ? blocking : members
  if (inTheWay.length === 0) return moving
  throw refusedSet(
    inTheWay.map((member) => ({
      member,
      error: new PortalError('wrong-state', { message: whyNot(action, member) }),
    })),
  )
}

/** Whoever binds the step to what was seen names every member, and no other. */
function requireSeen(items: NonNullable<SetInput['items']>, members: Member[]): void {
  const named = new Set(items.map(refOf))
  if (named.size !== members.length || members.some((member) => !named.has(refOf(member))))
    throw new PortalError('set-moved-on')
}

function whyNot(action: SetAction, { state }: Member): string {
  if (action === 'submit' && state === 'published') return 'không có gì mới để gửi duyệt. Hãy bỏ khỏi bộ.'
  if (action === 'approve' || action === 'schedule')
    return 'chưa được gửi duyệt. Hãy gửi duyệt cả bộ, hoặc bỏ mục này khỏi bộ.'
  return 'bước này không làm được ở trạng thái hiện tại của mục. Hãy tải lại trang.'
}

function memberInput({ action, items = [], note, at, takeOver }: SetInput, member: Member): TransitionInput {
  const given = items.find((item) => refOf(item) === refOf(member))
  const { revision, decisions } = given ?? {}
  return parseInput({
    action,
    ...(revision === undefined ? {} : { revision }),
    ...(decisions ? { decisions } : {}),
    ...(note === undefined ? {} : { note }),
    ...(at === undefined ? {} : { at }),
    ...(takeOver === undefined ? {} : { takeOver }),
  })
}

type Refused = { member: Member; error: PortalError }

/** Goes on after a refusal to learn of all of them: the transaction is undone as a whole. */
async function takeAll(
  moving: Member[],
  inputOf: (member: Member) => TransitionInput,
  { payload, req, actor, among }: Taking,
): Promise<SetResult['items']> {
  const items: SetResult['items'] = []
  const refused: Refused[] = []
  for (const member of moving) {
    const { collection, id } = member
    try {
      const input = inputOf(member)
      items.push({
        collection,
        id,
        ...(await stepInside({ payload, collection, id, input }, actor, req, among)),
      })
    } catch (error) {
      if (!(error instanceof PortalError)) throw error
      refused.push({ member, error })
    }
  }
  if (refused.length > 0) throw refusedSet(refused)
  return items
}

/** One code where all members have the same, so that a caller knows at once what to do; problems named by title. */
function refusedSet(refused: Refused[]): PortalError {
  const codes = new Set(refused.map(({ error }) => error.code))
  const [only] = codes.size === 1 ? codes : []
  const code = only ?? 'set-refused'
  const names = refused.map(({ member }) => `“${member.title}”`).join(', ')
  const message =
    code === 'set-refused'
      ? refusals[code].message
      : `Chưa có gì thay đổi, vì ${names}: ${refused[0]?.error.message ?? refusals[code].message}`
  return new PortalError(code, { message, problems: refused.flatMap(problemsOf) })
}

function problemsOf({ member, error }: Refused): Problem[] {
  const ref = refOf(member)
  const own = error.problems ?? []
  if (own.length === 0)
    return [{ field: ref, code: error.code, message: `“${member.title}”: ${error.message}` }]
  return own.map((problem) => ({
    ...problem,
    field: `${ref}/${problem.field}`,
    message: `“${member.title}”: ${problem.message}`,
  }))
}

const lettingGo: readonly Action[] = ['approve', 'release']

const released = (set: SetRow, action: Action, { now }: Among): SetRow =>
  lettingGo.includes(action) ? { ...set, releasedAt: now } : set

type Done = {
  set: SetRow
  members: Member[]
  action: SetAction | 'release'
  note: string | undefined
  items: SetResult['items']
}

/** The set's own row, by compare-and-set, and its own event beside those of its members. @returns where it stands now. */
async function closeStep({ payload, req, actor, among }: Taking, done: Done): Promise<SetState> {
  const { set, members, action, note, items } = done
  const closed = released(set, action, among)
  const taken = await payload.db.updateOne({
    collection: 'release-sets',
    where: { and: [{ id: { equals: set.id } }, { lockVersion: { equals: set.lockVersion } }] },
    data: { lockVersion: set.lockVersion + 1, releasedAt: closed.releasedAt ?? null },
    req,
  })
  if (!taken) throw new RowMoved('release set moved')
  const after = members.map((member) => ({
    ...member,
    state: items.find((item) => refOf(item) === refOf(member))?.state ?? member.state,
  }))
  const state = stateOf(closed, after)
  await recordAudit(
    payload,
    {
      action: `set-${action}`,
      actor: actor === 'system' ? 'system' : actor.id,
      ...(actor === 'system' ? {} : { actorEmail: actor.email }),
      collection: 'release-sets',
      item: set.id,
      title: set.title,
      fromState: stateOf(set, members),
      toState: state,
      ...(note ? { note } : {}),
      details: {
        items: items.map(({ collection, id, revision }) => ({ item: `${collection}/${id}`, revision })),
      },
      at: among.now,
    },
    req,
  )
  return state
}
