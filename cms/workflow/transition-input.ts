/** What a request for a step says, read strictly: unknown keys and wrong kinds are refused before anything is looked up. */
import { z } from 'zod'
import { changeKinds } from '#domain/change-kinds.ts'
import { actions, type Transition } from '#domain/workflow.ts'
import { PortalError } from '../errors.ts'

const maxScheduleMs = 366 * 24 * 60 * 60 * 1000

const reason = z.strictObject({
  field: z.string().max(100).optional(),
  text: z.string().max(1000),
})

export const decisionsSchema = z
  .array(
    z.strictObject({
      finding: z.string().max(64),
      decision: z.literal('publish'),
      reason: z.string().max(500),
    }),
  )
  .max(200)

const schema = z.strictObject({
  action: z.enum(actions.filter((action) => action !== 'release')),
  revision: z.string().max(128).optional(),
  note: z.string().max(2000).optional(),
  changeNote: z.string().max(500).optional(),
  changeKind: z.enum(changeKinds).optional(),
  at: z.string().max(40).optional(),
  to: z.string().max(500).optional(),
  edition: z.number().int().min(1).max(999_999_999).optional(),
  decisions: decisionsSchema.optional(),
  reasons: z.array(reason).max(50).optional(),
  takeOver: z.boolean().optional(),
})

export type TransitionInput = Omit<z.infer<typeof schema>, 'action'> & { action: (typeof actions)[number] }

/** @throws PortalError `unknown-action`, `unknown-field` or `broken-request`. */
export const parseInput = (body: unknown): TransitionInput => tidy(parseStrictly(schema, body))

/** @throws PortalError `unknown-action`, `unknown-field` or `broken-request`. */
export function parseStrictly<T>(strict: z.ZodType<T>, body: unknown): T {
  const parsed = strict.safeParse(body)
  if (parsed.success) return parsed.data
  const [issue] = parsed.error.issues
  if (issue?.code === 'unrecognized_keys') {
    const problems = issue.keys.map((key) => {
      const field = [...issue.path, key].join('.')
      return { field, code: 'unknown-field', message: `Không có trường “${field}”.` }
    })
    throw new PortalError('unknown-field', { problems })
  }
  throw new PortalError(issue?.path[0] === 'action' ? 'unknown-action' : 'broken-request')
}

const tidy = (input: z.infer<typeof schema>): TransitionInput => ({
  ...input,
  note: input.note?.normalize('NFC').trim() || undefined,
  changeNote: input.changeNote?.normalize('NFC').trim() || undefined,
  decisions: input.decisions?.map((decision) => ({
    ...decision,
    reason: decision.reason.normalize('NFC').trim(),
  })),
  ...(input.reasons ? { reasons: input.reasons.map(tidyReason) } : {}),
})

const tidyReason = ({ field, text }: z.infer<typeof reason>) => ({
  ...(field ? { field } : {}),
  text: text.normalize('NFC').trim(),
})

/** @throws PortalError when the step lacks what it needs, or names another content than the present one. */
export function checkInput(
  transition: Transition,
  input: TransitionInput,
  revision: string,
  now: string,
): void {
  if (transition.bindsRevision) {
    if (!input.revision) throw new PortalError('missing-revision')
    if (input.revision !== revision) throw new PortalError('moved-on')
  }
  if (input.decisions?.some(({ reason }) => reason === '')) throw new PortalError('missing-note')
  if (transition.needsNote && !input.note) throw new PortalError('missing-note')
  if (transition.needs === 'time' && !isFutureTime(input.at, now)) throw new PortalError('bad-time')
  if (transition.needs === 'target' && !/^\/(?!\/)[^\s\\]*$/.test(input.to ?? ''))
    throw new PortalError('bad-target')
  if (transition.needs === 'edition' && input.edition === undefined) throw new PortalError('bad-edition')
}

function isFutureTime(at: string | undefined, now: string): boolean {
  if (!at || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:\d{2})$/.test(at)) return false
  const distance = Date.parse(at) - Date.parse(now)
  return Number.isFinite(distance) && distance > 0 && distance <= maxScheduleMs
}
