/**
 * One database transaction with a bounded retry of what another writer's luck decides: MongoDB's write
 * conflicts and SQLite's busy answers (Payload retries neither), and rows that moved between read and write.
 */
import { setTimeout as wait } from 'node:timers/promises'
import {
  commitTransaction,
  createLocalReq,
  initTransaction,
  killTransaction,
  type Payload,
  type PayloadRequest,
} from 'payload'
import { PortalError } from '../errors.ts'

/** Thrown inside `work` when a row was changed by someone else after it was read: read again and decide again. */
export class RowMoved extends Error {
  override name = 'RowMoved'
}

const attempts = 6

/** True for failures that a fresh attempt may not meet again. */
export function isTransient(error: unknown): boolean {
  if (error instanceof RowMoved) return true
  const { code, errorLabels, message } = error as { code?: unknown; errorLabels?: unknown; message?: unknown }
  if (Array.isArray(errorLabels) && errorLabels.includes('TransientTransactionError')) return true
  if (code === 112 || code === 11000 || code === 'SQLITE_BUSY') return true
  if (typeof message === 'string' && /SQLITE_BUSY|WriteConflict/.test(message)) return true
  const { cause } = error as { cause?: unknown }
  return cause instanceof Error && isTransient(cause)
}

type Options = { payload: Payload; user?: PayloadRequest['user'] }

/**
 * Runs `work` in one transaction; every write in it must pass the given `req`.
 * @throws PortalError `try-again` when the conflict did not end; whatever `work` throws otherwise.
 */
export async function inTransaction<T>(
  { payload, user }: Options,
  work: (req: PayloadRequest) => Promise<T>,
): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    const req = await createLocalReq(user ? { user } : {}, payload)
    await initTransaction(req)
    try {
      const result = await work(req)
      await commitTransaction(req)
      return result
    } catch (error) {
      await killTransaction(req)
      if (!isTransient(error)) throw error
      if (attempt === attempts) throw new PortalError('try-again', { cause: error })
      await wait(attempt * 15 + Math.random() * 25)
    }
  }
}
