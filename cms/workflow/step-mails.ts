/** The mails of a step, written in its own transaction. An approval is told later, with its receipt (jobs/mail). */
import type { Payload, PayloadRequest } from 'payload'
import type { PublicCollection } from '#domain/collections.ts'
import { dueAt } from '#domain/due-times.ts'
import { eventOfAction, type MailEvent } from '#domain/mail-events.ts'
import {
  emergencyWords,
  returnedWords,
  scheduledWords,
  submittedWords,
  unscheduledWords,
  withdrawnWords,
  type EndingAction,
  type ItemFacts,
  type MailWords,
  type ReasonFacts,
  type StepFacts,
} from '#domain/mail-words.ts'
import type { Returned } from '#domain/returned.ts'
import { env } from '../env.ts'
import type { Effect } from './effects.ts'
import { shownName } from '../access/person.ts'
import { fieldLabels } from './field-labels.ts'
import { ownerOf, reachOfItem, textOf, titlePath, type WorkingCopy } from './item.ts'
import { addressees } from './mail-people.ts'
import { queueMails } from './mail-queue.ts'
import type { Step } from './step.ts'

/** What every mail about an item says of it. */
export async function itemFacts(
  payload: Payload,
  collection: PublicCollection,
  item: WorkingCopy,
  req: PayloadRequest,
): Promise<ItemFacts> {
  const owner = collection === 'agencies' ? undefined : ownerOf(collection, item)
  const agency = owner
    ? await payload.db.findOne<{ id: string; name?: string }>({
        collection: 'agencies',
        where: { id: { equals: owner } },
        req,
      })
    : null
  return {
    collection,
    title: textOf(item[titlePath[collection]]),
    ...(agency?.name ? { agency: agency.name } : {}),
    adminUrl: `${env.CMS_URL}/admin/collections/${collection}/${item.id}`,
  }
}

/** Queues what `step` tells, after its other writes. */
export async function queueStepMails(step: Step, effect: Effect): Promise<void> {
  const { payload, req, collection, item, actor, action, now } = step
  const event = eventOfAction[action]
  if (!event) return
  const occasion = {
    event,
    agency: ownerOf(collection, item),
    reach: reachOfItem(collection, item),
    // What is taken away was written by those behind its edition.
    contributors: event === 'withdrawn' ? (effect.edition?.contributors ?? []) : step.contributors,
    actor: actor === 'system' ? null : actor.id,
  }
  const told = await addressees(payload, occasion, env.WEB_OFFICE_MAIL, req, now)
  if (told.length === 0) return
  const words = wordsOf(event, step, await itemFacts(payload, collection, item, req), reasonsOf(step, effect))
  const about = { collection, item: item.id }
  const mail = { event: `${action}/${collection}/${item.id}/${now}`, kind: event, words, ...about, at: now }
  await queueMails(
    payload,
    told.map((addressee) => ({ ...mail, addressee })),
    req,
  )
}

/** The reasons of a return under the names of their fields. */
function reasonsOf({ payload, collection }: Step, { changes }: Effect): ReasonFacts[] {
  const label = fieldLabels(payload, collection)
  const { reasons = [] } = (changes.returned ?? {}) as Partial<Returned>
  return reasons.map(({ field, text }) => ({ text, ...(field ? { field: label(field) } : {}) }))
}

function wordsOf(event: MailEvent, step: Step, item: ItemFacts, reasons: ReasonFacts[]): MailWords {
  const { collection, action, input, now } = step
  const facts: StepFacts = { ...item, who: nameOf(step), at: now, note: input.note }
  if (event === 'submitted') return submittedWords({ ...facts, dueAt: dueAt(collection, now) })
  if (event === 'returned') return returnedWords({ ...facts, reasons })
  if (event === 'scheduled') return scheduledWords({ ...facts, scheduledAt: input.at ?? now })
  if (event === 'unscheduled') return unscheduledWords(facts)
  if (event === 'emergency') return emergencyWords(facts)
  return withdrawnWords({ ...facts, action: action as EndingAction })
}

const nameOf = ({ req, actor }: Step): string =>
  actor === 'system' ? 'Hệ thống' : shownName(req.user, actor)
