/** What reviewers decided about findings, and what is still open. */
import type { Finding } from './finding.ts'

export type GivenDecision = { finding: string; decision: 'publish'; reason: string }

/** As it is kept with the edition and in the audit event: enough to know later what was let through, and why. */
export type Decision = GivenDecision & {
  kind: string
  field: string
  file?: string
  place: string
  excerpt: string
  /** User id; ISO 8601 UTC. */
  by: string
  at: string
}

type Settled = { decisions: Decision[]; undecided: Finding[] }

/**
 * Decisions for the findings of now: one given with this step, else the one of the edition before, which holds as
 * long as the finding is the same. Decisions about anything else are left out.
 */
export function settle(
  findings: readonly Finding[],
  {
    given,
    earlier,
    by,
    at,
  }: { given: readonly GivenDecision[]; earlier: readonly Decision[]; by: string; at: string },
): Settled {
  const settled: Settled = { decisions: [], undecided: [] }
  for (const finding of findings.filter(({ severity }) => severity === 'decide')) {
    const { id, kind, field, file, place, excerpt } = finding
    const now = given.find((decision) => decision.finding === id)
    const before = earlier.find((decision) => decision.finding === id)
    const facts = { kind, field, ...(file ? { file } : {}), place, excerpt, by, at }
    if (now) settled.decisions.push({ ...now, ...facts })
    else if (before) settled.decisions.push(before)
    else settled.undecided.push(finding)
  }
  return settled
}
