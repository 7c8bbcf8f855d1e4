/**
 * A mail's body as lines, and those lines as plain text and as simple HTML: nothing is loaded from anywhere and
 * nothing tells whether a mail was read.
 */
import { escapeHtml } from './escape-html.ts'

export type MailLine =
  | string
  | { text: string; link: string }
  /** Somebody's own words, line breaks kept. */
  | { quote: string }
  | { heading: string }

/** Control characters, and those that turn the direction of writing and so disguise what a text says. */
const unseen = /[\u0000-\u001f\u007f-\u009f\u200b\u200e\u200f\u2028-\u202e\u2060-\u2069\ufeff]+/g

/** Anybody's text on one line: line breaks and unseen signs become spaces; cut with `…` after `most` characters. */
export function oneLine(text: string, most = Infinity): string {
  const line = text.replace(unseen, ' ').replace(/ {2,}/g, ' ').trim()
  const signs = [...line]
  return signs.length <= most ? line : `${signs.slice(0, most - 1).join('')}…`
}

const linesOf = (quote: string): string[] => quote.split(/\r\n|\r|\n/).map((line) => oneLine(line))

export const textBody = (lines: readonly MailLine[]): string => `${lines.map(asText).join('\n\n')}\n`

function asText(line: MailLine): string {
  if (typeof line === 'string') return oneLine(line)
  if ('link' in line) return `${oneLine(line.text)}: ${oneLine(line.link)}`
  if ('heading' in line) return `— ${oneLine(line.heading)} —`
  return linesOf(line.quote)
    .map((quoted) => `> ${quoted}`)
    .join('\n')
}

export const htmlBody = (subject: string, lines: readonly MailLine[]): string =>
  [
    '<!doctype html>',
    `<html lang="vi"><head><meta charset="utf-8"><title>${escapeHtml(oneLine(subject))}</title></head><body>`,
    ...lines.map(asHtml),
    '</body></html>',
    '',
  ].join('\n')

function asHtml(line: MailLine): string {
  if (typeof line === 'string') return `<p>${escapeHtml(oneLine(line))}</p>`
  if ('heading' in line) return `<h2>${escapeHtml(oneLine(line.heading))}</h2>`
  if ('quote' in line) return `<blockquote>${linesOf(line.quote).map(escapeHtml).join('<br>')}</blockquote>`
  const address = escapeHtml(oneLine(line.link))
  const text = escapeHtml(oneLine(line.text))
  // Addresses are our own; anything else is shown and leads nowhere.
  return /^https?:\/\//.test(line.link)
    ? `<p>${text}: <a href="${address}">${address}</a></p>`
    : `<p>${text}: ${address}</p>`
}

const entities: Record<string, string> = { lt: '<', gt: '>', quot: '"', '#39': "'", amp: '&' }

/** The lines of a mail that others wrote as text or simple HTML; an address on a line becomes its link. */
export function linesOfMail(body: string): MailLine[] {
  const text = body
    .replace(/<br\s*\/?>|<\/(?:p|div|h\d|li)>/gi, '\n')
    .replace(/<[^>]*>/g, ' ')
    .replace(/&(lt|gt|quot|#39|amp);/g, (all, name: string) => entities[name] ?? all)
  return text
    .split(/\r\n|\r|\n|(https?:\/\/[^\s<>"]+)/)
    .map((part) => oneLine(part ?? ''))
    .filter((part) => part !== '')
    .map((part) => (/^https?:\/\/\S+$/.test(part) ? { text: 'Địa chỉ', link: part } : part))
}
