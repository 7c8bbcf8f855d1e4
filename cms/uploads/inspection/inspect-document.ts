/**
 * Has a document read by the one thread for it, one after the other. A thread that takes too long or dies is
 * replaced, and its document is one that a person must look at.
 */
import { Worker } from 'node:worker_threads'
import { serially } from './serially.ts'
import type { Document, Inspected } from './inspect-bytes.ts'
import type { Answer } from './inspect-thread.ts'
import { Bomb, limits } from './limits.ts'
import { unread } from './report.ts'

let worker: Worker | null = null

/** @throws Bomb */
export const inspectDocument = (
  document: Document,
  milliseconds: number = limits.milliseconds,
): Promise<Inspected> => serially(() => ask(document, milliseconds))

async function ask(document: Document, milliseconds: number): Promise<Inspected> {
  const answer = await answerWithin(open(), document, milliseconds)
  if ('inspected' in answer) return answer.inspected
  if ('bomb' in answer) throw new Bomb(document.extension)
  return { hits: [unread(answer.failed)], isSigned: false, cleaned: null }
}

function open(): Worker {
  if (worker) return worker
  const opened = new Worker(new URL('./inspect-thread.ts', import.meta.url), {
    name: 'inspect',
    resourceLimits: { maxOldGenerationSizeMb: 512 },
  })
  opened.unref()
  opened.once('exit', () => {
    if (worker === opened) worker = null
  })
  worker = opened
  return opened
}

function answerWithin(thread: Worker, document: Document, milliseconds: number): Promise<Answer> {
  return new Promise((resolve) => {
    const settle = (answer: Answer) => {
      clearTimeout(timer)
      thread.removeAllListeners('message')
      thread.removeAllListeners('error')
      thread.unref()
      resolve(answer)
    }
    const give = (failed: string) => {
      worker = null
      void thread.terminate()
      settle({ failed })
    }
    const timer = setTimeout(() => give('đọc quá lâu'), milliseconds)
    thread.ref()
    thread.once('message', settle)
    thread.once('error', () => give('tệp bị hỏng'))
    thread.postMessage(document)
  })
}
