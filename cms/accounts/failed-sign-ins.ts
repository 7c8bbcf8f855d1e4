/** Failed and refused sign-ins, one audit event a minute: a flood must not become a flood of the audit. */
import type { Payload } from 'payload'
import type { Log } from '../log.ts'
import { recordAudit } from '../workflow/audit.ts'
import { inTransaction } from '../workflow/transaction.ts'

export type Failure = { account: string; address: string; isRefused: boolean }

export type FailureTally = { note(failure: Failure): void; flush(): Promise<void> }

type Options = { payload: Payload; log: Log; everyMs?: number; now?: () => Date }

const named = 5

export function createFailureTally({
  payload,
  log,
  everyMs = 60_000,
  now = () => new Date(),
}: Options): FailureTally {
  let failures: Failure[] = []
  let refused = 0
  let timer: NodeJS.Timeout | undefined

  async function flush(): Promise<void> {
    clearTimeout(timer)
    timer = undefined
    if (failures.length + refused === 0) return
    const note = summary(failures, refused)
    failures = []
    refused = 0
    const event = {
      action: 'sign-in-failed' as const,
      actor: 'system',
      collection: 'users',
      note,
      at: now().toISOString(),
    }
    await inTransaction({ payload }, (req) => recordAudit(payload, event, req)).catch((err: unknown) =>
      log.error('failed sign-ins not recorded', { err, note }),
    )
  }

  return {
    note(failure) {
      // Refusals cost nothing and can come by the thousand: they are counted, not kept.
      if (failure.isRefused) refused += 1
      else failures.push(failure)
      timer ??= setTimeout(() => void flush(), everyMs).unref()
    },
    flush,
  }
}

/** How many, on which accounts and from where: the most frequent few by name. */
export function summary(failures: readonly Failure[], refused: number): string {
  const parts = [`${failures.length} lần sai`]
  if (refused > 0) parts.push(`${refused} lần bị chặn vì thử quá nhiều`)
  const accounts = mostFrequent(failures.map(({ account }) => shown(account)))
  if (accounts) parts.push(`tài khoản: ${accounts}`)
  const addresses = mostFrequent(failures.map(({ address }) => address))
  if (addresses) parts.push(`từ: ${addresses}`)
  return parts.join('; ')
}

/** Passwords end up in the wrong field; only what looks like an address is written down. */
const shown = (account: string): string =>
  /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(account) ? account : 'không phải địa chỉ thư'

function mostFrequent(words: readonly string[]): string {
  const counts = new Map<string, number>()
  for (const word of words.filter(Boolean)) counts.set(word, (counts.get(word) ?? 0) + 1)
  const sorted = [...counts].sort(([, one], [, other]) => other - one)
  const shown = sorted.slice(0, named).map(([word, count]) => `${word.slice(0, 80)} (${count})`)
  return [...shown, ...(sorted.length > named ? [`và ${sorted.length - named} khác`] : [])].join(', ')
}
