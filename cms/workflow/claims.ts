/**
 * Claims as rows beside the working copies, whose hash and version they never touch. A row that holds no more
 * counts for nothing and is written over by the next claim (cms/decisions/022).
 */
import type { Payload, PayloadRequest, Where } from 'payload'
import { holds, claimedSteps, claimEndsAt, type Claim } from '#domain/claims.ts'
import { itemRef, type PublicCollection } from '#domain/collections.ts'
import { formatMoment } from '#domain/dates.ts'
import { shownName, type Person } from '../access/person.ts'
import { PortalError } from '../errors.ts'
import { deputiesNow } from './absences.ts'
import { recordAudit } from './audit.ts'
import { readWorkingCopy, textOf, titlePath, type WorkingCopy } from './item.ts'
import type { Step } from './step.ts'
import { inTransaction, RowMoved } from './transaction.ts'

export type ClaimRow = Claim & { id: string; key: string }
export type ShownClaim = { by: string; byName: string; at: string; endsAt: string; isMine: boolean }

type About = { payload: Payload; collection: PublicCollection; item: WorkingCopy; now: string }

const rowOf = ({ payload, collection, item }: About, req?: PayloadRequest): Promise<ClaimRow | null> =>
  payload.db.findOne<ClaimRow>({
    collection: 'claims',
    where: { key: { equals: itemRef(collection, item.id) } },
    ...(req ? { req } : {}),
  })

/** The claim on an item that holds at `now`. */
export async function currentClaim(about: About, req?: PayloadRequest): Promise<ClaimRow | null> {
  const row = await rowOf(about, req)
  return row && (await holdsNow(row, about, req)) ? row : null
}

async function holdsNow(
  row: ClaimRow,
  { payload, item, now }: About,
  req?: PayloadRequest,
): Promise<boolean> {
  const holder = await payload.db.findOne<{ id: string; role: string; isDisabled?: boolean | null }>({
    collection: 'users',
    where: { id: { equals: row.by } },
    ...(req ? { req } : {}),
  })
  const deputies = await deputiesNow(payload, now, req)
  return holds(row, {
    item: { state: item.state, submittedAt: textOf(item.submittedAt) },
    isHolderActive: holder?.role === 'moderator' && holder.isDisabled !== true,
    isHolderAway: deputies.has(row.by),
    now,
  })
}

/** As people are shown it. */
export const shownClaim = (claim: ClaimRow | null, person: Person): ShownClaim | null =>
  claim && {
    by: claim.by,
    byName: claim.byName,
    at: claim.at,
    endsAt: claimEndsAt(claim),
    isMine: claim.by === person.id,
  }

const refuseClaimed = ({ byName, at }: Claim): PortalError =>
  new PortalError('claimed', {
    message: `${byName} đang duyệt bài này từ ${formatMoment(at)}. Hãy hỏi người đó trước, hoặc xác nhận làm thay.`,
  })

type Act = {
  payload: Payload
  user: PayloadRequest['user']
  person: Person
  collection: PublicCollection
  id: string
  now?: () => Date
}

async function submittedItem({ payload, collection, id }: Act, req: PayloadRequest): Promise<WorkingCopy> {
  const item = await readWorkingCopy(payload, collection, id, req)
  if (!item) throw new PortalError('not-found')
  return item
}

/**
 * Takes a submitted item, or takes it again for the full time.
 * @throws PortalError `wrong-state`, `own-text`, `away`, and `claimed` when another holds it and `takeOver` is not said.
 */
export async function claimItem(act: Act & { takeOver: boolean }): Promise<ShownClaim | null> {
  const { payload, user, person, collection, takeOver, now = () => new Date() } = act
  return inTransaction({ payload, user }, async (req) => {
    const at = now().toISOString()
    const item = await submittedItem(act, req)
    if (item.state !== 'submitted') throw new PortalError('wrong-state')
    if (item.contributors.includes(person.id)) throw new PortalError('own-text')
    if ((await deputiesNow(payload, at, req)).has(person.id)) throw new PortalError('away')
    const about = { payload, collection, item, now: at }
    const row = await rowOf(about, req)
    const standing = row && (await holdsNow(row, about, req)) ? row : null
    const isOthers = standing !== null && standing.by !== person.id
    if (isOthers && !takeOver) throw refuseClaimed(standing)
    const claim = {
      by: person.id,
      byName: shownName(user, person),
      at,
      submittedAt: textOf(item.submittedAt),
    }
    const key = itemRef(collection, item.id)
    await write(payload, { row, claim, key }, req)
    if (standing?.by !== person.id)
      await audit(
        about,
        { person, action: isOthers ? 'take-over' : 'claim', from: isOthers ? standing : null },
        req,
      )
    return shownClaim({ ...claim, id: '', key }, person)
  })
}

type Writing = { row: ClaimRow | null; claim: Claim; key: string }

/** One of those who press at once writes; the others read again and see who it was. */
async function write(payload: Payload, { row, claim, key }: Writing, req: PayloadRequest): Promise<void> {
  if (row) {
    const where: Where = {
      and: [{ id: { equals: row.id } }, { by: { equals: row.by } }, { at: { equals: row.at } }],
    }
    if (!(await payload.db.updateOne({ collection: 'claims', where, data: claim, req })))
      throw new RowMoved('claim moved')
    return
  }
  try {
    await payload.db.create({ collection: 'claims', data: { ...claim, key }, req })
  } catch (error) {
    if ((error as Error).name === 'ValidationError') throw new RowMoved('claimed meanwhile')
    throw error
  }
}

/** Gives an item back to the queue; nothing happens when nobody holds it. @throws PortalError `claimed` when another does. */
export async function releaseClaim(act: Act): Promise<void> {
  const { payload, user, person, collection, now = () => new Date() } = act
  await inTransaction({ payload, user }, async (req) => {
    const about = { payload, collection, item: await submittedItem(act, req), now: now().toISOString() }
    const claim = await currentClaim(about, req)
    if (!claim) return
    if (claim.by !== person.id) throw refuseClaimed(claim)
    await payload.db.deleteOne({ collection: 'claims', where: { id: { equals: claim.id } }, req })
    await audit(about, { person, action: 'release-claim', from: null }, req)
  })
}

/**
 * The claim's part in a step's transaction: a decision over another's claim needs `takeOver`, and a claim ends
 * with the submission it was about.
 * @throws PortalError `claimed`.
 */
export async function settleClaim({
  payload,
  req,
  collection,
  item,
  action,
  actor,
  input,
  now,
  transition,
}: Step) {
  if (item.state !== 'submitted') return
  const about = { payload, collection, item, now }
  const row = await rowOf(about, req)
  if (!row) return
  const isDecision = actor !== 'system' && claimedSteps.includes(action)
  if (isDecision && row.by !== actor.id && (await holdsNow(row, about, req))) {
    if (input.takeOver !== true) throw refuseClaimed(row)
    await audit(about, { person: actor, action: 'take-over', from: row }, req)
  }
  if (transition.to !== null)
    await payload.db.deleteOne({ collection: 'claims', where: { id: { equals: row.id } }, req })
}

type Told = { person: Person; action: 'claim' | 'take-over' | 'release-claim'; from: Claim | null }

const audit = (
  { payload, collection, item, now }: About,
  { person, action, from }: Told,
  req: PayloadRequest,
): Promise<void> =>
  recordAudit(
    payload,
    {
      action,
      actor: person.id,
      actorEmail: person.email,
      collection,
      item: item.id,
      title: textOf(item[titlePath[collection]]),
      ...(from ? { note: `thay ${from.byName}` } : {}),
      at: now,
    },
    req,
  )
