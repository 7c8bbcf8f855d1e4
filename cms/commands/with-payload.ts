/** Opens the CMS database for one command and closes it whatever happens. */
import type { Payload } from 'payload'

export async function withPayload<T>(work: (payload: Payload) => Promise<T>): Promise<T> {
  // Loading Payload takes a second, which a mistyped option should not cost.
  const { openPayload } = await import('../payload.ts')
  const payload = await openPayload()
  try {
    return await work(payload)
  } finally {
    await payload.destroy()
  }
}
