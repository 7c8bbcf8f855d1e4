/**
 * Refusals in the audit: who tried what may not be done. The first of a person, a code and a minute is written
 * at once, as a row of its own; the rest of that minute is counted and written as one more row when the minute
 * is over. So each attempt is known, a flood costs two rows a minute, and no row is ever changed. A process
 * that dies loses the count of its last minute, not the attempt.
 */
import type { Payload, PayloadRequest } from 'payload'
import { formatMoment } from '#domain/dates.ts'
import { personOf } from '../access/person.ts'
import type { RefusalCode } from '../errors.ts'
import { auditRow, type AuditEvent } from './audit.ts'

/** Mistakes of typing (a missing note, a file of the wrong kind) are no news; these are. */
const audited: ReadonlySet<RefusalCode> = new Set<RefusalCode>([
  'not-allowed',
  'other-agency',
  'own-text',
  'read-only-field',
  'closed-door',
  'unknown-field',
  'unknown-action',
  'locked-content',
  'wrong-state',
  'moved-on',
  'in-release-set',
  'set-refused',
  'set-locked',
  'set-moved-on',
  'already-public',
])

type Tally = { minute: string; first: AuditEvent; more: number }

/** By cms, so that two in one process (tests) do not count each other's. */
const tallies = new WeakMap<Payload, Map<string, Tally>>()

const longestNote = 300

/** Writes or counts a refusal; others than the audited are passed over, and so is what a signed-out reader asks. */
export async function noteRefusal(
  req: PayloadRequest,
  code: RefusalCode,
  now: Date = new Date(),
): Promise<void> {
  if (!audited.has(code)) return
  const person = personOf(req)
  if (!person && req.method === 'GET') return
  const { payload } = req
  await flushRefusals(payload, now)
  const counted = tallies.get(payload) ?? new Map<string, Tally>()
  tallies.set(payload, counted)
  const key = `${person?.id ?? ''} ${code}`
  const tally = counted.get(key)
  if (tally) {
    tally.more += 1
    return
  }
  const at = now.toISOString()
  const { collection, id } = req.routeParams ?? {}
  const first: AuditEvent = {
    action: 'refused',
    actor: person?.id ?? 'anonymous',
    actorEmail: person?.email,
    ...(typeof collection === 'string' ? { collection } : {}),
    ...(typeof id === 'string' ? { item: id.slice(0, 64) } : {}),
    note: `${code}: ${req.method ?? ''} ${pathOf(req)}`.slice(0, longestNote),
    at,
  }
  // Before it is written, so that what comes meanwhile is counted.
  counted.set(key, { minute: minuteOf(at), first, more: 0 })
  await payload.db.create({ collection: 'audit-events', data: auditRow(first) })
}

/** Writes the counts of minutes that are over. The relay asks every second, and each refusal before itself. */
export async function flushRefusals(payload: Payload, now: Date = new Date()): Promise<void> {
  const counted = tallies.get(payload)
  if (!counted || counted.size === 0) return
  const minute = minuteOf(now.toISOString())
  for (const [key, tally] of counted) {
    if (tally.minute === minute) continue
    counted.delete(key)
    const { first, more } = tally
    if (more === 0) continue
    const event: AuditEvent = {
      action: 'refused-again',
      actor: first.actor,
      actorEmail: first.actorEmail,
      note: `${first.note?.split(':')[0]}: thêm ${more} lần trong phút ${formatMoment(`${tally.minute}:00.000Z`)}`,
      at: now.toISOString(),
    }
    await payload.db.create({ collection: 'audit-events', data: auditRow(event) })
  }
}

const minuteOf = (at: string): string => at.slice(0, 16)

/** Without what is asked for: conditions may hold the words of a draft. */
function pathOf({ pathname, url }: PayloadRequest): string {
  if (pathname) return pathname
  try {
    return new URL(url ?? '').pathname
  } catch {
    return ''
  }
}
