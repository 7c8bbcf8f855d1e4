/** One attempt at one claimed mail, and what is written of it. */
import { setTimeout as wait } from 'node:timers/promises'
import type { Payload } from 'payload'
import type { Transporter } from 'nodemailer'
import {
  failureKind,
  failureNames,
  isGivenUp,
  pauseAfter,
  type FailureKind,
  type Pauses,
  type SmtpFailure,
} from '#domain/mail-delivery.ts'
import { isMailAddress } from '#domain/mail-address.ts'
import { oneLine } from '#domain/mail-body.ts'
import { crashAt } from '../../crash-points.ts'
import type { Log } from '../../log.ts'
import { messageOf } from '../../mail.ts'
import type { MailRow } from '../../workflow/mail-queue.ts'
import { keepClaim } from './claim.ts'

export type Delivering = {
  payload: Payload
  transport: Transporter
  from: string
  log: Log
  now: () => Date
  leaseMs: number
  pauses: Pauses
  /** Aborted when the process ends. */
  stopping: AbortSignal
}

export type Attempt = 'sent' | 'cancelled' | 'stopped' | FailureKind

/** No server that works takes longer for one mail (RFC 5321, 4.5.3.2: ten minutes after the text). */
const attemptAtMostMs = 12 * 60_000
const longestError = 300

/** Never throws because of the mail server; what the database refuses is thrown. */
export async function deliver(delivering: Delivering, row: MailRow): Promise<Attempt> {
  const { payload, transport, from, stopping, now, leaseMs } = delivering
  const to = await currentAddress(payload, row)
  if (to === null)
    return close(delivering, row, { state: 'cancelled', lastError: 'Tài khoản không nhận thư nữa' })
  const release = keepClaim(payload, row, { now, leaseMs })
  try {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(attemptAtMostMs)])
    const failure = await transport.sendMail({ ...messageOf({ ...row, to }, from), signal }).then(
      () => null,
      (err: unknown) => ({ err }),
    )
    if (failure) return await failed(delivering, row, failure.err)
    crashAt('mail-after-acknowledged')
    return await close(delivering, row, { state: 'sent', sentAt: now().toISOString(), to, lastError: null })
  } finally {
    release()
  }
}

/** Where the person gets mail today; `null` for an account that was switched off since. */
async function currentAddress(payload: Payload, { person, to }: MailRow): Promise<string | null> {
  if (!person) return to
  const user = await payload.db.findOne<{ id: string; email: string; isDisabled?: boolean | null }>({
    collection: 'users',
    where: { id: { equals: person } },
  })
  return user && user.isDisabled !== true && isMailAddress(user.email) ? user.email : null
}

/**
 * The end of a mail. What a server has acknowledged must not go again, so that writing it down is repeated until
 * it is done; the claim is kept meanwhile.
 */
async function close(
  { payload, log, stopping }: Delivering,
  { id }: MailRow,
  data: Pick<MailRow, 'state'> & Partial<MailRow>,
): Promise<Attempt> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await payload.db.updateOne({ collection: 'mails', id, data: { ...data, body: null }, returning: false })
      return data.state === 'sent' ? 'sent' : 'cancelled'
    } catch (err) {
      log.error('the end of a mail could not be written down, trying again', { err, mail: id })
      if (stopping.aborted && attempt > 3) throw err
      await wait(Math.min(5_000, 200 * attempt))
    }
  }
}

async function failed(delivering: Delivering, row: MailRow, err: unknown): Promise<Attempt> {
  const { payload, stopping, now, pauses, log } = delivering
  const at = now()
  const write = (data: Partial<MailRow>) =>
    payload.db.updateOne({ collection: 'mails', id: row.id, data, returning: false })
  if (stopping.aborted) {
    await write({ nextTryAt: at.toISOString() })
    return 'stopped'
  }
  const kind = failureKind(err as SmtpFailure)
  const refusals = (row.refusals ?? 0) + (kind === 'refused' ? 1 : 0)
  const message = err instanceof Error ? err.message : String(err)
  const lastError = oneLine(`${failureNames[kind]}: ${message}`, longestError)
  const nextTryAt = new Date(at.getTime() + pauseAfter(row.tries, pauses)).toISOString()
  const isEnd = isGivenUp({ refusals, queuedAt: row.queuedAt }, at.toISOString())
  log.warn('a mail was not delivered', { err, mail: row.id, kind, tries: row.tries, isEnd })
  await write({ refusals, lastError, nextTryAt, ...(isEnd ? { state: 'failed', body: null } : {}) })
  return kind
}
