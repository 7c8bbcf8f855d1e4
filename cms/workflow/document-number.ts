/** No two documents of one issuer carry the same number in one year (NĐ 30/2020/NĐ-CP Điều 15). */
import type { Payload, PayloadRequest } from 'payload'
import { isDay } from '#domain/dates.ts'
import { numberKey } from '#domain/document-number.ts'
import { idOf } from '../access/person.ts'
import { PortalError } from '../errors.ts'

type Draft = Record<string, unknown> & { id?: string }

/** `issuer/year/number` in the form that is compared; `null` while one of the three is missing. */
export function naturalKey(draft: Draft): string | null {
  const issuer = idOf(draft.issuer)
  const key = typeof draft.number === 'string' ? numberKey(draft.number) : null
  return issuer && key && isDay(draft.issuedOn) ? `${issuer}/${draft.issuedOn.slice(0, 4)}/${key}` : null
}

/** @throws PortalError `number-taken` when another document holds the key. */
export async function requireFreeNumber(
  payload: Payload,
  draft: Draft,
  req?: PayloadRequest,
): Promise<string | null> {
  const key = naturalKey(draft)
  if (key === null) return null
  const { docs } = await payload.db.find<{ id: string }>({
    collection: 'documents',
    where: { numberKey: { equals: key } },
    limit: 2,
    pagination: false,
    ...(req ? { req } : {}),
  })
  if (docs.every(({ id }) => String(id) === draft.id)) return key
  throw numberTaken()
}

export function numberTaken(): PortalError {
  const { code, message } = new PortalError('number-taken')
  return new PortalError('number-taken', { problems: [{ field: 'number', code, message }] })
}
