/** The publisher's thread: opens the publisher and answers calls of the main thread (worker-messages.ts). */
import { parentPort, workerData } from 'node:worker_threads'
import type { ItemHead, ItemTruth } from '#domain/item-truth.ts'
import { PublicationError } from './errors.ts'
import type { HeadSource, Publisher, RebuildOptions, TruthSource } from './protocol.ts'
import { openPublisher } from './publisher.ts'
import type { Call, FromWorker, SentError, SourceQuestion, ToWorker, WorkerData } from './worker-messages.ts'

const port = parentPort
if (!port) throw new Error('worker.ts runs only as a worker thread')
const send = (message: FromWorker) => port.postMessage(message)
type Batch = Extract<ToWorker, { kind: 'items' | 'source-failed' }>
const pulls = new Map<number, (batch: Batch) => void>()

const { settings } = workerData as WorkerData
const opening = openPublisher(settings, { onAlarm: (alarm) => send({ kind: 'alarm', alarm }) })
void opening.then(() => send({ kind: 'ready' }))

port.on('message', (message: ToWorker) => {
  if (message.kind === 'call') void answer(message)
  else pulls.get(message.id)?.(message)
})

async function answer(call: Call): Promise<void> {
  try {
    const publisher = await opening
    const value = await perform(publisher, call)
    send({ kind: 'result', id: call.id, value })
    if (call.method === 'close') port?.close()
  } catch (error) {
    send({ kind: 'error', id: call.id, error: sendable(error) })
  }
}

function perform(publisher: Publisher, { id, method, args }: Call): Promise<unknown> {
  switch (method) {
    case 'rebuild':
      return publisher.rebuild(
        sourceOf(id),
        (progress) => send({ kind: 'progress', id, progress }),
        rebuildOptions(id, args),
      )
    case 'verify':
      return publisher.verify(sourceOf(id), args[0] as Parameters<Publisher['verify']>[1])
    default:
      return (publisher[method] as (...given: unknown[]) => Promise<unknown>)(...args)
  }
}

function rebuildOptions(id: number, [isForced, hasHeads]: unknown[]): RebuildOptions {
  return { isForced: isForced === true, ...(hasHeads ? { heads: headsOf(id) } : {}) }
}

const sourceOf =
  (id: number): TruthSource =>
  () =>
    pulled<ItemTruth>(id, 'truths')

const headsOf = (id: number): HeadSource => ({
  heads: () => pulled<ItemHead>(id, 'heads'),
  truths: (refs) => pulled<ItemTruth>(id, refs),
})

/** Asks the main thread for the next items, one batch at a time. */
async function* pulled<T>(id: number, of: SourceQuestion): AsyncIterable<T> {
  for (;;) {
    const batch = await new Promise<Batch>((resolve) => {
      pulls.set(id, resolve)
      send({ kind: 'pull', id, of })
    })
    pulls.delete(id)
    if (batch.kind === 'source-failed') throw new Error(batch.message)
    yield* batch.items as T[]
    if (batch.isDone) return
  }
}

const sendable = (error: unknown): SentError => {
  const { message, stack } = error instanceof Error ? error : new Error(String(error))
  return {
    message,
    stack,
    ...(error instanceof PublicationError ? { code: error.code, counts: error.counts } : {}),
  }
}
