/**
 * `POST /internal/verify|rebuild|rollback`: how commands on the same machine hand work to the running publisher. Who may
 * read `DATA_DIR/internal-token` may ask. Answers are JSON lines: `{ progress }` …, then `{ result }` or `{ error }`.
 */
import { timingSafeEqual } from 'node:crypto'
import express, { type Request, type RequestHandler, type Router } from 'express'
import type { Payload } from 'payload'
import { PortalError } from '../errors.ts'
import { rebuildPublicSide, verifyPublicSide, type OnProgress } from '../jobs/oversight.ts'
import type { Publishing } from '../jobs/start-publishing.ts'
import type { Log } from '../log.ts'

type Options = { payload: Payload; publishing: Publishing; token: string; log: Log }

const progressEvery = 500

export function internalRouter({ payload, publishing, token, log }: Options): Router {
  const router = express.Router()
  const { publisher } = publishing
  router.use((request, _response, next) => {
    if (!isBearer(request, token)) throw new PortalError('not-found')
    next()
  })
  router.post(
    '/verify',
    answering(publishing, log, (onProgress, { query }) =>
      verifyPublicSide({
        payload,
        publisher,
        onProgress,
        repair: query.repair === '1',
        isForced: query.yes === '1',
      }),
    ),
  )
  router.post(
    '/rebuild',
    answering(publishing, log, (onProgress, { query }) =>
      rebuildPublicSide({
        payload,
        publisher,
        onProgress,
        isForced: query.yes === '1',
        isFromEditions: query.editions === '1',
      }),
    ),
  )
  router.post(
    '/rollback',
    answering(publishing, log, () => publisher.rollback()),
  )
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
      throw new PortalError('try-again', {
        message: 'Trình đăng đang khởi động. Hãy chạy lại lệnh sau ít giây.',
      })
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
