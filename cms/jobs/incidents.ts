/**
 * Incidents: an alarm from its beginning to its end, one row each, so that a restart neither forgets one nor
 * tells it twice. The web office gets one mail when it begins and one when it ends: both are written into the
 * queue with the mark that they were told.
 */
import type { Payload, PayloadRequest, Where } from 'payload'
import { alarmAdvice, type Alarm, type AlarmKind } from '#domain/alarms.ts'
import { formatMoment } from '#domain/dates.ts'
import type { MailWords } from '#domain/mail-words.ts'
import type { Log } from '../log.ts'
import { addressees } from '../workflow/mail-people.ts'
import { queueMails } from '../workflow/mail-queue.ts'
import { inTransaction } from '../workflow/transaction.ts'

export type IncidentRow = {
  id: string
  kind: AlarmKind
  number: number
  isOpen: boolean
  text: string
  count: number
  details?: string[]
  /** ISO 8601 UTC. */
  openedAt: string
  endedAt?: string | null
  toldAt?: string | null
  toldEndAt?: string | null
}

const openOf = async (payload: Payload, kind?: AlarmKind): Promise<IncidentRow[]> => {
  const { docs } = await payload.db.find<IncidentRow>({
    collection: 'incidents',
    where: { and: [{ isOpen: { equals: true } }, ...(kind ? [{ kind: { equals: kind } }] : [])] },
    pagination: false,
    limit: 0,
  })
  return docs
}

type Beginning = Pick<IncidentRow, 'kind' | 'text' | 'count' | 'openedAt'> & { details?: string[] }

/** Opens an incident, or brings the open one of its kind up to date. Of two processes the second meets the unique number and reads again. */
export async function openIncident(payload: Payload, beginning: Beginning): Promise<void> {
  await inTransaction({ payload }, async (req) => {
    const { docs } = await payload.db.find<IncidentRow>({
      collection: 'incidents',
      where: { kind: { equals: beginning.kind } },
      sort: '-number',
      limit: 1,
      pagination: false,
      req,
    })
    const last = docs[0]
    if (last?.isOpen) {
      const { text, count, details } = beginning
      const data = { text, count, ...(details ? { details } : {}) }
      await payload.db.updateOne({ collection: 'incidents', id: last.id, data, req, returning: false })
      return
    }
    const data = { ...beginning, number: (last?.number ?? 0) + 1, isOpen: true }
    await payload.db.create({ collection: 'incidents', data, req })
  })
}

export async function endIncident(payload: Payload, kind: AlarmKind, at: string): Promise<void> {
  for (const { id } of await openOf(payload, kind)) {
    await payload.db.updateOne({
      collection: 'incidents',
      id,
      data: { isOpen: false, endedAt: at },
      returning: false,
    })
  }
}

/** Begins and ends incidents by the alarms that hold now; a verification begins and ends its own. */
export async function followAlarms(payload: Payload, alarms: Alarm[], now: string): Promise<void> {
  const open = await openOf(payload)
  for (const { kind, text, count } of alarms) {
    if (open.some((incident) => incident.kind === kind)) continue
    await openIncident(payload, { kind, text, count, openedAt: now })
  }
  for (const { kind } of open) {
    if (kind === 'verification' || alarms.some((alarm) => alarm.kind === kind)) continue
    await endIncident(payload, kind, now)
  }
}

type Telling = { payload: Payload; office: string; cmsUrl: string; log: Log; now: string }

/** Queues the mails that are due: beginnings and ends the office has not been told. @returns how many incidents it told of. */
export async function tellOffice(telling: Telling): Promise<number> {
  const { docs } = await telling.payload.db.find<IncidentRow>({
    collection: 'incidents',
    where: untold,
    sort: 'openedAt',
    limit: 20,
    pagination: false,
  })
  if (docs.length === 0) return 0
  return inTransaction({ payload: telling.payload }, (req) => tellOf(telling, docs, req))
}

const untold: Where = {
  or: [
    { toldAt: { exists: false } },
    { and: [{ isOpen: { equals: false } }, { toldEndAt: { exists: false } }] },
  ],
}

async function tellOf(
  { payload, office, cmsUrl, log, now }: Telling,
  incidents: IncidentRow[],
  req: PayloadRequest,
): Promise<number> {
  const told = await addressees(payload, { event: 'alarm', contributors: [], actor: null }, office, req)
  if (told.length === 0) log.warn('nobody to tell: set WEB_OFFICE_MAIL', { incidents: incidents.length })
  let count = 0
  for (const { id } of incidents) {
    const incident = await payload.db.findOne<IncidentRow>({
      collection: 'incidents',
      where: { and: [{ id: { equals: id } }, untold] },
      req,
    })
    if (!incident) continue
    const event = `alarm/${incident.kind}/${incident.openedAt}/${incident.isOpen ? 'begin' : 'end'}`
    const words = alarmWords(incident, cmsUrl)
    await queueMails(
      payload,
      told.map((addressee) => ({ event, kind: 'alarm', addressee, words, at: now })),
      req,
    )
    const marks = { toldAt: incident.toldAt ?? now, ...(incident.isOpen ? {} : { toldEndAt: now }) }
    await payload.db.updateOne({ collection: 'incidents', id, data: marks, req, returning: false })
    count += 1
  }
  return count
}

/** One that ended before anybody was told is told once, as a whole. */
export function alarmWords(
  { kind, text, openedAt, isOpen, endedAt, details }: IncidentRow,
  cmsUrl: string,
): MailWords {
  return {
    subject: `[Cổng] ${isOpen ? 'Báo động' : 'Đã hết'}: ${text}`,
    lines: [
      isOpen || !endedAt
        ? `Bắt đầu: ${formatMoment(openedAt)} (giờ Việt Nam).`
        : `Từ ${formatMoment(openedAt)} đến ${formatMoment(endedAt)} (giờ Việt Nam).`,
      `${text}.`,
      isOpen ? alarmAdvice[kind] : 'Nay đã trở lại bình thường, không cần làm gì thêm.',
      ...(details?.length ? [{ quote: details.join('\n') }] : []),
      { text: 'Xem tại', link: `${cmsUrl}/admin` },
    ],
  }
}
