/** The thread that reads documents: a hostile one may cost it its life, not the cms its answers. */
import { parentPort } from 'node:worker_threads'
import { inspectBytes, type Document, type Inspected } from './inspect-bytes.ts'
import { Bomb } from './limits.ts'

export type Answer = { inspected: Inspected } | { bomb: true } | { failed: string }

const port = parentPort
if (!port) throw new Error('inspect-thread.ts runs only as a worker thread')

port.on('message', (document: Document) => void answer(document))

async function answer(document: Document): Promise<void> {
  let reply: Answer
  try {
    reply = { inspected: await inspectBytes(document) }
  } catch (error) {
    reply = error instanceof Bomb ? { bomb: true } : { failed: (error as Error).name }
  }
  port?.postMessage(reply)
}
