/**
 * Hands a working copy to another person: who answers for it changes, nothing else. Its state, its content, a time
 * it waits for and `contributors` stay, so that whoever left still counts as its writer (decisions/023).
 */
import type { Payload, PayloadRequest, Where } from 'payload'
import type { PublicCollection } from '#domain/collections.ts'
import { localDay } from '#domain/dates.ts'
import { isInWork, mayHold, successorsIn, type Account } from '#domain/handover.ts'
import { handedOverWords } from '#domain/mail-words.ts'
import { idOf, shownName, type Person } from '../access/person.ts'
import { env } from '../env.ts'
import { PortalError } from '../errors.ts'
import { recordAudit } from './audit.ts'
import { accountsBy } from './accounts.ts'
import { successors } from './agencies.ts'
import {
  holderOf,
  ownerOf,
  reachOfItem,
  readWorkingCopy,
  textOf,
  titlePath,
  type WorkingCopy,
} from './item.ts'
import { queueMailsOnce } from './mail-queue.ts'
import { addressees } from './mail-people.ts'
import { setWorkingCopy } from './set-working-copy.ts'
import { inTransaction, RowMoved } from './transaction.ts'

export type Handover = {
  payload: Payload
  user: PayloadRequest['user']
  person: Person
  collection: PublicCollection
  id: string
  /** Id of the account that is to answer for the item. */
  to: string
  /** Internal. */
  note: string
}

/**
 * Repeatable: who holds it already is left alone.
 * @throws PortalError `not-found`, `wrong-state`, `invalid-content` when the person cannot hold it.
 */
export async function handOver(asked: Handover): Promise<{ holder: string; heldFor: string | null }> {
  const { payload, user, collection, id, to } = asked
  return inTransaction({ payload, user }, async (req) => {
    const item = await readWorkingCopy(payload, collection, id, req)
    if (!item) throw new PortalError('not-found')
    if (!isInWork(item.state, item.publicState)) throw new PortalError('wrong-state')
    const from = holderOf(item)
    const people = await accountsBy(payload, [to, ...(from ? [from] : [])], req)
    const receiver = people.get(to)
    const reach = reachOfItem(collection, item)
    const followers = successorsIn(await successors(payload, req), reach.owner)
    const heldFor = receiver && mayHold(receiver, reach, followers)
    if (!receiver || heldFor === undefined) throw cannotHold()
    const isHeldAlready = idOf(item.holder) === to && (idOf(item.heldFor) ?? null) === heldFor
    if (isHeldAlready) return { holder: to, heldFor }
    await takeRow(payload, collection, item, req)
    await setWorkingCopy({ payload, req, collection, item }, { holder: to, heldFor })
    await tell({ ...asked, item, from: from ? people.get(from) : undefined, receiver }, req)
    return { holder: to, heldFor }
  })
}

const cannotHold = (): PortalError => {
  const message =
    'Người nhận phải đang làm việc ở cơ quan của bài, ở cơ quan kế thừa, hoặc thuộc Ban biên tập. Hãy chọn người khác.'
  return new PortalError('invalid-content', {
    message,
    problems: [{ field: 'to', code: 'cannot-hold', message }],
  })
}

/** Compare and set, but not moved on: a form that is open stays good, since no word of it changed. */
async function takeRow(
  payload: Payload,
  collection: PublicCollection,
  { id, lockVersion }: WorkingCopy,
  req: PayloadRequest,
): Promise<void> {
  const where: Where = { and: [{ id: { equals: id } }, { lockVersion: { equals: lockVersion } }] }
  if (!(await payload.db.updateOne({ collection, where, data: { lockVersion }, req })))
    throw new RowMoved('working copy moved')
}

type Told = Handover & { item: WorkingCopy; from: Account | undefined; receiver: Account }

async function tell(
  { payload, person, collection, item, from, receiver, note }: Told,
  req: PayloadRequest,
): Promise<void> {
  const at = new Date().toISOString()
  const state = `${item.state}/${item.publicState}`
  await recordAudit(
    payload,
    {
      action: 'hand-over',
      actor: person.id,
      actorEmail: person.email,
      collection,
      item: item.id,
      title: textOf(item[titlePath[collection]]),
      fromState: state,
      toState: state,
      ...(note ? { note } : {}),
      details: {
        from: from && { id: from.id, name: from.name },
        to: { id: receiver.id, name: receiver.name },
      },
      at,
    },
    req,
  )
  // One mail a day for everything that one person gets from another: a whole desk is handed over item by item.
  const event = `hand-over/${from?.id ?? 'none'}/${receiver.id}/${localDay(at)}`
  const words = handedOverWords({
    who: shownName(req.user, person),
    from: from?.name,
    at,
    note,
    adminUrl: `${env.CMS_URL}/admin`,
  })
  const occasion = {
    event: 'handed-over',
    agency: ownerOf(collection, item),
    reach: { ...reachOfItem(collection, item), holder: receiver.id },
    contributors: [],
    actor: person.id,
  } as const
  const told = (await addressees(payload, occasion, '', req)).filter((each) => each.person === receiver.id)
  await queueMailsOnce(
    payload,
    told.map((addressee) => ({ event, kind: 'handed-over', words, addressee, at })),
    req,
  )
}
