import { transitions, type Action } from '#domain/workflow.ts'
import { loadAgain } from './load-again.ts'
import { doneWords } from './step-forms.ts'
import { isRefusal, takeStep, type Item, type Refusal, type StepInput } from './workflow-api.ts'

/** What a dialog asked for. */
export type Confirmed = Omit<StepInput, 'action' | 'revision'>

/** Takes a step bound to the content on screen and loads the page again. @returns why not, or `null`. */
export async function confirmStep(
  item: Item,
  { action, revision, input }: { action: Action; revision: string; input: Confirmed },
): Promise<Refusal | null> {
  const answer = await takeStep(item, {
    action,
    ...(transitions[action].bindsRevision ? { revision } : {}),
    ...input,
  })
  if (isRefusal(answer)) return answer
  loadAgain(doneWords[action])
  return null
}
