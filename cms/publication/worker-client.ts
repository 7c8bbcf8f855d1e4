/**
 * The publisher as the main thread knows it: the same functions, carried out in a worker thread. A thread
 * that dies is started again; what it was asked fails with `publisher-stopped` and may simply be repeated.
 */
import { setTimeout as sleep } from 'node:timers/promises'
import { Worker } from 'node:worker_threads'
import type { Log } from '#cms/log.ts'
import { PublicationError, messageOf } from './errors.ts'
import type { HeadSource, Publisher, PublisherSettings, RebuildProgress, TruthSource } from './protocol.ts'
import type { Alarm } from './publisher.ts'
import type {
  FromWorker,
  Method,
  SentError,
  SourceItem,
  SourceQuestion,
  ToWorker,
} from './worker-messages.ts'

export type PublisherWorker = Publisher & {
  /** Fulfilled once the lock is taken and the release is open; later ones after a restart are not told. */
  ready: Promise<void>
  onAlarm(listener: (alarm: Alarm) => void): void
}

type Batch =
  { kind: 'items'; items: SourceItem[]; isDone: boolean } | { kind: 'source-failed'; message: string }

type Pending = {
  resolve(value: unknown): void
  reject(error: Error): void
  /** What is being read out; the thread asks one question after the other. */
  items?: AsyncIterator<SourceItem>
  /** Read while the thread works on the batch before. */
  ahead?: Promise<Batch>
  source?: TruthSource
  heads?: HeadSource
  onProgress?: (progress: RebuildProgress) => void
}

const itemsAtOnce = 100
const restartDelay = 1000

export function startPublisherWorker(
  settings: PublisherSettings,
  { log }: { log?: Log } = {},
): PublisherWorker {
  const pending = new Map<number, Pending>()
  const listeners: ((alarm: Alarm) => void)[] = []
  let lastId = 0
  let isClosed = false
  let isReady = false
  let isDown = false
  let markReady = () => {}
  const ready = new Promise<void>((resolve) => (markReady = resolve))
  let worker = start()

  function start(): Worker {
    const started = new Worker(new URL('./worker.ts', import.meta.url), {
      workerData: { settings },
      name: 'publisher',
    })
    isDown = false
    started.on('message', receive)
    started.on('error', (err) => log?.error('publisher thread failed', { err }))
    started.on('exit', (code) => void ended(started, code))
    return started
  }

  async function ended(thread: Worker, code: number): Promise<void> {
    isDown = true
    isReady = false
    for (const [id, { reject }] of pending) {
      pending.delete(id)
      reject(stopped())
    }
    if (isClosed || thread !== worker) return
    log?.error('publisher thread ended, starting it again', { code })
    await sleep(restartDelay)
    if (!isClosed) worker = start()
  }

  function receive(message: FromWorker): void {
    if (message.kind === 'ready') {
      isReady = true
      return markReady()
    }
    if (message.kind === 'alarm') {
      log?.error('a public route could not be made', {
        path: message.alarm.path,
        reason: message.alarm.reason,
      })
      return listeners.forEach((listener) => listener(message.alarm))
    }
    const call = pending.get(message.id)
    if (!call) return
    if (message.kind === 'progress') return call.onProgress?.(message.progress)
    if (message.kind === 'pull') return void handOver(message.id, call, message.of)
    pending.delete(message.id)
    if (message.kind === 'result') call.resolve(message.value)
    else call.reject(received(message.error))
  }

  async function handOver(id: number, call: Pending, of: SourceQuestion): Promise<void> {
    const batch = await (call.ahead ?? nextBatch(call, of))
    const isLast = batch.kind === 'source-failed' || batch.isDone
    call.ahead = isLast ? undefined : nextBatch(call, of)
    const message: ToWorker = { ...batch, id }
    worker.postMessage(message)
  }

  function ask<T>(method: Method, args: unknown[], extra: Partial<Pending> = {}): Promise<T> {
    if (isDown || isClosed) return Promise.reject(stopped())
    const id = ++lastId
    return new Promise<T>((resolve, reject) => {
      pending.set(id, { ...extra, resolve: resolve, reject })
      const message: ToWorker = { kind: 'call', id, method, args }
      worker.postMessage(message)
    })
  }

  return {
    ready,
    onAlarm: (listener) => void listeners.push(listener),
    publish: (request) => ask('publish', [request]),
    publishMany: (requests) => ask('publishMany', [requests]),
    renderStale: (limit) => ask('renderStale', [limit]),
    turnDay: (today) => ask('turnDay', [today]),
    verify: (source, options) => ask('verify', [options], { source }),
    rebuild: (source, onProgress, { isForced, heads } = {}) =>
      ask('rebuild', [isForced, heads !== undefined], { source, heads, onProgress }),
    setNotice: (notice) => ask('setNotice', [notice]),
    setAnchors: (anchors) => ask('setAnchors', [anchors]),
    turnClock: (nowIso) => ask('turnClock', [nowIso]),
    rollback: () => ask('rollback', []),
    async close() {
      // A thread that still stands by for the lock has nothing to finish.
      const closing = isReady ? ask('close', []).catch(() => {}) : null
      isClosed = true
      await Promise.race([closing, sleep(10_000, undefined, { ref: false })])
      await worker.terminate()
    },
  }
}

/** Never rejects. Reading a source again from the start, after a rebuild inside verify, makes a new iterator. */
async function nextBatch(call: Pending, of: SourceQuestion): Promise<Batch> {
  try {
    call.items ??= answerOf(call, of)?.[Symbol.asyncIterator]()
    const items: SourceItem[] = []
    let isDone = false
    while (!isDone && items.length < itemsAtOnce) {
      const next = await call.items?.next()
      if (!next || next.done) isDone = true
      else items.push(next.value)
    }
    if (isDone) call.items = undefined
    return { kind: 'items', items, isDone }
  } catch (error) {
    call.items = undefined
    return { kind: 'source-failed', message: messageOf(error) }
  }
}

function answerOf({ source, heads }: Pending, of: SourceQuestion): AsyncIterable<SourceItem> | undefined {
  if (of === 'truths') return source?.()
  return of === 'heads' ? heads?.heads() : heads?.truths(of)
}

const stopped = () => new PublicationError('publisher-stopped', 'Trình đăng đã dừng; hãy làm lại.')

function received({ message, code, stack, counts }: SentError): Error {
  const error = code ? new PublicationError(code, message, { counts }) : new Error(message)
  if (stack) error.stack = stack
  return error
}
