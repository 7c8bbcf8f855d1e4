/**
 * What makes the read model useless as a whole: then it is made anew instead of mended. Asked in a thread of its
 * own (`verify-damage-thread.ts`), because all of the file is read and removals do not wait for that.
 */
import { Worker } from 'node:worker_threads'
import { PublicationError, messageOf } from './errors.ts'
import type { OpenRelease } from './open-release.ts'
import type { Serial } from './serial.ts'

type Input = { serial: Serial; present: () => OpenRelease }

/**
 * `file`: all of it, the search index included; somebody else compares the rows with the editions. `rows`: what pages are
 * drawn from, and whether the rows of each item are those that were written.
 */
export type DamageQuestion = { database: string; of: 'file' | 'rows' }
/** `verdict` in Vietnamese, `null` when the file is sound. */
export type DamageAnswer = { verdict: string | null } | { message: string; isDamage: boolean }

/** In Vietnamese; `null` when it can be judged in detail. @throws Error when the file cannot be read at all. */
export async function damage({ serial, present }: Input): Promise<string | null> {
  let database: string
  try {
    database = await serial(() => present().release.database)
  } catch (error) {
    if (error instanceof PublicationError) return messageOf(error)
    throw error
  }
  return damageOf({ database, of: 'file' })
}

export async function damageOf(question: DamageQuestion): Promise<string | null> {
  const answer = await askThread(question)
  if ('verdict' in answer) return answer.verdict
  if (answer.isDamage) return answer.message
  throw new Error(answer.message)
}

function askThread(workerData: DamageQuestion): Promise<DamageAnswer> {
  const thread = new Worker(new URL('./verify-damage-thread.ts', import.meta.url), {
    workerData,
    name: 'verify-damage',
  })
  return new Promise((resolve, reject) => {
    thread.once('message', resolve)
    thread.once('error', reject)
    thread.once('exit', () => reject(new Error('luồng kiểm tra mô hình đọc đã dừng giữa chừng')))
  })
}
