/** The ledger of who did what. Events are written in the step's own transaction; the relay seals them into a chain afterwards. */
import type { Decision } from '#domain/leaks/decisions.ts'
import type { Payload, PayloadRequest } from 'payload'
import type { AuditAction } from '#domain/audit-actions.ts'

export type AuditEvent = {
  action: AuditAction
  /** User id, or `system`. */
  actor: string
  actorEmail?: string
  collection?: string
  item?: string
  title?: string
  fromState?: string
  toState?: string
  revision?: string
  edition?: number
  note?: string
  /** What the leak guard found and a reviewer let through. */
  decisions?: Decision[] | null
  /** What else the step decided, as JSON: the reasons of a return and what became of them. */
  details?: Record<string, unknown>
  /** ISO 8601 UTC, real time. */
  at: string
}

/** The row of an event before the relay seals it. */
export const auditRow = (event: AuditEvent) => ({ ...event, isSealed: false })

export async function recordAudit(payload: Payload, event: AuditEvent, req: PayloadRequest): Promise<void> {
  await payload.db.create({ collection: 'audit-events', data: auditRow(event), req })
}
