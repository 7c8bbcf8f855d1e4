/**
 * The runner of the mail queue: one loop puts in what nobody's step tells (live, what waits, digests), another sends.
 * Whatever a mail server does, only the second waits. Both compare the wall clock at every turn.
 */
import type { Payload } from 'payload'
import type { Transporter } from 'nodemailer'
import { before, mailKeptForMs, mailPauses, pauseAfter, type Pauses } from '#domain/mail-delivery.ts'
import type { Env } from '../../env.ts'
import type { Log } from '../../log.ts'
import { onCommitted } from '../../workflow/after-commit.ts'
import type { MailRow } from '../../workflow/mail-queue.ts'
import { claimDue } from './claim.ts'
import { deliver, type Delivering } from './deliver.ts'
import { makeDigests } from './make-digests.ts'
import { repeat } from './repeating.ts'
import { tellLive } from './tell-live.ts'
import { tellUnreviewed } from './tell-unreviewed.ts'
import { tellWaiting } from './tell-waiting.ts'

export type MailRunner = { stop(): Promise<void> }

type Options = {
  payload: Payload
  env: Pick<Env, 'MAIL_FROM' | 'WEB_OFFICE_MAIL'>
  transport: Transporter
  log: Log
  now?: () => Date
  pollMs?: number
  leaseMs?: number
  pauses?: Pauses
}

/** So few that a small mail server does not mind, so many that a slow one holds up nobody. */
const atOnce = 4
const usualPollMs = 2_000
/** What a killed process had under way is taken up again after this. */
const usualLeaseMs = 60_000
const waitingEveryMs = 60_000
const forgetEveryMs = 60 * 60_000
/** A server that answers nobody is asked with one mail after rests that double up to this. */
const restAtMostMs = 60_000
const graceMs = 3_000

export function startMail({
  payload,
  env,
  transport,
  log,
  now = () => new Date(),
  pollMs = usualPollMs,
  leaseMs = usualLeaseMs,
  pauses = mailPauses,
}: Options): MailRunner {
  const stopping = new AbortController()
  const delivering: Delivering = {
    ...{ payload, transport, log, now, leaseMs, pauses },
    from: env.MAIL_FROM,
    stopping: stopping.signal,
  }
  const serverPauses = { firstMs: pollMs, mostMs: Math.min(restAtMostMs, pauses.mostMs) }
  let outages = 0

  const send = async (): Promise<number> => {
    const limit = outages > 0 ? 1 : atOnce
    const rows = await claimDue(payload, { now: now(), limit, leaseMs })
    if (rows.length === 0) return pollMs
    const attempt = (row: MailRow) =>
      deliver(delivering, row).catch((err: unknown): 'server' => {
        log.error('an attempt at a mail could not be written down', { err, mail: row.id })
        return 'server'
      })
    const results = await Promise.all(rows.map(attempt))
    const isAway = results.every((result) => result === 'server')
    outages = isAway ? outages + 1 : 0
    return isAway ? pauseAfter(outages, serverPauses) : 0
  }

  const queueing = queueingTurn({ payload, office: env.WEB_OFFICE_MAIL, now, pollMs })
  const sender = repeat({ work: send, log, name: 'sending mail' })
  const queuer = repeat({
    work: async () => {
      const { queued, restMs } = await queueing()
      if (queued > 0) sender.wake()
      return restMs
    },
    log,
    name: 'queueing mail',
  })
  const stopListening = onCommitted(() => {
    if (outages === 0) sender.wake()
  })

  return {
    async stop() {
      stopListening()
      const timer = setTimeout(() => stopping.abort(), graceMs)
      await Promise.all([queuer.stop(), sender.stop()])
      clearTimeout(timer)
      stopping.abort()
    },
  }
}

type Queueing = { payload: Payload; office: string; now: () => Date; pollMs: number }

function queueingTurn({ payload, office, now, pollMs }: Queueing) {
  let waitingAskedAt = -Infinity
  let forgottenAt = -Infinity
  const isTime = (last: number, everyMs: number) => Math.abs(now().getTime() - last) >= everyMs
  return async (): Promise<{ queued: number; restMs: number }> => {
    const at = now().toISOString()
    const live = await tellLive(payload, at)
    const digests = await makeDigests(payload, at)
    if (isTime(waitingAskedAt, waitingEveryMs)) {
      await tellWaiting(payload, at, office)
      await tellUnreviewed(payload, at, office)
      waitingAskedAt = now().getTime()
    }
    if (isTime(forgottenAt, forgetEveryMs)) {
      await forget(payload, at)
      forgottenAt = now().getTime()
    }
    return { queued: live + digests, restMs: live > 0 ? 0 : pollMs }
  }
}

/** The queue is no archive: what was dealt with long ago names people for nothing. */
async function forget(payload: Payload, now: string): Promise<void> {
  await payload.db.deleteMany({
    collection: 'mails',
    where: {
      and: [
        { state: { in: ['sent', 'failed', 'gathered', 'cancelled'] } },
        { queuedAt: { less_than: before(now, mailKeptForMs) } },
      ],
    },
  })
}
