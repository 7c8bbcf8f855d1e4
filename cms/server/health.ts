/**
 * `/healthz` of the cms, for machines on the office network: always 200 while it answers, `degraded` while
 * something is an alarm. Counts only, no words of any item.
 */
import type { Payload } from 'payload'
import { alarmsOf } from '#domain/alarms.ts'
import { countDue } from '../jobs/waiting-items.ts'
import { alarmFacts } from '../workflow/alarm-facts.ts'

export type Health = {
  status: 'ok' | 'degraded'
  publisher: string
  /** All publication is held by a person. */
  paused: boolean
  /** Publications on their way, scheduled ones included; and those that could go now. */
  waiting: number
  due: number
  /** By kind, how many: `{ waiting: 3 }`. Empty when nothing is wrong. */
  alarms: Record<string, number>
}

export async function healthOf(payload: Payload, publisher: string, now = new Date()): Promise<Health> {
  const at = now.toISOString()
  const [facts, { totalDocs }, due] = await Promise.all([
    alarmFacts(payload, at),
    payload.db.count({ collection: 'publications', where: { state: { equals: 'waiting' } } }),
    countDue(payload, at),
  ])
  const alarms = Object.fromEntries(alarmsOf(facts).map(({ kind, count }) => [kind, count]))
  return {
    status: Object.keys(alarms).length > 0 ? 'degraded' : 'ok',
    publisher,
    paused: facts.hold.isHeld,
    waiting: totalDocs,
    due,
    alarms,
  }
}
