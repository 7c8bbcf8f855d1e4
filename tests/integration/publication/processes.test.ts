import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import fs from 'node:fs'
import path from 'node:path'
import { openReadModel } from '#published/open.ts'
import { takeLock } from '#cms/publication/lock.ts'
import { needsRebuild } from '#cms/publication/needs-rebuild.ts'
import type { Publisher, PublisherSettings } from '#cms/publication/protocol.ts'
import { openPublisher } from '#cms/publication/publisher.ts'
import { startPublisherWorker } from '#cms/publication/worker-client.ts'
import type { ItemTruth } from '#domain/item-truth.ts'
import {
  article,
  committee,
  corrected,
  publicationFolders,
  readTree,
  topic,
  withState,
} from '#tests/support/publication-fixture.ts'
import { startProcess } from '#tests/support/start-process.ts'

let settings: PublisherSettings
beforeEach(() => {
  settings = publicationFolders()
})
afterEach(() => fs.rmSync(path.dirname(settings.dataDir), { recursive: true, force: true }))

const sourceOf = (...truths: ItemTruth[]) =>
  async function* () {
    yield* truths
  }
async function withPublisher<T>(work: (publisher: Publisher) => Promise<T>): Promise<T> {
  const publisher = await openPublisher(settings)
  try {
    return await work(publisher)
  } finally {
    await publisher.close()
  }
}
const www = () => path.join(settings.dataDir, 'www')

describe('the lock', () => {
  test('a second publisher is refused or stands by, and goes on when the first is killed', async () => {
    const holder = startProcess('publish-once.ts', { settings, rebuild: [], hold: true })
    await holder.said('done')
    await expect(takeLock(settings.dataDir, { whenHeld: 'fail' })).rejects.toMatchObject({
      code: 'lock-held',
    })
    const standby = takeLock(settings.dataDir, { pollEvery: 50 })
    holder.child.kill('SIGKILL')
    await holder.ended
    ;(await standby).release()
  })

  test('a holder that stopped answering is killed, and only then taken over from', async () => {
    const holder = startProcess('publish-once.ts', { settings, rebuild: [], hold: true })
    await holder.said('done')
    holder.child.kill('SIGSTOP')
    const lock = await takeLock(settings.dataDir, { pollEvery: 50, silence: 500 })
    expect(await holder.ended).toBe('SIGKILL')
    lock.release()
  })

  test('a holder that beats is left alone', async () => {
    const lock = await takeLock(settings.dataDir, { beatEvery: 50 })
    const controller = new AbortController()
    const standby = takeLock(settings.dataDir, { pollEvery: 50, silence: 400, signal: controller.signal })
    setTimeout(() => controller.abort(), 1200)
    await expect(standby).rejects.toMatchObject({ name: 'AbortError' })
    lock.release()
  })
})

describe('killed at', () => {
  const old = article('a1')
  const next = corrected(old, { title: 'Tin sau đính chính', slug: 'a1-moi' })
  const others = [committee(), topic(), article('a2')]

  for (const point of [
    'apply-inside',
    'apply-after',
    'render-after',
    'write-after-temp',
    'write-after-rename',
    'write-after-directory-sync',
  ]) {
    test(`${point}: repeated, the publication is complete and nothing is wrong`, async () => {
      await withPublisher((publisher) => publisher.rebuild(sourceOf(...others, old)))
      const killed = startProcess('publish-once.ts', { settings, publish: next }, { CRASH_AT: point })
      expect(await killed.ended).toBe('SIGKILL')
      for (const file of ['index.html', 'tin-tuc/index.html'])
        expect(fs.readFileSync(path.join(www(), file), 'utf8')).toContain('</html>')

      await withPublisher(async (publisher) => {
        await publisher.publish({ publicationId: 'p', ref: next.ref, truth: next })
        while ((await publisher.renderStale(100)).left > 0);
        const report = await publisher.verify(sourceOf(...others, next), { repair: true })
        // A temp left by the kill may lie in a folder that no later write touches: sweeping it is verify's work.
        expect(report.problems.filter((line) => !line.includes('.tmp'))).toEqual([])
        expect((await publisher.verify(sourceOf(...others, next), { repair: false })).problems).toEqual([])
        const tree = readTree(www())
        await publisher.rebuild(sourceOf(...others, next))
        expect(readTree(www())).toEqual(tree)
      })
    })
  }

  for (const [point, isCarrying] of [
    ['rebuild-before-switch', false],
    ['rebuild-after-switch', false],
    ['rebuild-after-copy', true],
    ['rebuild-before-switch', true],
    ['rebuild-after-switch', true],
  ] as const) {
    test(`${point}${isCarrying ? ', rows carried over' : ''}: readers keep one whole release`, async () => {
      await withPublisher((publisher) => publisher.rebuild(sourceOf(...others, old)))
      const killed = startProcess(
        'publish-once.ts',
        { settings, rebuild: [...others, next], isCarrying },
        { CRASH_AT: point },
      )
      expect(await killed.ended).toBe('SIGKILL')
      expect(needsRebuild(settings)).toBeNull()
      const isSwitched = point === 'rebuild-after-switch'
      expect(fs.existsSync(path.join(www(), 'tin-tuc/a1-moi/index.html'))).toBe(isSwitched)
      await withPublisher(async (publisher) => {
        const report = await publisher.verify(sourceOf(...others, isSwitched ? next : old), { repair: false })
        expect(report.problems).toEqual([])
        await publisher.rebuild(sourceOf(...others, next))
        await expect
          .poll(() => fs.readdirSync(path.join(settings.dataDir, 'releases')).length, { timeout: 10_000 })
          .toBeLessThanOrEqual(3)
      })
    })
  }

  test('apply-inside: a reader of the read model is not disturbed while the publisher is dead', async () => {
    await withPublisher((publisher) => publisher.rebuild(sourceOf(...others, old)))
    await startProcess('publish-once.ts', { settings, publish: next }, { CRASH_AT: 'apply-inside' }).ended
    const db = openReadModel(path.join(settings.dataDir, 'published.sqlite'))
    expect(db.prepare("SELECT title FROM items WHERE ref = 'news/a1'").get()).toMatchObject({
      title: 'Tin a1',
    })
    db.close()
  })
})

describe('the publisher in a worker thread', () => {
  test('publishes, rebuilds from pulled truth with progress, verifies, and passes errors with their codes', async () => {
    const publisher = startPublisherWorker(settings)
    await publisher.ready
    const truths: ItemTruth[] = Array.from({ length: 250 }, (_, number) => article(`t${number}`))
    const phases = new Set<string>()
    await expect(publisher.renderStale(1)).rejects.toMatchObject({ code: 'needs-rebuild' })
    const { items } = await publisher.rebuild(sourceOf(...truths), ({ phase }) => phases.add(phase))
    expect(items).toBe(250)
    expect([...phases]).toEqual(expect.arrayContaining(['items', 'pages', 'switch']))

    const removed = withState(truths[7] as ItemTruth, 'gone')
    await publisher.publish({ publicationId: 'p', ref: removed.ref, truth: removed })
    await expect(
      publisher.publish({ publicationId: 'p', ref: removed.ref, truth: truths[7] as ItemTruth }),
    ).rejects.toMatchObject({
      code: 'older-than-applied',
    })
    const report = await publisher.verify(sourceOf(...truths.with(7, removed)), { repair: false })
    expect(report).toMatchObject({ items: 250, problems: [] })
    await expect(
      publisher.rebuild(() => {
        throw new Error('nguồn hỏng')
      }),
    ).rejects.toThrow('nguồn hỏng')
    await publisher.close()
    ;(await takeLock(settings.dataDir, { whenHeld: 'fail' })).release()
  })

  test('verify rebuilds through the same source when everything is lost', async () => {
    const publisher = startPublisherWorker(settings)
    await publisher.ready
    const report = await publisher.verify(sourceOf(article('a1')), { repair: true })
    expect(report.repaired).toBe(1)
    expect(fs.existsSync(path.join(www(), 'tin-tuc/a1/index.html'))).toBe(true)
    await publisher.close()
  })

  test('a thread that dies fails what it was asked, is started again and gets its lock back', async () => {
    const publisher = startPublisherWorker(settings)
    await publisher.rebuild(sourceOf())
    const deadly = article('a1', { lead: '[[chết]]' })
    await expect(
      publisher.publish({ publicationId: 'p', ref: deadly.ref, truth: deadly }),
    ).rejects.toMatchObject({
      code: 'publisher-stopped',
    })
    await expect(publisher.renderStale(1)).rejects.toMatchObject({ code: 'publisher-stopped' })
    await new Promise((resolve) => setTimeout(resolve, 1500))
    const mended = corrected(deadly, { lead: 'Đã sửa' })
    const receipt = await publisher.publish({ publicationId: 'p', ref: mended.ref, truth: mended })
    expect(receipt.written).toBeGreaterThan(0)
    await publisher.close()
  })

  test('alarms reach the main thread', async () => {
    const publisher = startPublisherWorker(settings)
    const alarms: string[] = []
    publisher.onAlarm(({ path: route }) => alarms.push(route))
    await publisher.rebuild(sourceOf(article('a1', { lead: '[[hỏng]]' })))
    expect(alarms).toEqual(['/tin-tuc/a1/'])
    await publisher.close()
  })
})
