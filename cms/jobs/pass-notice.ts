/**
 * Hands the site-wide notice to the publisher, and turns its clock, so that a notice comes and goes at its
 * minute. One question to the database each second, or at once after a step; the relay calls it each round.
 */
import type { Payload } from 'payload'
import type { Publisher } from '#cms/publication/protocol.ts'
import { currentNotice } from '../workflow/notice.ts'

const askEveryMs = 900

type Options = { payload: Payload; publisher: Pick<Publisher, 'setNotice' | 'turnClock'>; now: () => Date }

/** @returns a function for each round (`isUrgent`: a step has just been committed, ask now), which tells whether pages wait. */
export function passingNotice({ payload, publisher, now }: Options) {
  let askedAt = -Infinity
  let passed: string | undefined
  let minute = ''
  return async ({ isUrgent = false }: { isUrgent?: boolean } = {}): Promise<boolean> => {
    if (!isUrgent && performance.now() - askedAt < askEveryMs) return false
    askedAt = performance.now()
    const notice = await currentNotice(payload)
    const wanted = JSON.stringify(notice)
    let marked = 0
    if (wanted !== passed) {
      marked += await publisher.setNotice(notice)
      passed = wanted
    }
    const at = now().toISOString()
    if (at.slice(0, 16) !== minute) {
      marked += await publisher.turnClock(at)
      minute = at.slice(0, 16)
    }
    return marked > 0
  }
}
