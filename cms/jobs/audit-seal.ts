/**
 * Seals audit events into one hash chain, in order, outside the steps that wrote them: a counter inside a
 * step's transaction would make every two steps collide (measured on MongoDB). Only the relay calls this.
 */
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Payload } from 'payload'
import type { AuditEvent } from '../workflow/audit.ts'
import { updateEach } from '../database/many-rows.ts'
import { inTransaction } from '../workflow/transaction.ts'

export type SealedEvent = AuditEvent & {
  id: string
  number?: number | null
  seal?: string | null
  previousSeal?: string | null
}

const text = (value: string | number | null | undefined): string =>
  value === null || value === undefined ? '' : String(value)

/** SHA-256 (hex) over everything an event says, its number and the seal before it. */
export function auditSeal(event: SealedEvent, number: number, previousSeal: string): string {
  const {
    action,
    actor,
    actorEmail,
    collection,
    item,
    title,
    fromState,
    toState,
    revision,
    edition,
    note,
    decisions,
    details,
    at,
  } = event
  const facts = [
    event.id,
    action,
    actor,
    actorEmail,
    collection,
    item,
    title,
    fromState,
    toState,
    revision,
    edition,
    note,
    at,
    // Events from before there were details keep the seal they got.
    ...(details ? [canonicalize(details)] : []),
  ].map(text)
  const decided = decisions?.length ? { decisions } : {}
  return createHash('sha256')
    .update(canonicalize({ facts, number, previousSeal, ...decided }) ?? '')
    .digest('hex')
}

/** Seals up to `limit` waiting events; answers how many. Repeatable: a death in between leaves the rest waiting. */
export async function sealAuditEvents(payload: Payload, limit = 200): Promise<number> {
  const waiting = await payload.db.find<SealedEvent>({
    collection: 'audit-events',
    where: { isSealed: { equals: false } },
    sort: ['at', 'id'],
    limit,
    pagination: false,
  })
  if (waiting.docs.length === 0) return 0
  return inTransaction({ payload }, async (req) => {
    const { docs } = await payload.db.find<SealedEvent>({
      collection: 'audit-events',
      // By its number: asked for sealed events, SQLite sorts all of them each time.
      where: { number: { greater_than: 0 } },
      sort: '-number',
      limit: 1,
      pagination: false,
      req,
    })
    let number = docs[0]?.number ?? 0
    let previousSeal = docs[0]?.seal ?? ''
    const sealed = waiting.docs.map((event) => {
      const id = String(event.id)
      number += 1
      const row = { id, number, previousSeal, seal: auditSeal({ ...event, id }, number, previousSeal) }
      previousSeal = row.seal
      return { ...row, isSealed: true }
    })
    await updateEach(payload, 'audit-events', sealed, req)
    return waiting.docs.length
  })
}
