/**
 * Incidents: an alarm from its beginning to its end, one row each, so that a restart neither forgets one nor
 * tells it twice. The web office gets one mail when it begins and one when it ends; a mail that could not be
 * sent is tried again.
 */
import type { Payload } from 'payload'
import { alarmAdvice, type Alarm, type AlarmKind } from '#domain/alarms.ts'
import { formatMoment } from '#domain/dates.ts'
import type { Log } from '../log.ts'
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

/** Writes the mails that are due: beginnings and ends the office has not been told. @returns how many it sent. */
export async function tellOffice({ payload, office, cmsUrl, log, now }: Telling): Promise<number> {
  const { docs } = await payload.db.find<IncidentRow>({
    collection: 'incidents',
    where: {
      or: [
        { toldAt: { exists: false } },
        { and: [{ isOpen: { equals: false } }, { toldEndAt: { exists: false } }] },
      ],
    },
    sort: 'openedAt',
    limit: 20,
    pagination: false,
  })
  if (docs.length === 0) return 0
  const to = await officeAddresses(payload, office)
  if (to.length === 0) log.warn('nobody to tell: set WEB_OFFICE_MAIL', { incidents: docs.length })
  let sent = 0
  for (const incident of docs) {
    if (to.length > 0) {
      await payload.sendEmail({ to: to.join(', '), ...words(incident, cmsUrl) })
      sent += 1
    }
    const told = { toldAt: incident.toldAt ?? now, ...(incident.isOpen ? {} : { toldEndAt: now }) }
    await payload.db.updateOne({ collection: 'incidents', id: incident.id, data: told, returning: false })
  }
  return sent
}

/** Vietnamese, plain text. One that ended before anybody was told is told once, as a whole. */
export function words(
  { kind, text, openedAt, isOpen, endedAt, details }: IncidentRow,
  cmsUrl: string,
): { subject: string; text: string } {
  const lines = [
    isOpen || !endedAt
      ? `Bắt đầu: ${formatMoment(openedAt)} (giờ Việt Nam).`
      : `Từ ${formatMoment(openedAt)} đến ${formatMoment(endedAt)} (giờ Việt Nam).`,
    `${text}.`,
    ...(isOpen ? [alarmAdvice[kind]] : ['Nay đã trở lại bình thường, không cần làm gì thêm.']),
    ...(details?.length ? ['', ...details] : []),
    '',
    `Xem tại: ${cmsUrl}/admin`,
  ]
  return { subject: `[Cổng] ${isOpen ? 'Báo động' : 'Đã hết'}: ${text}`, text: lines.join('\n') }
}

/** Who the web office is: the addresses of the setting, else every moderator. */
export async function officeAddresses(payload: Payload, office: string): Promise<string[]> {
  const named = office
    .split(',')
    .map((address) => address.trim())
    .filter(Boolean)
  if (named.length > 0) return named
  const { docs } = await payload.db.find<{ email: string; isDisabled?: boolean | null }>({
    collection: 'users',
    where: { role: { equals: 'moderator' } },
    limit: 0,
    pagination: false,
  })
  return docs.filter(({ isDisabled }) => isDisabled !== true).map(({ email }) => email)
}
