/**
 * The pause switch: a person holds all publication, removals and scheduled releases included, and lets it go
 * again. The state is the latest row of the `pauses` ledger: held while it has no end. Steps go on as always
 * meanwhile; what they put into the outbox waits there, so that nothing is lost (ARCHITECTURE, Publication).
 */
import type { Payload, PayloadRequest } from 'payload'
import type { Person } from '../access/person.ts'
import { PortalError } from '../errors.ts'
import { announceCommit } from './after-commit.ts'
import { recordAudit } from './audit.ts'
import { inTransaction } from './transaction.ts'

export type PauseRow = {
  id: string
  number: number
  reason: string
  /** ISO 8601 UTC. */
  pausedAt: string
  pausedBy: string
  pausedByName: string
  endedAt?: string | null
  endedBy?: string | null
  endedByName?: string | null
}

export type PublicationControl = {
  isPaused: boolean
  /** The present pause, else the last one; `null` when there never was one. */
  pause: Omit<PauseRow, 'id' | 'pausedBy' | 'endedBy'> | null
}

/** The latest pause, ended or not. */
export async function latestPause(payload: Payload, req?: PayloadRequest): Promise<PauseRow | null> {
  const { docs } = await payload.db.find<PauseRow>({
    collection: 'pauses',
    sort: '-number',
    limit: 1,
    pagination: false,
    ...(req ? { req } : {}),
  })
  return docs[0] ?? null
}

export const isHeld = (pause: PauseRow | null): boolean => pause !== null && !pause.endedAt

export async function publicationControl(payload: Payload): Promise<PublicationControl> {
  const latest = await latestPause(payload)
  if (!latest) return { isPaused: false, pause: null }
  const { number, reason, pausedAt, pausedByName, endedAt, endedByName } = latest
  return {
    isPaused: isHeld(latest),
    pause: {
      number,
      reason,
      pausedAt,
      pausedByName,
      endedAt: endedAt ?? null,
      endedByName: endedByName ?? null,
    },
  }
}

type Switch = {
  payload: Payload
  user: PayloadRequest['user']
  person: Person
  name: string
  now?: () => Date
}

/** @throws PortalError `missing-note`, `already-paused`. */
export async function pausePublication({
  payload,
  user,
  person,
  name,
  reason,
  now = () => new Date(),
}: Switch & { reason: string }): Promise<void> {
  if (reason === '') throw new PortalError('missing-note')
  await inTransaction({ payload, user }, async (req) => {
    const latest = await latestPause(payload, req)
    if (isHeld(latest)) throw new PortalError('already-paused')
    const at = now().toISOString()
    await payload.db.create({
      collection: 'pauses',
      data: {
        number: (latest?.number ?? 0) + 1,
        reason,
        pausedAt: at,
        pausedBy: person.id,
        pausedByName: name,
      },
      req,
    })
    await recordAudit(payload, { ...auditOf(person, at), action: 'pause', note: reason }, req)
  })
  announceCommit()
}

/** @throws PortalError `not-paused`. */
export async function resumePublication({
  payload,
  user,
  person,
  name,
  now = () => new Date(),
}: Switch): Promise<void> {
  await inTransaction({ payload, user }, async (req) => {
    const latest = await latestPause(payload, req)
    if (!latest || !isHeld(latest)) throw new PortalError('not-paused')
    const at = now().toISOString()
    await payload.db.updateOne({
      collection: 'pauses',
      id: latest.id,
      data: { endedAt: at, endedBy: person.id, endedByName: name },
      req,
      returning: false,
    })
    await recordAudit(payload, { ...auditOf(person, at), action: 'resume', note: latest.reason }, req)
  })
  announceCommit()
}

const auditOf = ({ id, email }: Person, at: string) => ({
  actor: id,
  actorEmail: email,
  collection: 'publications',
  title: 'Toàn bộ việc đăng',
  at,
})
