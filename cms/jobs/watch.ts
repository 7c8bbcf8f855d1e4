/**
 * The watch: every few seconds asks what is an alarm now, keeps the incidents, tells the web office; and once a
 * night has the public side verified. It runs whether or not this process publishes: a publisher that never
 * starts is just what it must notice.
 */
import type { Payload } from 'payload'
import { isVerificationDue } from '#domain/nightly.ts'
import type { Env } from '../env.ts'
import type { Log } from '../log.ts'
import { currentAlarms } from '../workflow/alarm-facts.ts'
import { tellAnchors } from './audit-anchors.ts'
import { followAlarms, tellOffice } from './incidents.ts'

export type Watch = { stop(): Promise<void> }

type Options = {
  payload: Payload
  env: Pick<Env, 'WEB_OFFICE_MAIL' | 'CMS_URL' | 'PUBLIC_URL'>
  log: Log
  /** Verifies and records; `null` while this process does not publish. */
  verify: () => Promise<void> | null
  pollMs?: number
  now?: () => Date
}

const usualPollMs = 5_000

export function startWatch({
  payload,
  env,
  log,
  verify,
  pollMs = usualPollMs,
  now = () => new Date(),
}: Options): Watch {
  // The start of publication verifies too, so that nights before it are done with.
  let lastVerified = now().toISOString()
  let verifying: Promise<void> | null = null

  const look = async () => {
    const at = now().toISOString()
    await followAlarms(payload, await currentAlarms(payload, at), at)
    const told = { payload, office: env.WEB_OFFICE_MAIL, log, now: at }
    await tellOffice({ ...told, cmsUrl: env.CMS_URL })
    await tellAnchors({ ...told, publicUrl: env.PUBLIC_URL })
    // A clock that was put back must not keep the coming nights from being verified.
    if (lastVerified > at) lastVerified = at
    if (verifying || !isVerificationDue(at, lastVerified)) return
    const night = verify()
    if (!night) return
    lastVerified = at
    verifying = night
      .catch((err: unknown) => log.error('the nightly verification failed', { err }))
      .finally(() => (verifying = null))
  }

  const stopping = new AbortController()
  const run = async () => {
    while (!stopping.signal.aborted) {
      await pause(pollMs, stopping.signal)
      if (stopping.signal.aborted) return
      await look().catch((err: unknown) => log.error('the watch could not look', { err }))
    }
  }
  const running = run()

  return {
    async stop() {
      stopping.abort()
      await running
      // What still verifies ends with the publisher; its failure is told above.
    },
  }
}

const pause = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    if (signal.aborted) return resolve()
    const timer = setTimeout(done, ms)
    signal.addEventListener('abort', done, { once: true })
    function done() {
      clearTimeout(timer)
      signal.removeEventListener('abort', done)
      resolve()
    }
  })
