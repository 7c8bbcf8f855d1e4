/**
 * `POST /internal/verify|rebuild`: how commands on the same machine hand work to the running publisher. Who may
 * read `DATA_DIR/internal-token` may ask. Answers are JSON lines: `{ progress }` …, then `{ result }` or `{ error }`.
 */
import { randomBytes, timingSafeEqual } from 'node:crypto'
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import express, { type Request, type RequestHandler, type Router } from 'express'
import type { Payload } from 'payload'
import { PortalError } from '../errors.ts'
import { rebuildPublicSide, verifyPublicSide, type OnProgress } from '../jobs/oversight.ts'
import type { Publishing } from '../jobs/start-publishing.ts'
import type { Log } from '../log.ts'

export const internalTokenFile = (dataDir: string): string => path.join(dataDir, 'internal-token')

/**
 * The token of this data folder, made once and readable by its owner only. It stays the same from start to
 * start, so that a second process which then finds its port taken has not locked the first one's commands out.
 */
export function internalToken(dataDir: string): string {
  const file = internalTokenFile(dataDir)
  const known = existsSync(file) ? readFileSync(file, 'utf8') : ''
  if (/^[0-9a-f]{64}$/.test(known)) return known
  const temporary = `${file}.${process.pid}.tmp`
  writeFileSync(temporary, randomBytes(32).toString('hex'), { mode: 0o600 })
  renameSync(temporary, file)
  return readFileSync(file, 'utf8')
}

type Options = { payload: Payload; publishing: Publishing; token: string; log: Log }

const progressEvery = 500

export function internalRouter({ payload, publishing, token, log }: Options): Router {
  const router = express.Router()
  const { publisher } = publishing
  router.use((request, _response, next) => {
    if (!isBearer(request, token)) throw new PortalError('not-found')
    next()
  })
  router.post('/verify', answering(publishing, log, (onProgress, { query }) => verifyPublicSide({ payload, publisher, onProgress, repair: query.repair === '1' })))
  router.post('/rebuild', answering(publishing, log, (onProgress) => rebuildPublicSide({ payload, publisher, onProgress })))
  return router
}

function isBearer({ headers }: Request, token: string): boolean {
  const given = Buffer.from((headers.authorization ?? '').replace(/^Bearer /, ''))
  const expected = Buffer.from(token)
  return given.length === expected.length && timingSafeEqual(given, expected)
}

type Work = (onProgress: OnProgress, request: Request) => Promise<unknown>

const answering =
  ({ state }: Publishing, log: Log, work: Work): RequestHandler =>
  async (request, response) => {
    if (state() !== 'running') {
      throw new PortalError('try-again', { message: 'Trình đăng đang khởi động. Hãy chạy lại lệnh sau ít giây.' })
    }
    response.type('application/x-ndjson')
    let saidAt = 0
    const say = (line: unknown) => response.write(`${JSON.stringify(line)}\n`)
    try {
      const result = await work((progress) => {
        if (performance.now() - saidAt < progressEvery) return
        saidAt = performance.now()
        say({ progress })
      }, request)
      say({ result })
    } catch (err) {
      log.error('internal request failed', { err, path: request.path })
      say({ error: err instanceof Error ? err.message : String(err) })
    }
    response.end()
  }
