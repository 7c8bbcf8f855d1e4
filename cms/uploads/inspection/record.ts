/** What an upload's row keeps of its inspection: findings with masked words, never the things themselves. */
import type { Payload, PayloadRequest } from 'payload'
import type { FileFinding, Hit } from '#domain/leaks/finding.ts'
import { gather } from '#domain/leaks/gather.ts'
import { isOfficialHit } from '#domain/leaks/official-contacts.ts'
import { fingerprint } from '../fingerprint.ts'
import { contactsFor } from '../official-contacts.ts'

/** Raised whenever the inspection finds more than before: older rows are then read again when they are used. */
export const inspectionVersion = 1

export type Inspection = { version: number; isSigned: boolean; findings: FileFinding[] }

/** `sha256`: of the public copy, whose decisions hold for these bytes only. */
export async function inspectionOf(
  payload: Payload,
  { hits, isSigned = false }: { hits: readonly Hit[]; isSigned?: boolean },
  sha256: string,
  req?: PayloadRequest,
): Promise<Inspection> {
  const contacts = await contactsFor(payload, hits, req)
  const kept = hits.filter((hit) => !isOfficialHit(hit, contacts))
  return { version: inspectionVersion, isSigned, findings: gather(kept, sha256, fingerprint) }
}

export const isCurrent = (inspection: Inspection | null | undefined): inspection is Inspection =>
  inspection?.version === inspectionVersion
