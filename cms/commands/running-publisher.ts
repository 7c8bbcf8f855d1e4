/**
 * Gets work done on the public side whoever holds it: without a running cms the command takes the publisher's
 * lock and does the work itself; else it asks the cms on this machine, which holds the lock.
 */
import { readFile } from 'node:fs/promises'
import { createInterface } from 'node:readline/promises'
import { Readable } from 'node:stream'
import type { ReadableStream } from 'node:stream/web'
import type { Publisher } from '#cms/publication/protocol.ts'
import { openPublisher } from '#cms/publication/publisher.ts'
import { env } from '../env.ts'
import type { OnProgress, OversightProgress } from '../jobs/oversight.ts'
import { publisherSettings } from '../jobs/publisher-settings.ts'
import { internalTokenFile } from '../server/internal-token.ts'
import { CommandError } from './command.ts'

type Work<T> = {
  /** Path below `/internal/`, with its query. */
  request: string
  alone: (publisher: Publisher) => Promise<T>
  onProgress: OnProgress
}

/** @throws CommandError when the lock is held and its holder does not answer. */
export async function onPublicSide<T>({ request, alone, onProgress }: Work<T>): Promise<T> {
  const publisher = await ownPublisher()
  if (!publisher) return askRunningCms<T>(request, onProgress)
  try {
    return await alone(publisher)
  } finally {
    await publisher.close()
  }
}

/** `null` while another process holds the lock. */
async function ownPublisher(): Promise<Publisher | null> {
  try {
    return await openPublisher(publisherSettings(env), { lock: { whenHeld: 'fail' } })
  } catch (error) {
    if ((error as { code?: unknown }).code === 'lock-held') return null
    throw error
  }
}

type Line<T> = { progress?: OversightProgress; result?: T; error?: string; message?: string }

async function askRunningCms<T>(request: string, onProgress: OnProgress): Promise<T> {
  const answer = await post(request)
  if (!answer.body) throw new CommandError('Hệ biên tập không trả lời được. Hãy thử lại.')
  for await (const text of createInterface({ input: Readable.fromWeb(answer.body as ReadableStream) })) {
    const line = JSON.parse(text) as Line<T>
    if (line.progress) onProgress(line.progress)
    const fault = line.error ?? line.message
    if (fault) throw new CommandError(fault)
    if (line.result !== undefined) return line.result
  }
  throw new CommandError('Hệ biên tập dừng giữa chừng, việc chưa xong. Hãy chạy lại lệnh.')
}

async function post(request: string): Promise<Response> {
  const host = env.CMS_HOST === '0.0.0.0' || env.CMS_HOST === '::' ? '127.0.0.1' : env.CMS_HOST
  const where = `http://${host.includes(':') ? `[${host}]` : host}:${env.CMS_PORT}`
  try {
    const token = await readFile(internalTokenFile(env.DATA_DIR), 'utf8')
    return await fetch(`${where}/internal/${request}`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    })
  } catch (cause) {
    throw new CommandError(
      `Một tiến trình khác đang giữ phần công khai nhưng hệ biên tập không trả lời ở ${where}. Hãy đợi tiến trình đó xong, hoặc kiểm tra CMS_PORT.`,
      { cause },
    )
  }
}
