/** How mail leaves: by SMTP where `SMTP_URL` says so, else each mail becomes a file in `DATA_DIR/mail/`. */
import { mkdir, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { randomUUID } from 'node:crypto'
import nodemailer, { type Transporter } from 'nodemailer'
import type { Env } from './env.ts'

export function mailTransport(settings: Pick<Env, 'SMTP_URL' | 'DATA_DIR'>): Transporter {
  if (settings.SMTP_URL) return nodemailer.createTransport(settings.SMTP_URL)
  const folder = path.join(settings.DATA_DIR, 'mail')
  return nodemailer.createTransport({
    name: 'files',
    version: '1',
    send: (mail, done) => {
      mail.message
        .build()
        .then(async (message) => {
          await mkdir(folder, { recursive: true })
          const file = path.join(folder, `${Date.now()}-${randomUUID()}.eml`)
          await writeFile(file, message, { flag: 'wx' })
          done(null, { envelope: mail.message.getEnvelope(), messageId: mail.message.messageId() })
        })
        .catch((error: unknown) => done(error as Error, undefined as never))
    },
  })
}
