/** Which one-time codes count (RFC 6238): thirty-second steps, one to either side, each step once. */
export const stepSeconds = 30

/** The step that `now` (milliseconds) falls into. */
export const stepAt = (now: number): number => Math.floor(now / 1000 / stepSeconds)

/**
 * Steps whose code is still good: a clock may be half a minute off, and a step that was used is spent. A spent
 * step that is still to come says that the clock was ahead then and was put right since: it must not keep
 * everybody out until that time is here again.
 */
export function openSteps(now: number, lastStep: number): number[] {
  const wasAhead = lastStep > stepAt(now) + 1
  return [-1, 0, 1].map((drift) => stepAt(now) + drift).filter((step) => wasAhead || step > lastStep)
}

export type GivenCode = { kind: 'timed'; code: string } | { kind: 'recovery'; code: string }

/** What a person typed: six digits with or without spaces, or a recovery code in any case. `null`: neither. */
export function readCode(given: unknown): GivenCode | null {
  if (typeof given !== 'string' || given.length > 64) return null
  const plain = given.replace(/[\s-]/g, '').toUpperCase()
  if (/^\d{6}$/.test(plain)) return { kind: 'timed', code: plain }
  return new RegExp(`^[${recoveryAlphabet}]{${recoveryLength}}$`).test(plain)
    ? { kind: 'recovery', code: plain }
    : null
}

/** No letter that looks like a digit. 16 characters of 32 kinds: 80 bits, so a plain hash keeps them. */
export const recoveryAlphabet = 'ABCDEFGHJKLMNPQRSTUVWXYZ23456789'
export const recoveryLength = 16
export const recoveryCount = 10

/** `ABCD-EFGH-…`, as it is shown. */
export const shownRecoveryCode = (code: string): string => code.match(/.{4}/g)?.join('-') ?? code
