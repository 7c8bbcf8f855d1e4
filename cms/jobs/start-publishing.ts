/**
 * Brings publication up in the cms process: takes the publisher's lock (waiting as standby while another
 * holds it), rebuilds what is missing, starts the relay and the witness, and verifies in the background. The
 * watch over all of it, and the mail that tells of it, run from the beginning.
 */
import type { Payload } from 'payload'
import type { Env } from '../env.ts'
import { createLog } from '../log.ts'
import { PublicationError } from '#cms/publication/errors.ts'
import { needsRebuild } from '#cms/publication/needs-rebuild.ts'
import type { Publisher } from '#cms/publication/protocol.ts'
import { startPublisherWorker } from '#cms/publication/worker-client.ts'
import { verifyUnattended } from './oversight.ts'
import { isHeld, latestPause } from '../workflow/pause.ts'
import { startRelay, type Relay } from './relay.ts'
import { allTruths, headSource } from './truth.ts'
import { settleBacklog } from './settle-backlog.ts'
import { publisherSettings } from './publisher-settings.ts'
import { mailTransport } from '../mail.ts'
import { startMail } from './mail/run-mail.ts'
import { startWatch } from './watch.ts'
import { startWitness, type Witness } from './witness.ts'

export type Publishing = {
  state: () => 'standby' | 'starting' | 'running'
  relay: () => Relay | null
  publisher: Publisher
  /** Fulfilled once the tree was verified or rebuilt and the relay runs. */
  started: Promise<void>
  stop(): Promise<void>
}

export function startPublishing(payload: Payload, env: Env): Publishing {
  const log = createLog('publication')
  const settings = publisherSettings(env)
  const publisher = startPublisherWorker(settings, { log })
  let state: 'standby' | 'starting' | 'running' = 'standby'
  let relay: Relay | null = null
  let witness: Witness | null = null
  let isStopped = false

  /**
   * Whether everything was made from the editions, so that a verification would find nothing.
   * When it would take too much away, the old tree stays and somebody is told; the operator decides with `--yes`.
   * What a disk refuses now, the relay asks for again: publication begins whatever happens here.
   */
  const rebuildAtStart = async (): Promise<boolean> => {
    let reason: string | null = null
    try {
      reason = needsRebuild(settings)
      const isPaused = isHeld(await latestPause(payload))
      const settled = isPaused ? null : await settleBacklog({ payload, publisher, publicUrl: env.PUBLIC_URL })
      if (settled) log.info('one rebuild brought out the publications that waited', settled)
      if (settled || !reason) return settled !== null
      log.info('rebuilding the public tree', { reason })
      const heads = headSource(payload)
      const rebuilt = await publisher.rebuild(() => allTruths(payload), undefined, { heads })
      log.info('public tree rebuilt', rebuilt)
      return !rebuilt.isCarried
    } catch (err) {
      if (err instanceof PublicationError && err.code === 'publisher-stopped' && isStopped) throw err
      log.error('the public tree was left as it is', { err })
      return reason !== null
    }
  }

  const begin = async () => {
    await publisher.ready
    if (isStopped) return
    state = 'starting'
    const isFresh = await rebuildAtStart()
    witness = startWitness({
      payload,
      settings: { dataDir: env.DATA_DIR, webUrl: env.WEB_PROBE_URL },
      log,
    })
    relay = startRelay({ payload, publisher, log, onLive: () => witness?.look() })
    state = 'running'
    if (!isFresh) await verifyUnattended(payload, publisher, log)
  }
  const started = begin().catch((err: unknown) => {
    if (!isStopped) log.error('publication could not start', { err })
  })
  const watch = startWatch({
    payload,
    env,
    log,
    verify: () => (state === 'running' && !isStopped ? verifyUnattended(payload, publisher, log) : null),
  })

  const mail = startMail({ payload, env, transport: mailTransport(env), log: createLog('mail') })

  return {
    state: () => state,
    relay: () => relay,
    publisher,
    started,
    async stop() {
      isStopped = true
      await Promise.all([watch.stop(), mail.stop()])
      await relay?.stop()
      await witness?.stop()
      await publisher.close()
      await started
    },
  }
}
