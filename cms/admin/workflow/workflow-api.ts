/** The workflow's REST endpoints as the admin asks them (ARCHITECTURE, Workflow). Runs in the browser. */
import type { ChangeKind } from '#domain/change-kinds.ts'
import type { PublicState } from '#domain/item-truth.ts'
import type { GivenDecision } from '#domain/leaks/decisions.ts'
import type { Returned } from '#domain/returned.ts'
import type { Action, WorkingState } from '#domain/workflow.ts'
import type { ShownClaim } from '../../workflow/claims.ts'
import type { ShownFinding } from './leak-decisions.ts'

export type Problem = { field: string; code: string; message: string }

export type WorkflowAnswer = {
  state: WorkingState
  publicState: PublicState
  /** Content hash of the working copy at the moment of asking. */
  revision: string
  allowed: Action[]
  /** What still keeps the item from being submitted. */
  missing: Problem[]
  /** What a reviewer will have to decide. */
  warnings: Problem[]
  /** For reviewers only. */
  findings?: ShownFinding[]
  lockVersion: number
  /** The open set that it goes live with. */
  releaseSet?: { id: string; title: string } | null
  /** The last return since the last approval. */
  returned: Returned | null
  /** Which moderator is reading it. */
  claim: ShownClaim | null
}

export type PublicationAnswer = {
  state: 'live' | 'waiting' | 'failed' | 'none'
  edition: string | null
  editionNumber?: number | null
  urls: string[]
  /** ISO 8601 UTC. */
  liveAt: string | null
  seenAt: string | null
  millis: number | null
  notBefore?: string | null
  lastError?: string | null
  tries?: number
}

export type StepInput = {
  action: Action
  revision?: string
  note?: string
  changeNote?: string
  changeKind?: ChangeKind
  at?: string
  to?: string
  edition?: number
  decisions?: GivenDecision[]
  reasons?: { field?: string; text: string }[]
  /** Said by who decides over another's claim. */
  takeOver?: boolean
}

/** What a refused step says: a sentence, and what is wrong with which field. */
export type Refusal = { status: number; code: string; message: string; problems: Problem[] }

export type Item = { collection: string; id: string | number }

const unreachable: Refusal = {
  status: 0,
  code: 'unreachable',
  message: 'Không liên lạc được với máy chủ. Hãy kiểm tra mạng rồi thử lại.',
  problems: [],
}

export const address = ({ collection, id }: Item, question: string) =>
  `/api/${collection}/${encodeURIComponent(id)}/${question}`

export async function ask<Answer>(url: string, init?: RequestInit): Promise<Answer | Refusal> {
  let response: Response
  let body: unknown
  try {
    response = await fetch(url, { credentials: 'same-origin', ...init })
    body = await response.json()
  } catch {
    return unreachable
  }
  if (response.ok) return body as Answer
  const { code = '', message = unreachable.message, problems = [] } = body as Partial<Refusal>
  return { status: response.status, code, message, problems }
}

export const isRefusal = (answer: object): answer is Refusal => 'status' in answer && 'problems' in answer

export const askWorkflow = (item: Item) => ask<WorkflowAnswer>(address(item, 'workflow'))

export const askPublication = (item: Item) => ask<PublicationAnswer>(address(item, 'publication'))

export const takeStep = (item: Item, input: StepInput) =>
  ask<{ state: WorkingState }>(address(item, 'transition'), asPost(input))

export const asPost = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { 'Content-Type': 'application/json' },
  body: JSON.stringify(body),
})
