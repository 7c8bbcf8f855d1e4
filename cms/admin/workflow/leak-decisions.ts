/** The reviewer's reasons as the form holds them and as a step sends them. */
import type { GivenDecision } from '#domain/leaks/decisions.ts'
import type { Finding } from '#domain/leaks/finding.ts'

export type ShownFinding = Finding & { decided: { reason: string; at: string } | null }

const prefix = 'decision:'

export const reasonName = ({ id }: Pick<Finding, 'id'>): string => prefix + id

/** Reasons that were written; `{}` when there are none, so that a step without findings says nothing of them. */
export function readDecisions(data: FormData): { decisions?: GivenDecision[] } {
  const decisions = [...data].flatMap(([name, value]): GivenDecision[] =>
    name.startsWith(prefix) && typeof value === 'string' && value.trim()
      ? [{ finding: name.slice(prefix.length), decision: 'publish', reason: value.trim() }]
      : [],
  )
  return decisions.length > 0 ? { decisions } : {}
}

/** Stamps, what waits for a reason, what was decided before, and what was cleaned away. */
export const groupFindings = (findings: readonly ShownFinding[]) => ({
  stamps: findings.filter(({ severity }) => severity === 'refuse'),
  open: findings.filter(({ severity, decided }) => severity === 'decide' && !decided),
  decided: findings.filter(({ severity, decided }) => severity === 'decide' && decided),
  cleaned: findings.filter(({ severity }) => severity === 'cleaned'),
})
