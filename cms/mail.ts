/**
 * How mail leaves: by SMTP where `SMTP_URL` says so, else each mail becomes a file in `DATA_DIR/mail/`. Only the
 * queue's runner (`jobs/mail`) uses this; everybody else puts mails into the queue.
 */
import { mkdir, rename, writeFile } from 'node:fs/promises'
import path from 'node:path'
import nodemailer, { type SendMailOptions, type Transporter } from 'nodemailer'
import { isMailAddress } from '#domain/mail-address.ts'
import { htmlBody, oneLine, textBody } from '#domain/mail-body.ts'
import { senderName } from '#domain/mail-words.ts'
import type { Env } from './env.ts'
import type { MailRow } from './workflow/mail-queue.ts'

/** Generous: a server that was given up while it still read would get the mail twice. */
const timeouts = {
  connectionTimeout: 15_000,
  greetingTimeout: 30_000,
  dnsTimeout: 15_000,
  socketTimeout: 120_000,
}

export function mailTransport({ SMTP_URL, DATA_DIR }: Pick<Env, 'SMTP_URL' | 'DATA_DIR'>): Transporter {
  const closed = { disableFileAccess: true, disableUrlAccess: true }
  if (SMTP_URL) return nodemailer.createTransport({ url: SMTP_URL, ...timeouts, ...closed })
  return filesIn(path.join(DATA_DIR, 'mail'))
}

/** One file for each mail, in the order of their times; sent again, it is the same file. */
function filesIn(folder: string): Transporter {
  return nodemailer.createTransport({
    name: 'files',
    version: '1',
    send: (mail, done) => {
      mail.message
        .build()
        .then(async (message) => {
          const messageId = mail.message.messageId()
          const name = `${Number(mail.data.date) || Date.now()}-${messageId.replace(/[^A-Za-z0-9]/g, '').slice(0, 40)}`
          await mkdir(folder, { recursive: true })
          await writeFile(path.join(folder, `.${name}`), message)
          await rename(path.join(folder, `.${name}`), path.join(folder, `${name}.eml`))
          done(null, { envelope: mail.message.getEnvelope(), messageId })
        })
        .catch((error: unknown) => done(error as Error, undefined as never))
    },
  })
}

/**
 * The message of a row: equal bytes each time, apart from the boundary between its two forms.
 * @throws TypeError when the address is not plain; nothing that people wrote may choose who gets a mail.
 */
export function messageOf(row: MailRow, from: string): SendMailOptions {
  if (!isMailAddress(row.to)) throw new TypeError('not a plain mail address')
  const subject = oneLine(row.subject, 300)
  const lines = row.body ?? []
  return {
    from: { name: senderName, address: from },
    to: row.to,
    envelope: { from, to: [row.to] },
    messageId: row.messageId,
    date: new Date(row.queuedAt),
    subject,
    text: textBody(lines),
    html: htmlBody(subject, lines),
    // RFC 3834: no answers from absence notices.
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': 'vi' },
  }
}
