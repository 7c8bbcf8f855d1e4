/** The leak guard at a step: stamps refuse it, the rest is decided by the reviewer or refuses it (Law 01/2026/QH16 Điều 11.4). */
import { settle, type Decision } from '#domain/leaks/decisions.ts'
import type { Finding } from '#domain/leaks/finding.ts'
import type { Transition } from '#domain/workflow.ts'
import { PortalError, type Problem } from '../../errors.ts'
import type { Frozen } from '../content/content-of.ts'
import type { EditionRow } from '../editions.ts'
import type { Actor } from '../guard.ts'
import type { TransitionInput } from '../transition-input.ts'
import { findLeaks, type Contacts } from './find-leaks.ts'
import { requireInspected } from './fresh-inspections.ts'

export type Guarded = { findings: Finding[]; decisions: Decision[] }

type Question = {
  transition: Pick<Transition, 'leakGuard'>
  input: Pick<TransitionInput, 'decisions'>
  editions: readonly Pick<EditionRow, 'decisions'>[]
  actor: Actor
  now: string
}

/**
 * Nothing for steps that publish nothing.
 * @throws PortalError `secrecy-stamp` or `undecided-findings`, naming each finding; StaleInspections.
 */
export async function guardLeaks(
  { transition, input, editions, actor, now }: Question,
  frozen: Frozen,
  contacts: Contacts,
): Promise<Guarded> {
  if (!transition.leakGuard) return { findings: [], decisions: [] }
  requireInspected(frozen.uploads.all())
  const findings = await findLeaks(frozen, contacts)
  const problems = stampProblems(findings)
  if (problems.length > 0) throw new PortalError('secrecy-stamp', { problems })
  if (transition.leakGuard !== 'decisions') return { findings, decisions: [] }
  const { decisions, undecided } = settle(findings, {
    given: input.decisions ?? [],
    earlier: decisionsOf(editions),
    by: actor === 'system' ? 'system' : actor.id,
    at: now,
  })
  if (undecided.length > 0) {
    throw new PortalError('undecided-findings', {
      problems: undecided.map((finding) => ({ ...problemOf(finding), finding: finding.id })),
    })
  }
  return { findings, decisions }
}

/** What was decided for the item's newest edition, with what that one took over. */
export const decisionsOf = (editions: readonly Pick<EditionRow, 'decisions'>[]): Decision[] =>
  editions.at(-1)?.decisions ?? []

/** For the reviewer: findings with the decision that still holds for them, if any. */
export function withDecisions(
  findings: readonly Finding[],
  editions: readonly Pick<EditionRow, 'decisions'>[],
): (Finding & { decided: { reason: string; at: string } | null })[] {
  const earlier = decisionsOf(editions)
  return findings.map((finding) => {
    const decision = earlier.find((one) => one.finding === finding.id)
    return { ...finding, decided: decision ? { reason: decision.reason, at: decision.at } : null }
  })
}

/** What nobody may overrule. */
export const stampProblems = (findings: readonly Finding[]): Problem[] =>
  findings.filter(({ severity }) => severity === 'refuse').map(problemOf)

const problemOf = ({ field, kind, message }: Finding): Problem => ({ field, code: kind, message })

/** For the writer: what a reviewer will have to decide. Nothing here stops a submit. */
export const warningsOf = (findings: readonly Finding[]): Problem[] =>
  findings.filter(({ severity }) => severity === 'decide').map(problemOf)
