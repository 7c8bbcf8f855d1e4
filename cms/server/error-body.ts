/**
 * The one shape of an error on the wire: `{ code, message, problems[], errors[] }`. Payload's own errors keep
 * their `errors` (its forms read them) and gain a code and a Vietnamese sentence; what people did is never a 5xx.
 */
import type { AfterErrorHook, PayloadRequest } from 'payload'
import { isGuarded } from '#domain/roles.ts'
import { PortalError, refusals, type Problem, type RefusalCode } from '../errors.ts'
import { noteRefusal } from '../workflow/refusals.ts'
import { isTransient } from '../workflow/transaction.ts'

type Failure = Error & {
  status?: number
  code?: unknown
  data?: { errors?: { message: string; path: string; label?: unknown }[] }
}

type Known = { code: RefusalCode; status: number; message: string; problems: Problem[] }

const codeByStatus: Record<number, RefusalCode> = {
  400: 'broken-request',
  401: 'not-signed-in',
  403: 'not-allowed',
  404: 'not-found',
  413: 'too-large',
  423: 'stale-form',
  429: 'too-many-attempts',
}

/** Looked for down the chain of causes: a failed COMMIT names the disk only there. */
const isDiskFull = (error: unknown): boolean =>
  error instanceof Error &&
  ((error as Failure).code === 'ENOSPC' ||
    /SQLITE_FULL|disk is full|ENOSPC/.test(error.message) ||
    isDiskFull(error.cause))

const fieldProblems = (error: Failure): Problem[] =>
  (error.data?.errors ?? []).map(({ message, path, label }) => ({
    field: path,
    code: 'invalid',
    message: withLabel(message, label),
  }))

/** Payload's own sentences do not say which field they mean: “Trường này là bắt buộc.” `label` may be a path of labels. */
function withLabel(message: string, label: unknown): string {
  if (typeof label !== 'string' || !label) return message
  return message.startsWith(label.split(' > ').at(-1) ?? label) ? message : `${label}: ${message}`
}

/** The audit learns of a refusal; a ledger that cannot be written now must not turn a refusal into a fault. */
async function audit(req: PayloadRequest, { code, problems }: Known): Promise<void> {
  try {
    const isOthers =
      problems.some((problem) => problem.code === 'other-agency') ||
      (code === 'not-found' && (await isHidden(req)))
    await noteRefusal(req, isOthers ? 'other-agency' : code)
  } catch (err) {
    req.payload.logger.error({ err, msg: 'a refusal could not be written into the audit' })
  }
}

/** The answer says that there is nothing; the ledger knows better. */
async function isHidden({ payload, routeParams }: PayloadRequest): Promise<boolean> {
  const { collection, id } = routeParams ?? {}
  if (!isGuarded(collection) || typeof id !== 'string') return false
  const { totalDocs } = await payload.db.count({ collection, where: { id: { equals: id } } })
  return totalDocs > 0
}

/** What kind of failure an error is, and its status. `null`: the server's own fault. */
export function classify(error: Failure): Known | null {
  if (error instanceof PortalError) {
    return { code: error.code, status: error.status, message: error.message, problems: error.problems ?? [] }
  }
  const say = (code: RefusalCode, problems: Problem[] = [], message: string = refusals[code].message) => ({
    code,
    status: refusals[code].status,
    message,
    problems,
  })
  if (error.name === 'ValidationError') {
    const problems = fieldProblems(error)
    return { ...say('invalid-content', problems, problems[0]?.message), status: 400 }
  }
  if (isDiskFull(error)) return say('disk-full')
  if (isTransient(error)) return say('try-again')
  if (error.name === 'AuthenticationError')
    return { ...say('not-signed-in', [], 'Thư điện tử hoặc mật khẩu không đúng.') }
  if (error.name === 'LockedAuth') return say('too-many-attempts')
  const code = error.status ? codeByStatus[error.status] : undefined
  return code && error.status ? { ...say(code), status: error.status } : null
}

export const errorBody: AfterErrorHook = async ({ error, result, req }) => {
  const known = classify(error)
  if (known) await audit(req, known)
  const errors = (result as { errors?: unknown } | undefined)?.errors
  if (!known) {
    const message = 'Máy chủ gặp lỗi. Việc vừa làm chưa được ghi. Hãy thử lại, nếu vẫn lỗi hãy báo quản trị.'
    return { response: { code: 'server-error', message, problems: [], errors: [{ message }] }, status: 500 }
  }
  const { code, status, message, problems } = known
  const body = {
    code,
    message,
    problems,
    errors:
      Array.isArray(errors) && errors.length > 0 && known.status === 400
        ? errors
        : [
            {
              message,
              data: {
                code,
                errors: problems.map(({ field, message: text }) => ({ path: field, message: text })),
              },
              name: code,
            },
          ],
  }
  return { response: body, status }
}
