/**
 * A test cms with a publisher and a relay in this process, whose clock the test moves: `jump(ms)` is what a
 * wrong clock, a sleeping machine or a long night does.
 */
import { openTestCms, readyNews, step, type TestCms } from './cms.ts'
import { setTimeout as wait } from 'node:timers/promises'
import { env } from '#cms/env.ts'
import { publisherSettings } from '#cms/jobs/publisher-settings.ts'
import { startRelay, type Relay } from '#cms/jobs/relay.ts'
import { allTruths } from '#cms/jobs/truth.ts'
import { createLog } from '#cms/log.ts'
import type { Publisher } from '#cms/publication/protocol.ts'
import { openPublisher } from '#cms/publication/publisher.ts'
import type { PublicationRow } from '#cms/workflow/publications.ts'

export type PublishingCms = {
  cms: TestCms
  publisher: Publisher
  now: () => Date
  jump(ms: number): void
  /** Until then nothing goes out. A second call after `stopRelay` is a restart. */
  startRelay(options?: { onLive?: () => void; pollMs?: number }): Relay
  stopRelay(): Promise<void>
  /** A submitted article, then the step that sends it out. */
  approve(title: string): Promise<string>
  schedule(title: string, at: Date): Promise<string>
  publication(id: string): Promise<PublicationRow>
  close(): Promise<void>
}

export const quiet = createLog('test', { level: 'error' })

export async function openPublishingCms(): Promise<PublishingCms> {
  const cms = await openTestCms()
  let shift = 0
  const now = () => new Date(Date.now() + shift)
  const publisher = await openPublisher(publisherSettings(env), { now, renderThreads: 1 })
  await publisher.rebuild(() => allTruths(cms.payload))
  let relay: Relay | null = null
  const submitted = async (title: string) => {
    const id = await readyNews(cms, { title })
    await step(cms.as.editor, id, 'submit')
    return id
  }
  const take = async (id: string, action: string, more: Record<string, unknown> = {}) => {
    const { status, body } = await step(cms.as.moderator, id, action, more)
    if (status !== 200) throw new Error(`${action}: ${status} ${JSON.stringify(body)}`)
    return id
  }
  return {
    cms,
    publisher,
    now,
    jump: (ms) => void (shift += ms),
    startRelay(options = {}) {
      relay = startRelay({ payload: cms.payload, publisher, log: quiet, pollMs: 100, now, ...options })
      return relay
    },
    async stopRelay() {
      await relay?.stop()
      relay = null
    },
    approve: async (title) => take(await submitted(title), 'approve'),
    schedule: async (title, at) => take(await submitted(title), 'schedule', { at: at.toISOString() }),
    async publication(id) {
      const { docs } = await cms.payload.db.find<PublicationRow>({
        collection: 'publications',
        where: { item: { equals: id } },
        sort: ['-changeNumber', '-requestedAt'],
        limit: 1,
        pagination: false,
      })
      if (!docs[0]) throw new Error(`no publication of ${id}`)
      return docs[0]
    },
    async close() {
      await relay?.stop()
      await publisher.close()
      await cms.close()
    },
  }
}

/** Waits for something to hold. @throws Error when it does not within `withinMs`. */
export async function until(holds: () => Promise<boolean> | boolean, withinMs = 15_000): Promise<void> {
  const end = performance.now() + withinMs
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`did not hold within ${withinMs} ms`)
    await wait(25)
  }
}
