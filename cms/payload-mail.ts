/**
 * Payload's own mails (a new password) on their way into the queue. Payload sends inside its transaction and
 * waits for the answer: a mail server that hangs would hold the one writer of the embedded database. So the mail
 * is written right after that transaction; whoever loses it to a crash in between asks again.
 */
import type { EmailAdapter, Payload, SendEmailOptions } from 'payload'
import { isMailAddress } from '#domain/mail-address.ts'
import { linesOfMail } from '#domain/mail-body.ts'
import { before } from '#domain/mail-delivery.ts'
import { senderName } from '#domain/mail-words.ts'
import type { Env } from './env.ts'
import type { Log } from './log.ts'
import { announceCommit } from './workflow/after-commit.ts'
import { queueMails } from './workflow/mail-queue.ts'
import { inTransaction } from './workflow/transaction.ts'

const anHourMs = 60 * 60_000
/** Anybody may ask for a new password in anybody's name. */
const atMostInAnHour = 5

export const payloadMail =
  (settings: Pick<Env, 'MAIL_FROM'>, log: Log): EmailAdapter<void> =>
  ({ payload }) => ({
    name: 'queue',
    defaultFromAddress: settings.MAIL_FROM,
    defaultFromName: senderName,
    sendEmail: (message) => {
      void queueLater(payload, message).catch((err: unknown) =>
        log.error('a mail of an account could not be queued', { err }),
      )
      return Promise.resolve()
    },
  })

async function queueLater(payload: Payload, { to, subject, text, html }: SendEmailOptions): Promise<void> {
  if (!isMailAddress(to)) throw new TypeError('not one plain mail address')
  const body = typeof text === 'string' ? text : typeof html === 'string' ? html : ''
  const words = { subject: `[Cổng] ${subject ?? ''}`, lines: linesOfMail(body) }
  const at = new Date().toISOString()
  await inTransaction({ payload }, async (req) => {
    const user = await payload.db.findOne<{ id: string; isDisabled?: boolean | null }>({
      collection: 'users',
      where: { email: { equals: to.toLowerCase() } },
      req,
    })
    if (user?.isDisabled === true) return
    const { totalDocs } = await payload.db.count({
      collection: 'mails',
      where: {
        and: [
          { to: { equals: to } },
          { kind: { equals: 'account' } },
          { queuedAt: { greater_than: before(at, anHourMs) } },
        ],
      },
      req,
    })
    if (totalDocs >= atMostInAnHour) return
    const addressee = { person: user ? String(user.id) : null, address: to, when: 'now' as const }
    const event = `account/${crypto.randomUUID()}`
    await queueMails(payload, [{ event, kind: 'account', addressee, words, at }], req)
  })
  announceCommit()
}
