import type { PayloadRequest } from 'payload'
import { PortalError } from '../errors.ts'

/** The JSON that a request carries. @throws PortalError `broken-request` when the body is no JSON. */
export async function bodyOf(req: PayloadRequest): Promise<unknown> {
  try {
    return await req.json?.()
  } catch (error) {
    throw new PortalError('broken-request', { cause: error })
  }
}
