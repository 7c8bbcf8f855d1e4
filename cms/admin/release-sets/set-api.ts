/** The release set's REST endpoints as the admin asks them. Runs in the browser. */
import type { SetAction, SetState } from '#domain/release-sets.ts'
import type { WorkingState } from '#domain/workflow.ts'
import type { ShownFinding } from '../workflow/leak-decisions.ts'
import { address, ask, asPost, type StepInput } from '../workflow/workflow-api.ts'

export type ShownMember = {
  collection: string
  id: string
  title: string
  state: WorkingState
  /** Content hash at the moment of asking: what a step of the set is bound to. */
  revision: string
  /** For reviewers only. */
  findings?: ShownFinding[]
}

export type SetAnswer = { state: SetState; allowed: SetAction[]; items: ShownMember[]; lockVersion: number }

type Set = { collection: string; id: string | number }

export const askSet = (set: Set) => ask<SetAnswer>(address(set, 'workflow'))

const separator = '|'

/** Findings of all members for one form; each says whose it is, and its name leads back there. */
export const findingsOf = (items: readonly ShownMember[]): ShownFinding[] =>
  items.flatMap(({ collection, id, title, findings = [] }) =>
    findings.map((finding) => ({
      ...finding,
      id: [collection, id, finding.id].join(separator),
      message: `“${title}”: ${finding.message}`,
    })),
  )

/** Takes a step for every member as it was shown. */
export function takeSetStep(
  set: Set,
  { action, items }: { action: SetAction; items: readonly ShownMember[] },
  { note, at, takeOver, decisions = [] }: Omit<StepInput, 'action' | 'revision'>,
) {
  const named = items.map(({ collection, id, revision }) => {
    const prefix = [collection, id, ''].join(separator)
    const own = decisions
      .filter(({ finding }) => finding.startsWith(prefix))
      .map((decision) => ({ ...decision, finding: decision.finding.slice(prefix.length) }))
    return { collection, id, revision, ...(own.length > 0 ? { decisions: own } : {}) }
  })
  return ask<{ state: SetState }>(
    address(set, 'transition'),
    asPost({ action, items: named, note, at, takeOver }),
  )
}
