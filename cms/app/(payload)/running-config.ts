import type { Payload, SanitizedConfig } from 'payload'

type Running = { _payload?: Map<string, { payload: Payload | null }> }

/**
 * The configuration the cms process already runs with (`cms/payload.ts` opened it; Payload keeps it on the
 * global). Importing `payload.config.ts` here would bundle a second copy of the CMS into the admin, with its
 * own error classes and listeners, and would ask a build for the secrets of a running process.
 *
 * @throws Error when Next was started without the cms around it.
 */
export async function runningConfig(): Promise<SanitizedConfig> {
  const running = (globalThis as Running)._payload?.get('default')?.payload
  if (!running) throw new Error('The admin runs inside the cms process: start it with cms/server/main.ts.')
  return running.config
}
