/** Collects what is found in one file. */
import { findInText } from '#domain/leaks/find-in-text.ts'
import type { Hit, LeakKind, Severity } from '#domain/leaks/finding.ts'
import { limits } from './limits.ts'

export type Report = {
  /** Words with their place: stamps and personal data in them become hits. */
  words: (text: string, place: string) => void
  /** `value` tells this from others of its kind; `excerpt` is shown. */
  hit: (
    kind: LeakKind,
    excerpt: string,
    options?: { place?: string; value?: string; severity?: Severity },
  ) => void
  hits: Hit[]
}

export function openReport(): Report {
  const hits: Hit[] = []
  let left: number = limits.textLength
  return {
    hits,
    words(text, place) {
      const read = text.slice(0, left).normalize('NFC')
      if (text.length > left) hits.push(unread('tệp quá dài, máy chỉ đọc phần đầu'))
      left -= read.length
      hits.push(...findInText(read).map((hit) => ({ ...hit, place })))
    },
    hit(kind, excerpt, { place = '', value = excerpt, severity = 'decide' } = {}) {
      hits.push({ kind, severity, value, excerpt, place })
    },
  }
}

export const unread = (why: string): Hit => ({
  kind: 'unread',
  severity: 'decide',
  value: why,
  excerpt: why,
  place: '',
})

/** Words of somebody's text, cut short for showing. */
export const short = (text: string, length = 40): string => {
  const line = text.replace(/\s+/g, ' ').trim()
  return line.length > length ? `${line.slice(0, length)}…` : line
}
