/** Moderators' absences as rows: who is away, entering one and ending it early (cms/decisions/022). */
import type { Payload, PayloadRequest, Where } from 'payload'
import { absenceProblems, deputiesOn, type Absence } from '#domain/absences.ts'
import { formatDay, localDay } from '#domain/dates.ts'
import { comparePeople } from '#domain/names.ts'
import type { Person } from '../access/person.ts'
import { PortalError } from '../errors.ts'
import { findAccounts } from './accounts.ts'
import { recordAudit } from './audit.ts'
import { inTransaction } from './transaction.ts'

export type AbsenceRow = Absence & {
  id: string
  number: number
  personName: string
  deputyName: string
  setAt: string
  setByName: string
  endedAt?: string | null
}

/** Absences that are not over on `day`. */
export async function openAbsences(
  payload: Payload,
  day: string,
  req?: PayloadRequest,
): Promise<AbsenceRow[]> {
  const where: Where = { and: [{ to: { greater_than_equal: day } }, { endedAt: { exists: false } }] }
  const { docs } = await payload.db.find<AbsenceRow>({
    collection: 'absences',
    where,
    sort: 'from',
    limit: 0,
    pagination: false,
    ...(req ? { req } : {}),
  })
  return docs.map((row) => ({ ...row, id: String(row.id) }))
}

/** Who stands in for whom at `now` (ISO 8601 UTC): person → deputy. */
export async function deputiesNow(
  payload: Payload,
  now: string,
  req?: PayloadRequest,
): Promise<Map<string, string>> {
  const day = localDay(now)
  return deputiesOn(await openAbsences(payload, day, req), day)
}

type Act = { payload: Payload; user: PayloadRequest['user']; by: Person; byName: string; now?: () => Date }

/** @throws PortalError `not-allowed`, `invalid-content` with what is wrong with which field. */
export async function setAbsence({
  payload,
  user,
  by,
  byName,
  absence,
  now = () => new Date(),
}: Act & { absence: Absence }): Promise<AbsenceRow> {
  requireOwn(by, absence.person)
  return inTransaction({ payload, user }, async (req) => {
    const at = now().toISOString()
    const today = localDay(at)
    const others = await openAbsences(payload, today, req)
    const concerned = [absence.person, absence.deputy, ...others.map(({ person }) => person)]
    const colleagues = await findAccounts(payload, { id: { in: [...new Set(concerned)] } }, req)
    const problems = absenceProblems(absence, { others, colleagues, today })
    if (problems.length > 0) throw new PortalError('invalid-content', { problems })
    const nameOf = (id: string) => colleagues.find((colleague) => colleague.id === id)?.name ?? ''
    const [personName, deputyName] = [nameOf(absence.person), nameOf(absence.deputy)]
    const number = (await lastNumber(payload, req)) + 1
    const data = { ...absence, number, personName, deputyName, setAt: at, setBy: by.id, setByName: byName }
    const row = (await payload.db.create({ collection: 'absences', data, req })) as { id: unknown }
    await recordAudit(payload, { ...auditOf({ by, at }, data), action: 'set-absence' }, req)
    return { ...data, id: String(row.id) }
  })
}

/** Ends an absence before its last day, or takes it back. @throws PortalError `not-found`, `not-allowed`, `wrong-state`. */
export async function endAbsence({
  payload,
  user,
  by,
  id,
  now = () => new Date(),
}: Omit<Act, 'byName'> & { id: string }): Promise<void> {
  await inTransaction({ payload, user }, async (req) => {
    const row = await payload.db.findOne<AbsenceRow>({
      collection: 'absences',
      where: { id: { equals: id } },
      req,
    })
    if (!row) throw new PortalError('not-found')
    requireOwn(by, row.person)
    const at = now().toISOString()
    if (row.endedAt || row.to < localDay(at))
      throw new PortalError('wrong-state', { message: 'Kỳ vắng mặt này đã kết thúc rồi.' })
    await payload.db.updateOne({
      collection: 'absences',
      id,
      data: { endedAt: at, endedBy: by.id },
      req,
      returning: false,
    })
    await recordAudit(payload, { ...auditOf({ by, at }, row), action: 'end-absence' }, req)
  })
}

function requireOwn(by: Person, person: string): void {
  if (by.role !== 'administrator' && by.id !== person)
    throw new PortalError('not-allowed', {
      message: 'Bạn chỉ báo vắng cho chính mình. Người khác vắng đột xuất thì nhờ quản trị nhập.',
    })
}

/** Moderators who may sign in, by name. */
export async function activeModerators(payload: Payload): Promise<{ id: string; name: string }[]> {
  const people = await findAccounts(payload, {
    and: [{ role: { equals: 'moderator' } }, { isDisabled: { not_equals: true } }],
  })
  return people
    .map(({ id, name }) => ({ id, name }))
    .sort((one, other) => comparePeople(one.name, other.name))
}

async function lastNumber(payload: Payload, req: PayloadRequest): Promise<number> {
  const { docs } = await payload.db.find<{ id: string; number: number }>({
    collection: 'absences',
    sort: '-number',
    limit: 1,
    pagination: false,
    req,
  })
  return docs[0]?.number ?? 0
}

const auditOf = (
  { by, at }: { by: Person; at: string },
  { personName, deputyName, from, to }: Pick<AbsenceRow, 'personName' | 'deputyName' | 'from' | 'to'>,
) => ({
  actor: by.id,
  actorEmail: by.email,
  collection: 'absences',
  title: personName,
  note: `từ ${formatDay(from)} đến ${formatDay(to)}, ${deputyName} thay`,
  at,
})
