/** Which events the queue of mail already knows, so that a thing is told once whoever asks again. */
import type { Payload, PayloadRequest } from 'payload'

const askedAtOnce = 200

/** @returns those of `events` that were told. */
export async function toldAmong(
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
