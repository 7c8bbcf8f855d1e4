/** Things that the queue of mail tells once, whoever asks again, as long as it remembers what it told. */
import type { Payload, PayloadRequest } from 'payload'
import { mailKeptForMs } from '#domain/mail-delivery.ts'
import { inTransaction } from '../../workflow/transaction.ts'

const askedAtOnce = 200

/** What is older is told no more: nobody would remember whether it was. A day to spare. */
export const rememberedForMs = mailKeptForMs - 24 * 60 * 60_000

/**
 * Each of `things` that was not told yet, in a transaction of its own.
 * @param eventOf names what is told: one name, one telling.
 * @param tell queues the mails; it asks again whether there is still something to tell.
 */
export async function tellOnce<Thing>(
  payload: Payload,
  things: readonly Thing[],
  eventOf: (thing: Thing) => string,
  tell: (thing: Thing, req: PayloadRequest) => Promise<void>,
): Promise<void> {
  const told = await toldAmong(payload, things.map(eventOf))
  for (const thing of things.filter((one) => !told.has(eventOf(one))))
    await inTransaction({ payload }, async (req) => {
      // Another process may have told it meanwhile, and not the same people.
      if (!(await toldAmong(payload, [eventOf(thing)], req)).has(eventOf(thing))) await tell(thing, req)
    })
}

/** @returns those of `events` that were told. */
async function toldAmong(
  payload: Payload,
  events: readonly string[],
  req?: PayloadRequest,
): Promise<Set<string>> {
  const told = new Set<string>()
  for (let at = 0; at < events.length; at += askedAtOnce) {
    const { docs } = await payload.db.find<{ id: string; event: string }>({
      collection: 'mails',
      where: { event: { in: events.slice(at, at + askedAtOnce) } },
      select: { event: true },
      limit: 0,
      pagination: false,
      ...(req ? { req } : {}),
    })
    for (const { event } of docs) told.add(event)
  }
  return told
}
