/** Opens the CMS database for one command and closes it whatever happens. */
import type { Payload } from 'payload'
import { openPayload } from '../payload.ts'

export async function withPayload<T>(work: (payload: Payload) => Promise<T>): Promise<T> {
  const payload = await openPayload()
  try {
    return await work(payload)
  } finally {
    await payload.destroy()
  }
}
