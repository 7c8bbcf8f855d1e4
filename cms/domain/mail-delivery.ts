/**
 * When a mail goes, is tried again and is given up: pauses, the hour of the digest, and what a server's answer
 * means. Pure; times are ISO 8601 UTC.
 */
const vietnamOffset = 7 * 60 * 60_000
const dayMs = 24 * 60 * 60_000

/** 07:30 in Vietnam, before offices open. */
export const digestTime = { hour: 7, minute: 30 } as const

/** The next hour of the digest after `now`. */
export function nextDigest(now: string): string {
  const offset = (digestTime.hour * 60 + digestTime.minute) * 60_000
  const local = Date.parse(now) + vietnamOffset
  const today = Math.floor(local / dayMs) * dayMs + offset
  return new Date((today > local ? today : today + dayMs) - vietnamOffset).toISOString()
}

export type Pauses = { firstMs: number; mostMs: number }

/** A greylisting server wants some minutes; one that was away is asked within ten. */
export const mailPauses: Pauses = { firstMs: 30_000, mostMs: 10 * 60_000 }

/** Doubles from `firstMs` up to `mostMs`. `tries`: how many there were, from 1. */
export const pauseAfter = (tries: number, { firstMs, mostMs }: Pauses = mailPauses): number =>
  Math.min(mostMs, firstMs * 2 ** Math.min(Math.max(tries, 1) - 1, 30))

/** Servers say 5xx of a passing fault too, so that one refusal is not the end. */
export const refusalsAtMost = 3
/** RFC 5321, 4.5.4.1: give up after four to five days. */
export const givenUpAfterMs = 5 * dayMs
/** Longer than the pause that greylisting asks for. */
export const mailLateAfterMs = 15 * 60_000
/** What was refused stays an alarm for a day. */
export const refusalShownForMs = dayMs
/** What was dealt with is forgotten after this. */
export const mailKeptForMs = 90 * dayMs

export const before = (now: string, ms: number): string => new Date(Date.parse(now) - ms).toISOString()

/** What an SMTP client reports of a failure (nodemailer's names). */
export type SmtpFailure = { responseCode?: number | undefined; command?: string | undefined }

/**
 * `server`: no mail gets through now (no connection, no greeting, no login, our sender refused): nothing against
 * this one. `temporary`: this mail was put off (4xx). `refused`: this mail was refused (5xx to recipient or text).
 */
export type FailureKind = 'server' | 'temporary' | 'refused'

/** As the office reads it before what the server said. */
export const failureNames: Record<FailureKind, string> = {
  server: 'Không nối được hoặc máy chủ thư không nhận lúc này',
  temporary: 'Máy chủ thư hẹn thử lại',
  refused: 'Máy chủ thư từ chối',
}

export function failureKind({ responseCode, command }: SmtpFailure): FailureKind {
  const isAboutMail = command === 'RCPT TO' || command === 'DATA'
  if (responseCode === undefined || !isAboutMail) return 'server'
  // 421: the server closes the door, whatever it was asked.
  if (responseCode === 421) return 'server'
  return responseCode >= 500 ? 'refused' : 'temporary'
}

/** Whether a mail that failed again is given up: refused often enough, or waiting for days. */
export const isGivenUp = (mail: { refusals: number; queuedAt: string }, now: string): boolean =>
  mail.refusals >= refusalsAtMost || mail.queuedAt < before(now, givenUpAfterMs)
