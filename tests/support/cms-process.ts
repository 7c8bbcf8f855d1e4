/**
 * The cms as a process that tests start, stop and kill: the real database, REST, relay and publisher, without
 * the admin (which has nothing to do with publication and takes seconds to start). Its parent asks over IPC.
 */
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { env } from '#cms/env.ts'
import { allTruths } from '#cms/jobs/truth.ts'
import { verifyAuditChain, verifyEditionChains } from '#cms/jobs/verify-chains.ts'
import { startPublishing } from '#cms/jobs/start-publishing.ts'
import { withComing } from '#cms/jobs/waiting-items.ts'
import { createLog } from '#cms/log.ts'
import { openPayload } from '#cms/payload.ts'
import { createCmsApp } from '#cms/server/cms-app.ts'

type Question = { id: number; ask: 'idle' | 'verify' | 'rebuild' | 'chains' }

const payload = await openPayload()
const { default: config } = await import('../../payload.config.ts')
const log = createLog('cms')
const publishing = startPublishing(payload, env)
const server = http.createServer(createCmsApp({ payload, config, env, log, publishing }))
server.listen(0, '127.0.0.1', () => process.send?.({ ready: (server.address() as AddressInfo).port }))

const source = () => allTruths(payload)

async function answer({ ask }: Question): Promise<unknown> {
  await publishing.started
  if (ask === 'verify')
    return publishing.publisher.verify(() => withComing(payload, source()), { repair: false })
  if (ask === 'rebuild') return publishing.publisher.rebuild(source)
  if (ask === 'chains') {
    const chains = [await verifyAuditChain(payload), await verifyEditionChains(payload)]
    return chains.flatMap(({ broken }) => broken ?? [])
  }
  await publishing.relay()?.idle()
  return null
}

process.on('message', (question: Question) => {
  answer(question)
    .then((value) => process.send?.({ id: question.id, value }))
    .catch((error: unknown) => process.send?.({ id: question.id, error: String(error) }))
})

// A test that failed leaves nobody behind.
process.on('disconnect', () => process.exit(1))

process.on('SIGTERM', () => {
  server.closeAllConnections()
  server.close()
  void publishing
    .stop()
    .then(() => payload.destroy())
    .then(() => process.exit(0))
})
